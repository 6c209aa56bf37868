"""What published links lead to: mappings and links of concepts, followed over several steps."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.concept import Concept
from vocabsvc.model.mapping import MappingSet
from vocabsvc.model.vocabulary import GLOSSARY
from vocabsvc.namespaces import OWL, SKOS
from vocabsvc.services.mapper.entries import unit_spellings
from vocabsvc.services.mapper.examples import Example

_STEPS: Mapping[str, float] = {
    f"{OWL}sameAs": 0.95,
    f"{SKOS}exactMatch": 0.95,
    f"{SKOS}closeMatch": 0.85,
    f"{SKOS}broadMatch": 0.8,
}
_BROAD = f"{SKOS}broadMatch"
_BROADER = 0.8
_UNSTATED = 0.8
_LEAST = 0.3
_FARTHEST = 3
_LARGEST = 10_000
"""A vocabulary with more concepts is only a target: nobody's names are its labels."""


@dataclass(frozen=True, slots=True)
class _Step:
    target: str
    confidence: float
    origins: tuple[str, ...]
    broad: bool


@dataclass(frozen=True, slots=True)
class Reached:
    """What links lead to, with the product of their confidences; ``broad`` tells that one of them leads upwards."""

    confidence: float
    origins: tuple[str, ...]
    broad: bool


class Links:
    """All links between what is loaded, and names and labels of where they begin."""

    def __init__(self, concepts: Sequence[Concept], mapping_sets: Sequence[MappingSet]) -> None:
        self._concepts = {concept.uri: concept for concept in concepts}
        self._sizes = Counter(concept.vocabulary for concept in concepts)
        self._mapping_sets = mapping_sets
        self._steps: dict[str, list[_Step]] = defaultdict(list)
        for concept in concepts:
            if concept.vocabulary != GLOSSARY:
                self._steps[concept.uri] += _steps(concept)
        for mapping_set in mapping_sets:
            for mapping in mapping_set.mappings:
                if mapping.predicate_id in _STEPS and mapping.asserts:
                    confidence = _UNSTATED if mapping.confidence is None else mapping.confidence
                    origins = (mapping_set.id, *_collections(mapping.mapping_source))
                    broad = mapping.predicate_id == _BROAD
                    self._steps[mapping.subject_id].append(_Step(mapping.object_id, confidence, origins, broad))

    def follow(self, uri: str) -> Mapping[str, Reached]:
        """Return what a concept leads to, by its IRI."""
        found: dict[str, Reached] = {}
        waiting = {uri: Reached(1.0, (), broad=False)}
        for _ in range(_FARTHEST):
            further: dict[str, Reached] = {}
            for start, before in waiting.items():
                for step in self._steps.get(start, ()):
                    confidence = before.confidence * step.confidence
                    known = found.get(step.target)
                    if step.target == uri or confidence < _LEAST or (known and confidence <= known.confidence):
                        continue
                    origins = tuple(dict.fromkeys((*before.origins, *step.origins)))
                    found[step.target] = further[step.target] = Reached(confidence, origins, before.broad or step.broad)
            waiting = further
        return found

    def examples(self) -> Iterator[Example]:
        """Yield every name of a small vocabulary or mapping set with each concept that it leads to."""
        for concept in self._concepts.values():
            if concept.vocabulary != GLOSSARY and self._sizes[concept.vocabulary] <= _LARGEST:
                yield from self._of(concept.uri, concept.vocabulary, self._terms(concept))
        for mapping_set in self._mapping_sets:
            for mapping in mapping_set.mappings:
                if not mapping.asserts or mapping.predicate_id not in _STEPS:
                    continue
                if mapping.subject_id in self._concepts:  # its names are those of the concept
                    continue
                term = LocalTerm(mapping.subject_label, mapping.slot("ext_name"), mapping.slot("ext_unit"))
                confidence = _UNSTATED if mapping.confidence is None else mapping.confidence
                origins = (mapping_set.id, *_collections(mapping.mapping_source))
                broad = mapping.predicate_id == _BROAD
                yield Example(origins, term, mapping.object_id, published=True, confidence=confidence, broad=broad)
                for target, one in self.follow(mapping.object_id).items():
                    through = (*origins, *one.origins)
                    total = confidence * one.confidence
                    wider = broad or one.broad
                    yield Example(through, term, target, published=True, confidence=total, broad=wider)

    def _of(self, uri: str, origin: str, terms: Sequence[LocalTerm]) -> Iterator[Example]:
        for target, one in self.follow(uri).items():
            origins = tuple(dict.fromkeys((origin, *one.origins)))
            for term in terms:
                yield Example(origins, term, target, published=True, confidence=one.confidence, broad=one.broad)

    def _terms(self, concept: Concept) -> Sequence[LocalTerm]:
        codes = [notation.rpartition(":")[2] for notation in concept.notations]
        spelled = "|".join(unit_spellings(concept, self._concepts)[:1])
        code = next((code for code in reversed(codes) if not code.isdigit()), "")
        labels = [label.text.replace("_", " ") for label in concept.pref_labels] or [""]
        return [LocalTerm("" if concept.vocabulary == "P07" else code, label, spelled) for label in labels]


def _steps(concept: Concept) -> Iterator[_Step]:
    for uri in concept.broader:
        yield _Step(uri, _BROADER, (concept.vocabulary,), broad=True)
    for link in concept.links:
        if link.predicate in _STEPS:
            yield _Step(link.target, _STEPS[link.predicate], (concept.vocabulary,), link.predicate == _BROAD)


def _collections(source: str) -> Iterable[str]:
    """Return the vocabulary or list that a mapping rests on, by its address."""
    if "/collection/" in source:
        return (source.partition("/collection/")[2].partition("/")[0],)
    return ("copernicus",) if "copernicus" in source.lower() else ()
