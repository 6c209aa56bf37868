"""Decisions and rows for tests."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from vocabsvc.errors import DatabaseUnreachable, DecisionConflict
from vocabsvc.model.decision import Action, Decision, MappingStatus
from vocabsvc.model.mapping import Mapping
from vocabsvc.namespaces import SEMAPV, SKOS

ROW = Mapping(
    subject_id="http://hub.example/id/testcentre/1",
    predicate_id=f"{SKOS}exactMatch",
    object_id="http://test.example/collection/T01/current/SALTX01/",
    mapping_justification=f"{SEMAPV}ManualMappingCuration",
    subject_label="SEAU_T",
    object_label="Salinité du bassin d’essai",
    confidence=0.6,
    other=(("ext_status", "proposed"), ("ext_unit", "µmol/l")),
)

DECISION = Decision(
    sequence=0,
    mapping_set="testcentre",
    mapping="m1",
    number=1,
    action=Action.PROPOSE,
    status=MappingStatus.PROPOSED,
    result=ROW,
    base=None,
    who="hélène.dupont",
    decided=datetime(2026, 11, 21, 12, 30, 1, 250, UTC),
    tool="vocabsvc 0",
    comment="à vérifier",
)


class LogInMemory:
    """A ``DecisionLog`` that forgets; ``away`` makes it unreachable."""

    def __init__(self) -> None:
        self.decisions: list[Decision] = []
        self.away = False
        self.closed = False

    def since(self, sequence: int) -> tuple[Decision, ...]:
        self._check()
        return tuple(self.decisions[sequence:])

    def append(self, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
        self._check()
        last = len(self.decisions)
        placed = tuple(replace(one, sequence=number) for number, one in enumerate(decisions, start=last + 1))
        for one in placed:
            if any((one.mapping, one.number) == (known.mapping, known.number) for known in self.decisions):
                raise DecisionConflict("somebody else decided meanwhile")
        self.decisions += placed
        return placed

    def close(self) -> None:
        self.closed = True

    def _check(self) -> None:
        if self.away:
            raise DatabaseUnreachable("the database of decisions is away")
