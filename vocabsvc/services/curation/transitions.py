"""Which action is possible on which status, and the row that it leaves."""

from collections.abc import Mapping
from dataclasses import replace

from vocabsvc.errors import DecisionRefused
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.decision import Action, Asked, CuratedMapping, MappingStatus
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.namespaces import SEMAPV
from vocabsvc.services.curation.rows import inert, with_status
from vocabsvc.services.curation.targets import label_of

_PROPOSED, _ACCEPTED, _REJECTED, _RETIRED = MappingStatus

_LEADS_TO: Mapping[tuple[MappingStatus, Action], MappingStatus] = {
    (_PROPOSED, Action.ACCEPT): _ACCEPTED,
    (_PROPOSED, Action.REJECT): _REJECTED,
    (_PROPOSED, Action.CHANGE): _PROPOSED,
    (_ACCEPTED, Action.CHANGE): _ACCEPTED,
    (_ACCEPTED, Action.RETIRE): _RETIRED,
    (_REJECTED, Action.PROPOSE): _PROPOSED,
    (_RETIRED, Action.PROPOSE): _PROPOSED,
}
"""All that is possible: what was rejected or retired is proposed again before anything else."""

_WISHED: Mapping[Action, MappingStatus] = {
    Action.PROPOSE: _PROPOSED,
    Action.ACCEPT: _ACCEPTED,
    Action.REJECT: _REJECTED,
    Action.RETIRE: _RETIRED,
}

_MANUAL = f"{SEMAPV}ManualMappingCuration"


def status_after(status: MappingStatus, asked: Asked) -> MappingStatus:
    """Return the status that an action leads to.

    Raises:
        DecisionRefused: the action is impossible, or lacks what it needs.
    """
    after = _LEADS_TO.get((status, asked.action))
    if after is None:
        possible = ", ".join(action for before, action in _LEADS_TO if before is status)
        raise DecisionRefused(f"a mapping that is {status} cannot get {asked.action}; possible: {possible}")
    changes = bool(asked.object_id or asked.predicate_id)
    if asked.action is Action.CHANGE and not changes:
        raise DecisionRefused("change needs an object_id or a predicate_id")
    if asked.action is not Action.CHANGE and changes:
        raise DecisionRefused(f"{asked.action} takes no object_id and no predicate_id: change comes first")
    if asked.action is Action.REJECT and not asked.comment:
        raise DecisionRefused("reject needs a comment that says why")
    return after


def wished_state(state: CuratedMapping, asked: Asked) -> CuratedMapping:
    """Return what a decision would have made of a state, possible or not."""
    status = _WISHED.get(asked.action, state.status)
    row = replace(
        state.row,
        object_id=asked.object_id or state.row.object_id,
        object_label="" if asked.object_id else state.row.object_label,
        predicate_id=asked.predicate_id or state.row.predicate_id,
    )
    return replace(state, status=status, row=with_status(row, status), decisions=state.decisions + 1)


def changed_row(row: SssomMapping, predicate_id: str, target: ConceptRef, comment: str) -> SssomMapping:
    """Return a row that now says something else: what justified the old claim is gone, what the subject is stays."""
    kept = tuple(one for one in row.other if one[0].startswith(("ext_", "subject_", "predicate_modifier")))
    return inert(
        SssomMapping(
            subject_id=row.subject_id,
            predicate_id=predicate_id,
            object_id=target.uri,
            mapping_justification=_MANUAL,
            subject_label=row.subject_label,
            object_label=label_of(target),
            comment=comment,
            other=kept,
        )
    )


def proposed_row(
    subject: ConceptRef, predicate_id: str, target: ConceptRef, comment: str, like: SssomMapping | None
) -> SssomMapping:
    """Return the row of a new mapping; ``like`` is another one of its subject, which knows how its centre names it."""
    kept = tuple(one for one in like.other if one[0].startswith(("ext_", "subject_"))) if like else ()
    row = SssomMapping(
        subject_id=subject.uri,
        predicate_id=predicate_id,
        object_id=target.uri,
        mapping_justification=_MANUAL,
        subject_label=like.subject_label if like else label_of(subject),
        object_label=label_of(target),
        comment=comment,
        other=kept,
    )
    return with_status(inert(row), _PROPOSED)
