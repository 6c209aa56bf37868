"""The log of decisions as a table that only grows."""

import json
from collections.abc import Sequence
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    DDL,
    Column,
    Connection,
    Integer,
    RowMapping,
    Table,
    Text,
    UniqueConstraint,
    event,
    func,
    insert,
    select,
)
from sqlalchemy.exc import IntegrityError

from vocabsvc.errors import DecisionConflict
from vocabsvc.model.decision import Action, Decision, MappingStatus
from vocabsvc.model.mapping import Mapping
from vocabsvc.store.curation.database import METADATA, Database

DECISIONS = Table(
    "decision",
    METADATA,
    Column("sequence", Integer, primary_key=True, autoincrement=False),
    Column("mapping_set", Text, nullable=False),
    Column("mapping", Text, nullable=False),
    Column("number", Integer, nullable=False),
    Column("action", Text, nullable=False),
    Column("status", Text, nullable=False),
    Column("result", Text, nullable=False),
    Column("base", Text),
    Column("who", Text, nullable=False),
    Column("decided", Text, nullable=False),
    Column("tool", Text, nullable=False),
    Column("comment", Text, nullable=False),
    UniqueConstraint("mapping", "number"),
)
"""``result`` and ``base`` are rows as JSON, ``decided`` is ISO 8601 in UTC."""

_SQLITE_TRIGGER = """CREATE TRIGGER IF NOT EXISTS decision_{0} BEFORE {0} ON decision
BEGIN SELECT RAISE(ABORT, 'the log of decisions only grows'); END"""

_POSTGRESQL_FUNCTION = """CREATE OR REPLACE FUNCTION decision_only_grows() RETURNS trigger AS
$$ BEGIN RAISE EXCEPTION 'the log of decisions only grows'; END $$ LANGUAGE plpgsql"""

_POSTGRESQL_TRIGGER = """CREATE TRIGGER decision_only_grows BEFORE UPDATE OR DELETE OR TRUNCATE ON decision
FOR EACH STATEMENT EXECUTE FUNCTION decision_only_grows()"""

for _change in ("UPDATE", "DELETE"):
    event.listen(DECISIONS, "after_create", DDL(_SQLITE_TRIGGER.format(_change)).execute_if(dialect="sqlite"))  # type: ignore[no-untyped-call]
for _statement in (_POSTGRESQL_FUNCTION, _POSTGRESQL_TRIGGER):
    event.listen(DECISIONS, "after_create", DDL(_statement).execute_if(dialect="postgresql"))  # type: ignore[no-untyped-call]


class SqlDecisionLog:
    """A ``DecisionLog`` over a database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def since(self, sequence: int) -> tuple[Decision, ...]:
        """See ``DecisionLog.since``."""
        later = select(DECISIONS).where(DECISIONS.c.sequence > sequence).order_by(DECISIONS.c.sequence)
        with self._database.reading() as connection:
            return tuple(_decision(row) for row in connection.execute(later).mappings())

    def append(self, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
        """See ``DecisionLog.append``."""
        try:
            with self._database.writing() as connection:
                last = connection.scalar(select(func.coalesce(func.max(DECISIONS.c.sequence), 0))) or 0
                placed = tuple(replace(one, sequence=n) for n, one in enumerate(decisions, start=last + 1))
                for one in placed:
                    _check_number(connection, one)
                    connection.execute(insert(DECISIONS).values(_values(one)))
        except IntegrityError as error:
            raise DecisionConflict("somebody else decided meanwhile") from error
        return placed

    def close(self) -> None:
        """See ``DecisionLog.close``."""
        self._database.close()


def _check_number(connection: Connection, decision: Decision) -> None:
    """Refuse a number that leaves a gap; one that is taken already is refused by the table."""
    numbers = select(func.coalesce(func.max(DECISIONS.c.number), 0)).where(DECISIONS.c.mapping == decision.mapping)
    if connection.scalar(numbers) != decision.number - 1:
        raise DecisionConflict("somebody else decided meanwhile")


def _values(decision: Decision) -> dict[str, Any]:
    values = {column.name: getattr(decision, column.name) for column in DECISIONS.columns}
    return values | {
        "action": decision.action.value,
        "status": decision.status.value,
        "result": _to_json(decision.result),
        "base": _to_json(decision.base) if decision.base else None,
        "decided": decision.decided.astimezone(UTC).isoformat(),
    }


def _decision(row: RowMapping) -> Decision:
    values = dict(row) | {
        "action": Action(row["action"]),
        "status": MappingStatus(row["status"]),
        "result": _from_json(row["result"]),
        "base": _from_json(row["base"]) if row["base"] else None,
        "decided": datetime.fromisoformat(row["decided"]),
    }
    return Decision(**values)


def _to_json(mapping: Mapping) -> str:
    fields = asdict(mapping)
    del fields["line"]
    return json.dumps(fields, ensure_ascii=False)


def _from_json(text: str) -> Mapping:
    fields = json.loads(text)
    return Mapping(**{**fields, "other": tuple((slot, value) for slot, value in fields["other"])})
