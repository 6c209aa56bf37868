from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.postgresql import running_postgresql
from vocabsvc.errors import DatabaseUnreachable
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.term_request import Occurrence
from vocabsvc.store.curation.collected import Collected
from vocabsvc.store.curation.database import Database
from vocabsvc.store.curation.missing import SqlCollectedTerms

TERM = LocalTerm("STYR", "Styrène dans l’eau", "ug/l", "baie", method="GC")


@pytest.fixture(params=["sqlite", "postgresql"])
def terms(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlCollectedTerms]:
    if request.param == "sqlite":
        found = SqlCollectedTerms(Database.at(tmp_path / "d.sqlite"))
        yield found
        found.close()
        return
    with running_postgresql() as server:
        found = SqlCollectedTerms(Database.open(server.new_database()))
        yield found
        found.close()


def met(source: str = "profil.csv", who: str = "marie", day: str = "2026-01-02") -> Occurrence:
    return Occurrence(source, who, 1, day, day)


def test_equal_names_are_counted_once_by_source_and_person(terms: SqlCollectedTerms) -> None:
    assert terms.all() == ()
    terms.add([])
    terms.add([Collected(TERM, met()), Collected(TERM, met()), Collected(TERM, met("autre.csv"))])
    spelled = LocalTerm("styr", "STYRENE dans l’eau", "ug/l", "Baie", method="gc")
    terms.add([Collected(spelled, met(day="2026-02-03")), Collected(TERM, met(who="yves"))])
    assert [(one.term, one.occurrence) for one in terms.all()] == [
        (TERM, Occurrence("profil.csv", "marie", 3, "2026-01-02", "2026-02-03")),
        (TERM, met("autre.csv")),
        (TERM, met(who="yves")),
    ]


def test_those_who_collect_at_once_do_not_count_over_each_other(terms: SqlCollectedTerms) -> None:
    others = [LocalTerm(f"N{number}") for number in range(4)]
    with ThreadPoolExecutor(4) as pool:
        list(pool.map(lambda one: terms.add([Collected(TERM, met()), Collected(one, met())]), others))
    found = terms.all()
    assert len(found) == 5
    assert next(one for one in found if one.term == TERM).occurrence.times == 4


def test_a_database_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    away = SqlCollectedTerms(Database.at(tmp_path / "no folder" / "d.sqlite"))
    with pytest.raises(DatabaseUnreachable):
        away.add([Collected(TERM, met())])
