"""Evidence: a loaded vocabulary has a concept of the same name or code, and leads from it to the target."""

from collections.abc import Iterator, Mapping, Sequence

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.concept import Concept, ConceptRef
from vocabsvc.model.match import Hit, MatchKind
from vocabsvc.namespaces import OWL, SEMAPV, SKOS
from vocabsvc.services.mapper.evidence import Proposal
from vocabsvc.store.base import SearchRequest, Store, TermIndex

_SAME_NAME = 0.7
"""Those who spell a name alike mostly mean the same quantity; GF3 and Argo codes do."""

_STEPS: Mapping[str, tuple[str, float]] = {
    f"{OWL}sameAs": (f"{SKOS}exactMatch", 0.9),
    f"{SKOS}exactMatch": (f"{SKOS}exactMatch", 0.9),
    f"{SKOS}closeMatch": (f"{SKOS}closeMatch", 0.8),
    f"{SKOS}broadMatch": (f"{SKOS}broadMatch", 0.7),
}
_BROADER = (f"{SKOS}broadMatch", 0.7)
_MOST_NAMESAKES = 20


class EqualNames:
    """Follows one link from a namesake: MEDATLAS and Argo codes lead to P01 and P07, French OD1 names to P02."""

    def __init__(self, index: TermIndex, store: Store) -> None:
        self._index = index
        self._store = store

    def proposals(self, term: LocalTerm, targets: Sequence[str]) -> Sequence[Proposal]:
        """See ``Evidence.proposals``."""
        namesakes: dict[str, Hit] = {}
        for name in filter(str.strip, (term.local_name, term.long_name)):
            page = self._index.search(SearchRequest(name, limit=_MOST_NAMESAKES))
            equal = (hit for hit in page.items if hit.match.kind in {MatchKind.NOTATION, MatchKind.EXACT})
            namesakes |= {hit.concept.uri: hit for hit in equal}
        return [proposal for hit in namesakes.values() for proposal in self._from(hit, targets)]

    def _from(self, hit: Hit, targets: Sequence[str]) -> Iterator[Proposal]:
        named = f"{hit.match.text!r} in {hit.concept.vocabulary}"
        if hit.concept.vocabulary.lower() in targets:
            yield _proposal(hit.concept, _SAME_NAME, f"{SKOS}closeMatch", f"spelled like {named}", chained=False)
            return
        concept = self._store.concept(hit.concept.uri)
        if concept is None:
            return
        steps = dict(_steps(concept))
        for uri, ref in self._store.refs(steps).items():
            if ref.vocabulary.lower() in targets:
                predicate, confidence = steps[uri]
                reason = f"spelled like {named}, which links to {ref.notation}"
                yield _proposal(ref, _SAME_NAME * confidence, predicate, reason, chained=True)


def _steps(concept: Concept) -> Iterator[tuple[str, tuple[str, float]]]:
    for uri in concept.broader:
        yield uri, _BROADER
    for link in concept.links:
        if link.predicate in _STEPS:
            yield link.target, _STEPS[link.predicate]


def _proposal(concept: ConceptRef, score: float, predicate: str, reason: str, *, chained: bool) -> Proposal:
    justification = f"{SEMAPV}MappingChaining" if chained else f"{SEMAPV}LexicalMatching"
    return Proposal(concept, score, predicate, justification, reason)
