"""What the centre of a term has published itself: it stands before every guess."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.concept import ConceptRef
from vocabsvc.namespaces import SEMAPV, SKOS
from vocabsvc.services.mapper.phrases import ENGLISH, FRENCH
from vocabsvc.services.mapping_sets import MappingSets
from vocabsvc.store.base import Store

_UNSTATED_CONFIDENCE = 0.8
_FARTHEST = 3
_LEAST = 0.3
_KEPT = {f"{SKOS}{name}" for name in ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")}
_FOLLOWED = {f"{SKOS}{name}" for name in ("exactMatch", "closeMatch", "broadMatch")}


@dataclass(frozen=True, slots=True)
class Published:
    """A mapping of the centre's own, or one that follows from it by way of further published ones."""

    concept: ConceptRef
    confidence: float
    predicate_id: str
    mapping_justification: str
    text: str
    french: str


_Found = tuple[float, str, str, str, str]
"""Confidence, predicate, justification, and the reason in English and in French."""


class PublishedMappings:
    """Looks the local name up in the mapping set of its centre."""

    def __init__(self, mapping_sets: MappingSets, store: Store) -> None:
        self._mapping_sets = mapping_sets
        self._store = store

    def of(self, term: LocalTerm, targets: Sequence[str]) -> list[Published]:
        """Return what is published for the term, best first, of the ``targets`` (vocabulary ids in lower case)."""
        centre = term.centre.strip().lower()
        if not centre or not term.local_name.strip():
            return []
        rows = self._mapping_sets.named(term.local_name)
        own = [mapping for mapping_set, mapping in rows if mapping_set.id.lower() == centre]
        found: dict[str, _Found] = {}
        for mapping in own:
            if mapping.predicate_id in _KEPT:
                confidence = _UNSTATED_CONFIDENCE if mapping.confidence is None else mapping.confidence
                texts = _told(ENGLISH.own, FRENCH.own, name=mapping.subject_label, confidence=confidence)
                known = found.get(mapping.object_id)
                if known is None or known[0] < confidence:
                    found[mapping.object_id] = (
                        confidence, mapping.predicate_id, mapping.mapping_justification, *texts
                    )  # fmt: skip
        direct = self._in_targets(found, targets)
        reached = {one.concept.vocabulary.lower() for one in direct}
        further = self._followed(found)
        chained = [one for one in self._in_targets(further, targets) if one.concept.vocabulary.lower() not in reached]
        return sorted((*direct, *chained), key=lambda one: (-one.confidence, one.concept.uri))

    def _followed(self, found: Mapping[str, _Found]) -> Mapping[str, _Found]:
        """Return what published mappings of what was found lead to, confidences multiplied."""
        reached: dict[str, _Found] = {}
        waiting = {uri: (one[0], one[1], uri.rstrip("/").rpartition("/")[2]) for uri, one in found.items()}
        for _ in range(_FARTHEST):
            further: dict[str, tuple[float, str, str]] = {}
            for uri, (confidence, predicate, path) in waiting.items():
                if predicate not in _FOLLOWED:
                    continue
                for mapping in self._mapping_sets.about(uri):
                    if mapping.subject_id != uri or mapping.predicate_id not in _FOLLOWED or not mapping.asserts:
                        continue
                    total = confidence * (_UNSTATED_CONFIDENCE if mapping.confidence is None else mapping.confidence)
                    target = mapping.object_id
                    if total < _LEAST or target in found or total <= reached.get(target, (0.0,))[0]:
                        continue
                    broad = f"{SKOS}broadMatch" in {predicate, mapping.predicate_id}
                    kind = f"{SKOS}broadMatch" if broad else f"{SKOS}closeMatch"
                    texts = _told(ENGLISH.own_through, FRENCH.own_through, path=path, confidence=total)
                    reached[target] = (total, kind, f"{SEMAPV}MappingChaining", *texts)
                    further[target] = (total, kind, f"{path}, {target.rstrip('/').rpartition('/')[2]}")
            waiting = further
        return reached

    def _in_targets(self, found: Mapping[str, _Found], targets: Sequence[str]) -> list[Published]:
        refs = self._store.refs(found)
        return [
            Published(refs[uri], *one)
            for uri, one in found.items()
            if uri in refs and refs[uri].vocabulary.lower() in targets
        ]


def _told(english: str, french: str, **about: str | float) -> tuple[str, str]:
    return english.format(**about), french.format(**about)
