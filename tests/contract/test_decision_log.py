"""The log of decisions: one contract, over SQLite and over PostgreSQL."""

import multiprocessing
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import delete, text, update
from sqlalchemy.exc import DBAPIError, IntegrityError

from tests.decisions import DECISION, ROW
from tests.postgresql import PostgresServer, running_postgresql
from vocabsvc.errors import DatabaseUnreachable, DecisionConflict
from vocabsvc.model.decision import Action, MappingStatus
from vocabsvc.store.curation.database import Database
from vocabsvc.store.curation.log import DECISIONS, SqlDecisionLog

AGAIN = replace(DECISION, number=2, action=Action.ACCEPT, status=MappingStatus.ACCEPTED, base=ROW)


@pytest.fixture(scope="module")
def server() -> Iterator[PostgresServer]:
    with running_postgresql() as server:
        yield server


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'décisions.sqlite'}"
    server: PostgresServer = request.getfixturevalue("server")
    return server.new_database()


@pytest.fixture
def database(address: str) -> Iterator[Database]:
    database = Database.open(address)
    yield database
    database.close()


@pytest.fixture
def log(database: Database) -> SqlDecisionLog:
    return SqlDecisionLog(database)


def test_what_was_never_written_to_is_empty(log: SqlDecisionLog) -> None:
    assert log.since(0) == ()


def test_a_decision_comes_back_as_it_was_written(log: SqlDecisionLog) -> None:
    (written,) = log.append([DECISION])
    assert written == replace(DECISION, sequence=1)
    assert log.since(0) == (written,)


def test_another_connection_sees_what_was_written_in_order(log: SqlDecisionLog, address: str) -> None:
    log.append([DECISION, replace(DECISION, mapping="m2")])
    log.append([AGAIN])
    other = SqlDecisionLog(Database.open(address))
    assert [(one.sequence, one.mapping, one.number) for one in other.since(1)] == [(2, "m2", 1), (3, "m1", 2)]
    other.close()


@pytest.mark.parametrize("number", [1, 3])
def test_a_number_that_is_not_the_next_is_a_conflict_and_nothing_is_written(log: SqlDecisionLog, number: int) -> None:
    log.append([DECISION])
    with pytest.raises(DecisionConflict):
        log.append([replace(DECISION, mapping="m2"), replace(AGAIN, number=number)])
    assert [one.mapping for one in log.since(0)] == ["m1"]


def test_nothing_can_be_changed_or_removed(log: SqlDecisionLog, database: Database) -> None:
    log.append([DECISION])
    for statement in (update(DECISIONS).values(who="x"), delete(DECISIONS)):
        with pytest.raises(DBAPIError, match="only grows"), database.writing() as connection:
            connection.execute(statement)
    assert [one.who for one in log.since(0)] == [DECISION.who]


def test_a_fault_in_the_middle_undoes_all(log: SqlDecisionLog, database: Database) -> None:
    log.append([DECISION])
    with pytest.raises(IntegrityError), database.writing() as connection:
        connection.execute(DECISIONS.insert(), [_stored(), _stored()])
    assert len(log.since(0)) == 1


def test_what_is_written_while_reading_is_undone(log: SqlDecisionLog, database: Database) -> None:
    log.append([DECISION])
    with suppress(DatabaseUnreachable), database.reading() as connection:  # PostgreSQL refuses it at once
        connection.execute(DECISIONS.insert().values(**_stored()))
    assert len(log.since(0)) == 1


def test_of_threads_on_one_mapping_exactly_one_wins_each_time(log: SqlDecisionLog) -> None:
    for number in range(1, 6):
        with ThreadPoolExecutor(8) as pool:
            outcomes = list(pool.map(_try, [log] * 8, [number] * 8, [f"curator{n}" for n in range(8)]))
        assert outcomes.count("won") == 1
        assert outcomes.count("conflict") == 7
    assert [one.number for one in log.since(0)] == [1, 2, 3, 4, 5]


def test_of_processes_on_one_mapping_exactly_one_wins_each_time(address: str) -> None:
    with ProcessPoolExecutor(2, mp_context=multiprocessing.get_context("spawn")) as pool:
        first, second = pool.map(_compete, [address] * 2, ["a", "b"])
    log = SqlDecisionLog(Database.open(address))
    found = log.since(0)
    log.close()
    assert [one.number for one in found] == list(range(1, 21))
    assert [one.sequence for one in found] == list(range(1, 21))
    assert {one.number for one in found if one.who == "a"} == first
    assert {one.number for one in found if one.who == "b"} == second
    assert not first & second


def test_a_stopped_server_is_unreachable_and_then_there_again(server: PostgresServer) -> None:
    log = SqlDecisionLog(Database.open(server.new_database()))
    log.append([DECISION])
    server.stop()
    try:
        with pytest.raises(DatabaseUnreachable):
            log.append([AGAIN])
        with pytest.raises(DatabaseUnreachable):
            log.since(0)
    finally:
        server.start()
    assert len(log.since(0)) == 1
    assert log.append([AGAIN])[0].sequence == 2
    log.close()


def test_who_waits_too_long_for_another_writer_gives_up(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vocabsvc.store.curation.database._WAIT_SECONDS", 1)
    one, other = Database.open(address), Database.open(address)
    log = SqlDecisionLog(other)
    with one.writing(), pytest.raises(DatabaseUnreachable, match=r"(?i)lock"):
        log.append([DECISION])
    assert log.append([DECISION])[0].sequence == 1
    one.close()
    other.close()


def test_a_commit_is_on_disk(database: Database, address: str) -> None:
    with database.writing() as connection:
        said = "PRAGMA synchronous" if address.startswith("sqlite") else "SHOW synchronous_commit"
        assert str(connection.scalar(text(said))) in {"2", "on"}


def _try(log: SqlDecisionLog, number: int, who: str) -> str:
    try:
        log.append([replace(DECISION, number=number, who=who)])
    except DecisionConflict:
        return "conflict"
    return "won"


def _compete(address: str, who: str) -> set[int]:
    log = SqlDecisionLog(Database.open(address))
    won = {number for number in range(1, 21) if _win(log, number, who)}
    log.close()
    return won


def _win(log: SqlDecisionLog, number: int, who: str) -> bool:
    return _try(log, number, who) == "won"


def _stored() -> dict[str, object]:
    return {
        "sequence": 2, "mapping_set": "s", "mapping": "m1", "number": 2, "action": "accept", "status": "accepted",
        "result": "{}", "base": None, "who": "x", "decided": "2026-01-01T00:00:00+00:00", "tool": "", "comment": "",
    }  # fmt: skip
