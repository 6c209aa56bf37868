"""Evidence: somebody published this mapping."""

from collections.abc import Sequence

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.mapping import Mapping, MappingSet
from vocabsvc.services.mapper.evidence import Proposal
from vocabsvc.services.mapping_sets import MappingSets
from vocabsvc.store.base import Store

_UNSTATED_CONFIDENCE = 0.8
_OTHER_CENTRE = 0.85
"""Another centre may mean something else by the same name."""


class PublishedMappings:
    """Looks the local name up in the mapping sets; the centre's own set first."""

    def __init__(self, mapping_sets: MappingSets, store: Store) -> None:
        self._mapping_sets = mapping_sets
        self._store = store

    def proposals(self, term: LocalTerm, targets: Sequence[str]) -> Sequence[Proposal]:
        """See ``Evidence.proposals``. Only the mappings of the term's own centre are ``decided``."""
        found = self._mapping_sets.named(term.local_name)
        refs = self._store.refs(mapping.object_id for _, mapping in found)
        return [
            _proposal(term, mapping_set, mapping, refs[mapping.object_id])
            for mapping_set, mapping in found
            if mapping.object_id in refs and refs[mapping.object_id].vocabulary.lower() in targets
        ]


def _proposal(term: LocalTerm, mapping_set: MappingSet, mapping: Mapping, concept: ConceptRef) -> Proposal:
    own = term.centre.strip().lower() == mapping_set.id.lower()
    confidence = _UNSTATED_CONFIDENCE if mapping.confidence is None else mapping.confidence
    whose = "of this centre" if own else f"of another centre ({mapping_set.id})"
    return Proposal(
        concept=concept,
        score=confidence if own else confidence * _OTHER_CENTRE,
        predicate_id=mapping.predicate_id,
        mapping_justification=mapping.mapping_justification,
        explanation=f"published mapping {whose}: {mapping.subject_label}, confidence {confidence:.2f}",
        decided=own,
    )
