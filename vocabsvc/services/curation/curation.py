"""Mappings as they stand, and decisions on them: checked, then written to the log."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from vocabsvc import __version__
from vocabsvc.errors import DecisionConflict, DecisionRefused, UnknownName
from vocabsvc.model.decision import (
    ACTIVE,
    Action,
    Asked,
    Conflict,
    CuratedMapping,
    Decision,
    MappingHistory,
    MappingStatus,
    NewMapping,
)
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.mapping import MappingSet
from vocabsvc.model.match import Page
from vocabsvc.services.curation.coverage import Coverage, SetCoverage
from vocabsvc.services.curation.decided import Decided
from vocabsvc.services.curation.filters import MappingFilter
from vocabsvc.services.curation.identity import check_identity
from vocabsvc.services.curation.rows import Key, key_of, with_status
from vocabsvc.services.curation.states import ByMapping, history_of, new_id, states_of
from vocabsvc.services.curation.targets import Targets
from vocabsvc.services.curation.transitions import changed_row, proposed_row, status_after, wished_state
from vocabsvc.services.paging import check_page
from vocabsvc.store.curation.base import DecisionLog

_TOOL = f"vocabsvc {__version__}"
_NOTHING: ByMapping = {}


@dataclass(frozen=True, slots=True)
class _States:
    """The mappings of a set by id, and the decisions that they follow from."""

    decided: ByMapping
    by_id: Mapping[str, CuratedMapping]


class Curation:
    """The mapping sets of one snapshot, overlaid with the log of decisions. Threads may share it.

    Reading goes on with what is known while the log is away; deciding does not.
    """

    def __init__(
        self,
        open_log: Callable[[], DecisionLog],
        mapping_sets: Sequence[MappingSet],
        targets: Targets,
        coverage: Coverage,
    ) -> None:
        self._decided = Decided(open_log)
        self._sets = {one.id: one for one in sorted(mapping_sets, key=lambda one: one.id)}
        self._targets = targets
        self._coverage = coverage
        self._states: dict[str, _States] = {}

    def away(self) -> str:
        """Return why the log cannot be read, ``""`` where it can."""
        self._decided.known()
        return self._decided.away

    def known_decisions(self) -> Mapping[str, ByMapping]:
        """Return all decisions by set and mapping.

        Raises:
            DatabaseUnreachable: the log is away.
        """
        return self._decided.fresh()

    def sets(self) -> tuple[SetCoverage, ...]:
        """Return every set with its coverage, by id."""
        known = self._decided.known()
        return tuple(self._coverage.of(one, self._of(one, known).values()) for one in self._sets.values())

    def mappings(self, asked: MappingFilter, offset: int, limit: int) -> Page[CuratedMapping]:
        """Return the mappings that pass a filter: by set, as their file has them, then what only the log has.

        Raises:
            UnknownName: no such set is loaded.
            InvalidRequest, InputTooLarge: an impossible page.
        """
        check_page(offset, limit)
        found = [one for one in self._all(asked.mapping_set) if asked.passes(one)]
        return Page(len(found), tuple(found[offset : offset + limit]))

    def every(self) -> Iterator[CuratedMapping]:
        """Yield all mappings, in the order of ``mappings``."""
        return self._all("")

    def mapping(self, identity: str) -> CuratedMapping:
        """Return a mapping as it stands.

        Raises:
            UnknownName: there is none of this id.
        """
        return self._find(identity, self._decided.known())

    def history(self, identity: str) -> MappingHistory:
        """Return all that led to a mapping; raises as ``mapping``."""
        known = self._decided.known()
        found = self._find(identity, known)
        return history_of(found, known.get(found.mapping_set, {}).get(identity, ()))

    def decide(self, identity: str, asked: Asked, who: str, etag: str = "") -> CuratedMapping | Conflict:
        """Write a decision on the state that ``etag`` names, ``""`` for whatever it is, and return the new state.

        Raises:
            UnknownName: there is no mapping of this id.
            DecisionRefused: it is impossible for this mapping, or leads to no usable concept.
            InvalidRequest: ``who`` cannot be an identity.
            DatabaseUnreachable: the log is away, or cannot be written; nothing is.
        """
        check_identity(who)
        current = self._find(identity, self._decided.fresh())
        if etag and etag != current.etag:
            return Conflict(current, wished_state(current, asked))
        status = status_after(current.status, asked)
        row = with_status(self._row(current, asked), status)
        try:
            self._decided.append([_decision(current, asked.action, status, row, who, asked.comment)])
        except DecisionConflict:
            current = self._find(identity, self._decided.fresh())
            return Conflict(current, wished_state(current, asked))
        return self._find(identity, self._decided.fresh())

    def propose(self, new: NewMapping, who: str) -> CuratedMapping | Conflict:
        """Propose a mapping that its set does not have, and return its state; raises as ``decide``.

        It is a conflict where the set has one with the same subject and object, in whatever status.
        """
        check_identity(who)
        mapping_set = self._set(new.mapping_set)
        subject = self._targets.subject(self._targets.iri(mapping_set, new.subject_id))
        target = self._targets.object(self._targets.iri(mapping_set, new.object_id))
        predicate = self._targets.predicate(mapping_set, new.predicate_id)
        states = self._of(mapping_set, self._decided.fresh())
        like = next((one.row for one in states.values() if one.row.subject_id == subject.uri), None)
        row = proposed_row(subject, predicate, target, new.comment, like)
        state = _unfiled(mapping_set.id, row, states)
        current = _about(key_of(row), states.values())
        if current is None:
            decision = _decision(state, Action.PROPOSE, MappingStatus.PROPOSED, row, who, new.comment)
            try:
                self._decided.append([decision])
            except DecisionConflict:
                current = self._find(state.id, self._decided.fresh())
        return Conflict(current, state) if current else self._find(state.id, self._decided.fresh())

    def propose_rows(self, name: str, rows: Iterable[SssomMapping], who: str) -> tuple[CuratedMapping, ...]:
        """Propose rows for a set, all or none, and return those that it did not have.

        Raises:
            UnknownName: no such set is loaded.
            DecisionRefused: a row leads to no usable concept, with its line.
            DecisionConflict: somebody else proposed one of them meanwhile.
            InvalidRequest, DatabaseUnreachable: as ``decide``.
        """
        check_identity(who)
        mapping_set = self._set(name)
        states = dict(self._of(mapping_set, self._decided.fresh()))
        known = {key_of(one.row) for one in states.values()}
        new: dict[str, Decision] = {}
        for row in rows:
            self._check(row)
            if key_of(row) in known:
                continue
            proposed = with_status(row, MappingStatus.PROPOSED)
            state = _unfiled(name, proposed, states)
            states[state.id] = state
            known.add(key_of(row))
            new[state.id] = _decision(state, Action.PROPOSE, MappingStatus.PROPOSED, proposed, who, "")
        if new:
            self._decided.append(tuple(new.values()))
        known_now = self._decided.fresh()
        return tuple(self._find(identity, known_now) for identity in new)

    def close(self) -> None:
        """Leave no connection to the log open."""
        self._decided.close()

    def _row(self, current: CuratedMapping, asked: Asked) -> SssomMapping:
        """Return the row that a decision leaves, but for its status."""
        row = current.row
        if asked.action is Action.CHANGE:
            return self._changed(current, asked)
        if asked.action in {Action.ACCEPT, Action.PROPOSE} and row.object_id:
            self._targets.object(row.object_id)
        if asked.action is Action.PROPOSE:
            self._refuse_second(current, key_of(row))
        return row

    def _changed(self, current: CuratedMapping, asked: Asked) -> SssomMapping:
        mapping_set, row = self._set(current.mapping_set), current.row
        wanted = self._targets.iri(mapping_set, asked.object_id) if asked.object_id else row.object_id
        target = self._targets.object(wanted)
        predicate = row.predicate_id
        if asked.predicate_id:
            predicate = self._targets.predicate(mapping_set, asked.predicate_id)
        changed = changed_row(row, predicate, target, asked.comment)
        if (predicate, target.uri) == (row.predicate_id, row.object_id):
            raise DecisionRefused("the mapping says that already")
        self._refuse_second(current, key_of(changed))
        return changed

    def _refuse_second(self, current: CuratedMapping, key: Key) -> None:
        """Refuse what would make two mappings of one subject and one object."""
        states = self._of(self._set(current.mapping_set), self._decided.known())
        others = (one for one in states.values() if one.id != current.id and one.status in ACTIVE)
        other = _about(key, others)
        if other is not None:
            raise DecisionRefused(f"mapping {other.id} has this subject and object already")

    def _check(self, row: SssomMapping) -> None:
        try:
            if row.subject_id:
                self._targets.subject(row.subject_id)
            self._targets.object(row.object_id)
        except DecisionRefused as error:
            raise DecisionRefused(f"line {row.line}: {error}") from error

    def _set(self, name: str) -> MappingSet:
        try:
            return self._sets[name]
        except KeyError:
            raise UnknownName(f"unknown mapping set {name[:200]!r}") from None

    def _all(self, name: str) -> Iterator[CuratedMapping]:
        known = self._decided.known()
        for mapping_set in [self._set(name)] if name else self._sets.values():
            yield from self._of(mapping_set, known).values()

    def _find(self, identity: str, known: Mapping[str, ByMapping]) -> CuratedMapping:
        for mapping_set in self._sets.values():
            found = self._of(mapping_set, known).get(identity)
            if found is not None:
                return found
        raise UnknownName(f"unknown mapping {identity[:200]!r}")

    def _of(self, mapping_set: MappingSet, known: Mapping[str, ByMapping]) -> Mapping[str, CuratedMapping]:
        decided = known.get(mapping_set.id, _NOTHING)
        kept = self._states.get(mapping_set.id)
        if kept is None or kept.decided is not decided:
            kept = self._states[mapping_set.id] = _States(decided, states_of(mapping_set, decided))
        return kept.by_id


def _about(key: Key, states: Iterable[CuratedMapping]) -> CuratedMapping | None:
    return next((one for one in states if key_of(one.row) == key), None)


def _unfiled(mapping_set: str, row: SssomMapping, taken: Mapping[str, object]) -> CuratedMapping:
    """Return the state of a mapping that only the log will have, under an id of its own."""
    identity = new_id(mapping_set, key_of(row), taken)
    return CuratedMapping(identity, mapping_set, MappingStatus.PROPOSED, row)


def _decision(
    current: CuratedMapping, action: Action, status: MappingStatus, row: SssomMapping, who: str, comment: str
) -> Decision:
    return Decision(
        sequence=0,
        mapping_set=current.mapping_set,
        mapping=current.id,
        number=current.decisions + 1,
        action=action,
        status=status,
        result=row,
        base=current.filed,
        who=who,
        decided=datetime.now(UTC),
        tool=_TOOL,
        comment=comment,
    )
