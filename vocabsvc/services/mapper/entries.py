"""Concepts as the mapper reads them: labels, spellings of units, groups."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vocabsvc.model.concept import Concept, ConceptRef, Status, local_name
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import GLOSSARY

_GROUPS = "P02"
_LEADING = frozenset({"P01", "P07", "P09", "R03", "OD1"})
"""Vocabularies whose links tell that a concept is widely used."""


@dataclass(frozen=True, slots=True)
class ParameterEntry:
    """A concept that may be proposed. ``code`` is the last step of its IRI, ``groups`` are IRIs of P02 concepts.

    ``units`` are all spellings of its units of measure; ``inbound`` counts the concepts that lead to it;
    ``broader_here`` tells that its own vocabulary has a broader one.
    """

    ref: ConceptRef
    code: str
    labels: tuple[str, ...]
    other_labels: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    inbound: int = 0
    broader_here: bool = False


def read_entries(concepts: Sequence[Concept]) -> Mapping[str, tuple[ParameterEntry, ...]]:
    """Return the entries of every vocabulary but the glossary, by its id in lower case, in the order of the IRIs."""
    by_uri = {concept.uri: concept for concept in concepts}
    inbound = _inbound(concepts)
    found: dict[str, list[ParameterEntry]] = {}
    for concept in sorted(concepts, key=lambda one: one.uri):
        if concept.vocabulary != GLOSSARY:
            found.setdefault(concept.vocabulary.lower(), []).append(_entry(concept, by_uri, inbound))
    return {vocabulary: tuple(entries) for vocabulary, entries in found.items()}


def unit_spellings(concept: Concept, by_uri: Mapping[str, Concept]) -> tuple[str, ...]:
    """Return how the units of a concept are spelled, symbols first."""
    units = (by_uri[uri] for uri in concept.units if uri in by_uri)
    return tuple(dict.fromkeys(label.text for unit in units for label in (*unit.alt_labels, *unit.pref_labels)))


def _entry(concept: Concept, by_uri: Mapping[str, Concept], inbound: Counter[str]) -> ParameterEntry:
    above = [by_uri[uri] for uri in concept.broader if uri in by_uri]
    return ParameterEntry(
        ref=concept.ref(),
        code=local_name(concept.uri),
        labels=tuple(dict.fromkeys(label.text for label in _english_first(concept))),
        other_labels=tuple(dict.fromkeys(label.text for label in (*concept.alt_labels, *concept.hidden_labels))),
        units=unit_spellings(concept, by_uri),
        groups=tuple(one.uri for one in above if one.vocabulary == _GROUPS),
        inbound=inbound[concept.uri],
        broader_here=any(one.vocabulary == concept.vocabulary for one in above),
    )


def _english_first(concept: Concept) -> Iterable[LangString]:
    return sorted(concept.pref_labels, key=lambda label: not label.lang.startswith("en"))


def _inbound(concepts: Iterable[Concept]) -> Counter[str]:
    counted: Counter[str] = Counter()
    for concept in concepts:
        if concept.vocabulary in _LEADING and concept.status is not Status.DEPRECATED:
            linked = (link.target for link in concept.links)
            counted.update({*concept.broader, *concept.narrower, *concept.units, *linked})
    return counted
