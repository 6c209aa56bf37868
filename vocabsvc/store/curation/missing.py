"""Names for which nothing was found, as a table beside the log of decisions."""

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import Any

from sqlalchemy import Column, Integer, Table, Text, UniqueConstraint, bindparam, func, insert, select, update

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.folding import fold
from vocabsvc.model.term_request import Occurrence
from vocabsvc.store.curation.collected import Collected
from vocabsvc.store.curation.database import METADATA, Database

_TERM = ("local_name", "long_name", "unit", "centre", "standard_name", "method", "instrument")

MISSING_TERMS = Table(
    "missing_term",
    METADATA,
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False),
    *(Column(name, Text, nullable=False) for name in _TERM),
    Column("source", Text, nullable=False),
    Column("asked_by", Text, nullable=False),
    Column("times", Integer, nullable=False),
    Column("first", Text, nullable=False),
    Column("last", Text, nullable=False),
    UniqueConstraint("key", "source", "asked_by"),
)
"""One row for a name, a source and a person; ``key`` is of the term without case and accents."""


class SqlCollectedTerms:
    """``CollectedTerms`` over a database; its writers take turns, so that none counts over another."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Collected, ...]:
        """See ``CollectedTerms.all``."""
        with self._database.reading() as connection:
            rows = connection.execute(select(MISSING_TERMS).order_by(MISSING_TERMS.c.number)).mappings()
            return tuple(_collected(dict(row)) for row in rows)

    def add(self, collected: Sequence[Collected]) -> None:
        """See ``CollectedTerms.add``."""
        if not collected:
            return
        table = MISSING_TERMS
        with self._database.writing() as connection:
            held = connection.execute(select(table.c.number, table.c.key, table.c.source, table.c.asked_by))
            known = {(key, source, who): number for number, key, source, who in held}
            last = connection.scalar(select(func.coalesce(func.max(table.c.number), 0))) or 0
            rows: dict[int, dict[str, Any]] = {}
            again: dict[int, dict[str, Any]] = {}
            for one in collected:
                place = (_key(one.term), one.occurrence.source, one.occurrence.asked_by)
                number = known.setdefault(place, last + len(rows) + 1)
                if number in rows:
                    rows[number]["times"] += one.occurrence.times
                elif number > last:
                    rows[number] = {"number": number, "key": place[0], **_row(one)}
                else:
                    met = again.setdefault(number, {"its_number": number, "more": 0, "met": one.occurrence.last})
                    met["more"] += one.occurrence.times
            if rows:
                connection.execute(insert(table), list(rows.values()))
            if again:
                counted = (
                    update(table)
                    .where(table.c.number == bindparam("its_number"))
                    .values(times=table.c.times + bindparam("more"), last=bindparam("met"))
                )
                connection.execute(counted, list(again.values()))

    def close(self) -> None:
        """See ``CollectedTerms.close``."""
        self._database.close()


def _row(one: Collected) -> dict[str, Any]:
    met = one.occurrence
    return {
        **{name: getattr(one.term, name) for name in _TERM},
        "source": met.source, "asked_by": met.asked_by, "times": met.times, "first": met.first, "last": met.last,
    }  # fmt: skip


def _key(term: LocalTerm) -> str:
    said = "\0".join(fold(getattr(term, name)) for name in _TERM)
    return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _collected(row: Mapping[str, Any]) -> Collected:
    term = LocalTerm(**{name: row[name] for name in _TERM})
    return Collected(term, Occurrence(row["source"], row["asked_by"], row["times"], row["first"], row["last"]))
