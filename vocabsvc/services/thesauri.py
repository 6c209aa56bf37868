"""Vocabularies as thesauri: without what is deprecated, their hierarchies closed and stated from both ends."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vocabsvc.formats.dates import parse_date
from vocabsvc.formats.thesaurus import concept_of
from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.model.thesaurus import Thesaurus
from vocabsvc.namespaces import DC, DCTERMS, RDFS, SKOS
from vocabsvc.services.concepts import Concepts
from vocabsvc.store.base import Store

_BROADER, _NARROWER, _RELATED = (f"{SKOS}{name}" for name in ("broader", "narrower", "related"))
_INVERSE = {_BROADER: _NARROWER, _NARROWER: _BROADER, _RELATED: _RELATED}
_DESCRIPTIONS = (f"{DCTERMS}description", f"{DC}description", f"{SKOS}definition", f"{RDFS}comment")
_DAY_CHARACTERS = len("yyyy-mm-dd")


class Thesauri:
    """Answers from one snapshot."""

    def __init__(self, store: Store, concepts: Concepts) -> None:
        self._store = store
        self._concepts = concepts

    def thesaurus(self, name: str) -> Thesaurus:
        """Return a vocabulary by its id in any case.

        The date of issue is what the vocabulary states, else that of its edition, else when the edition was
        first loaded; a month or a year stands for its first day, as GeoNetwork reads it.

        Raises:
            UnknownName: no such vocabulary is loaded.
        """
        vocabulary = self._concepts.vocabulary(name)
        refs = self._concepts.every_member(vocabulary.id)
        hierarchy = self._hierarchy(vocabulary.id, [ref.uri for ref in refs if not ref.deprecated])
        said = self._store.describe(vocabulary.uri)  # nothing where only vocabulary.toml names the scheme
        date = vocabulary.date or _text(said, f"{DCTERMS}date")
        return Thesaurus(
            vocabulary=vocabulary,
            descriptions=next((texts for name in _DESCRIPTIONS if (texts := _texts(said, name))), ()),
            created=_day(_text(said, f"{DCTERMS}created")),
            issued=_first_day(_text(said, f"{DCTERMS}issued"), date, vocabulary.loaded),
            modified=_first_day(_text(said, f"{DCTERMS}modified"), date, vocabulary.loaded),
            top_concepts=tuple(uri for uri in hierarchy.places if uri not in hierarchy.steps[_BROADER]),
            concepts=self._read(vocabulary.id, hierarchy),
        )

    def _hierarchy(self, vocabulary: str, uris: Sequence[str]) -> "_Hierarchy":
        places = {uri: place for place, uri in enumerate(uris)}
        steps: dict[str, defaultdict[str, set[str]]] = {name: defaultdict(set) for name in _INVERSE}
        for predicate, inverse in _INVERSE.items():
            for subject, _, target in self._store.stated(vocabulary, predicate):
                if isinstance(target, str) and subject in places and target in places and subject != target:
                    steps[predicate][subject].add(target)
                    steps[inverse][target].add(subject)
        return _Hierarchy(places, steps)

    def _read(self, vocabulary: str, hierarchy: "_Hierarchy") -> Iterator[Concept]:
        for uri in hierarchy.places:
            yield replace(
                concept_of(uri, self._store.describe(uri), vocabulary),
                broader=hierarchy.of(uri, _BROADER),
                narrower=hierarchy.of(uri, _NARROWER),
                related=hierarchy.of(uri, _RELATED),
            )


@dataclass(frozen=True, slots=True)
class _Hierarchy:
    """``places`` number the concepts in label order; ``steps`` lead from one to others, by SKOS relation."""

    places: Mapping[str, int]
    steps: Mapping[str, Mapping[str, set[str]]]

    def of(self, uri: str, relation: str) -> tuple[str, ...]:
        return tuple(sorted(self.steps[relation].get(uri, ()), key=self.places.__getitem__))


def _texts(said: Sequence[Statement], predicate: str) -> tuple[LangString, ...]:
    literals = (one.object for one in said if one.predicate == predicate and isinstance(one.object, Literal))
    texts = (LangString(literal.lexical.strip(), literal.lang.lower()) for literal in literals)
    return tuple(text for text in texts if text.text)


def _text(said: Sequence[Statement], predicate: str) -> str:
    return next((text.text for text in _texts(said, predicate)), "")


def _first_day(*dates: str) -> str:
    return next((day for date in dates if (day := _day(date))), "")


def _day(text: str) -> str:
    """Return the day of a date, ``""`` where it is none; NVS writes ``2015-10-06 14:18:58.0``."""
    date = parse_date(text[:_DAY_CHARACTERS])
    return date.earliest.lexical[:_DAY_CHARACTERS] if date else ""
