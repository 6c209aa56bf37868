"""What is answered, and in what order."""

import asyncio
import json
import os
import signal
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any

import pytest
import uvloop
from pyoxigraph import Store

from tests.unit.store.readers.conftest import SUBJECTS
from tests.unit.store.readers.pools import (
    ALL,
    ASK,
    CSV,
    JSON,
    NTRIPLES,
    PAIRS,
    SILENT,
    asked,
    comes_true,
    lives,
    running,
    whole,
)
from vocabsvc.errors import Overloaded, QueryInterrupted, QueryRefused, ServiceFault
from vocabsvc.formats.sparql import GRAPH_TYPES, SOLUTION_TYPES
from vocabsvc.store.base import QueryLimits, SparqlQuery
from vocabsvc.store.evaluation import evaluate
from vocabsvc.store.readers.pool import ReaderPool

Run = Callable[[Coroutine[Any, Any, Any]], Any]
CONSTRUCT = "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }"


class Bytes:
    def __init__(self) -> None:
        self.all = b""

    def write(self, data: bytes, /) -> int:
        self.all += data
        return len(data)

    def flush(self) -> None: ...


@pytest.fixture(params=[asyncio.run, uvloop.run], ids=["asyncio", "uvloop"])
def run(request: pytest.FixtureRequest) -> Run:
    """The event loops that serve: of Python, and of uvicorn where uvloop is there."""
    chosen: Run = request.param
    return chosen


class TestAnswers:
    def test_a_short_answer_is_all_head(self, graph: Path, run: Run) -> None:
        async def ask() -> None:
            async with running(graph) as pool:
                answer = await pool.begin(ASK)
                assert json.loads(answer.head)["boolean"] is True
                assert answer.rest is None

        run(ask())

    def test_an_empty_answer_is_an_answer(self, graph: Path, run: Run) -> None:
        async def ask() -> bytes:
            async with running(graph) as pool:
                return await asked(pool, SparqlQuery("CONSTRUCT { ?s ?p ?o } { ?s <urn:no> ?o . ?s ?p ?o }", NTRIPLES))

        assert run(ask()) == b""

    @pytest.mark.parametrize("media_type", [*SOLUTION_TYPES, *GRAPH_TYPES])
    def test_a_long_answer_is_what_the_engine_writes(self, graph: Path, run: Run, media_type: str) -> None:
        text = CONSTRUCT if media_type in GRAPH_TYPES else "SELECT * { ?s ?p ?o . ?s ?q ?r }"

        async def ask() -> bytes:
            async with running(graph) as pool:
                return await asked(pool, SparqlQuery(text, media_type))

        expected = Bytes()
        evaluate(Store.read_only(str(graph)), text, media_type, [], [], expected, union=True)
        assert len(expected.all) > 200_000
        assert run(ask()) == expected.all

    def test_a_question_may_be_long(self, graph: Path, run: Run) -> None:
        async def ask() -> bytes:
            async with running(graph) as pool:
                return await asked(pool, SparqlQuery(f"ASK {{}} # {'é' * 450_000}", JSON))

        assert json.loads(run(ask()))["boolean"] is True

    def test_the_dataset_may_be_given_or_stand_in_the_query(self, graph: Path) -> None:
        async def ask(query: SparqlQuery) -> int:
            async with running(graph) as pool:
                return int((await asked(pool, query)).split()[1])

        count = "SELECT (COUNT(*) AS ?n) {} {{ ?s ?p ?o }}"
        for query, expected in (
            (SparqlQuery(count.format(""), CSV), 2 * SUBJECTS),
            (SparqlQuery(count.format(""), CSV, default_graphs=("urn:g",)), 2 * SUBJECTS),
            (SparqlQuery(count.format(""), CSV, default_graphs=("urn:other",)), 0),
            (SparqlQuery(count.format(""), CSV, named_graphs=("urn:g",)), 0),
            (SparqlQuery(count.format("FROM <urn:g>"), CSV), 2 * SUBJECTS),
            (SparqlQuery(count.format("FROM <urn:other>"), CSV), 0),
        ):
            assert asyncio.run(ask(query)) == expected


class TestRefusals:
    @pytest.mark.parametrize(
        ("query", "reason"),
        [
            (SparqlQuery("SELECT * {\n ?s ?p }", JSON), "error at 2:9: "),
            (SparqlQuery("SELECT * { ?s ?p '\ud800' }", JSON), "surrogates"),
            (SparqlQuery("SELECT * { ?s ?p ?o }", JSON, default_graphs=("no IRI",)), "not an IRI of a graph: 'no IRI'"),
        ],
    )
    def test_the_reason_is_the_engines(self, graph: Path, run: Run, query: SparqlQuery, reason: str) -> None:
        async def ask() -> None:
            async with running(graph) as pool:
                before = pool.pids
                with pytest.raises(QueryRefused, match=reason) as caught:
                    await pool.begin(query)
                assert not isinstance(caught.value, QueryInterrupted)
                assert pool.pids == before
                await pool.begin(ASK)

        run(ask())

    def test_a_folder_without_a_database_stops_the_start(self, tmp_path: Path) -> None:
        pool = ReaderPool(tmp_path / "none", QueryLimits())
        with pytest.raises(ServiceFault, match="no reader can be started"):
            asyncio.run(pool.start())


class TestQueue:
    def test_more_queries_than_readers_are_all_answered(self, graph: Path, run: Run) -> None:
        async def ask() -> None:
            async with running(graph, QueryLimits(waiting=100)) as pool:
                answers = await asyncio.gather(*(asked(pool, query) for query in [ASK, ALL] * 50))
                assert len(set(answers)) == 2
                assert all(len(answer.splitlines()) in {1, SUBJECTS + 1} for answer in answers)

        run(ask())

    def test_beyond_the_queue_one_is_told_when_to_come_again(self, graph: Path) -> None:
        async def ask() -> None:
            async with running(graph, QueryLimits(seconds=1.5, readers=1, waiting=1)) as pool:
                first, second = (pool.begin(SILENT) for _ in range(2))
                await asyncio.sleep(0.1)
                with pytest.raises(Overloaded) as caught:
                    await pool.begin(ASK)
                assert caught.value.retry_after == 2
                outcomes = await asyncio.gather(first, second, return_exceptions=True)
                assert isinstance(outcomes[0], QueryInterrupted)
                assert not isinstance(outcomes[1], BaseException) or isinstance(
                    outcomes[1], Overloaded | QueryInterrupted
                )

        asyncio.run(ask())

    def test_nobody_waits_longer_than_the_deadline(self, graph: Path) -> None:
        async def ask() -> None:
            async with running(graph, QueryLimits(seconds=0.4, readers=1, waiting=3)) as pool:
                asking = [pool.begin(SILENT) for _ in range(4)]
                outcomes = await asyncio.wait_for(asyncio.gather(*asking, return_exceptions=True), 1.5)
                kinds = [type(outcome) for outcome in outcomes]
                assert kinds[0] is QueryInterrupted
                assert Overloaded in kinds
                assert set(kinds) == {QueryInterrupted, Overloaded}

        asyncio.run(ask())

    def test_who_leaves_the_queue_makes_room(self, graph: Path) -> None:
        async def ask() -> None:
            async with running(graph, QueryLimits(seconds=2, readers=1, waiting=1)) as pool:
                busy, waiting = (pool.begin(SILENT) for _ in range(2))
                await asyncio.sleep(0.05)
                waiting.cancel()
                await asyncio.sleep(0)
                next_one = asyncio.create_task(asked(pool, ASK))
                await asyncio.sleep(0)
                busy.cancel()
                assert await asyncio.wait_for(next_one, 0.5)
                await asyncio.gather(busy, waiting, return_exceptions=True)

        asyncio.run(ask())


class TestAhead:
    """A busy reader is handed more queries than the one it answers."""

    def test_what_waits_behind_a_long_query_is_taken_back(self, graph: Path, run: Run) -> None:
        async def ask() -> None:
            async with running(graph, QueryLimits(readers=2, seconds=5)) as pool:
                long = pool.begin(SILENT)
                short = [pool.begin(ASK) for _ in range(8)]
                assert len(pool._busy) == 2
                await asyncio.wait_for(asyncio.gather(*short), 1)
                long.cancel()

        run(ask())

    def test_what_a_killed_reader_had_not_come_to_is_answered_by_another(self, graph: Path, run: Run) -> None:
        async def ask() -> None:
            async with running(graph, QueryLimits(readers=1)) as pool:
                first = pool.begin(SILENT)
                others = [pool.begin(ASK) for _ in range(3)]
                (link,) = pool._busy
                assert link.load == 4
                os.kill(link.pid, signal.SIGKILL)
                answers = await asyncio.wait_for(asyncio.gather(*others), 2)
                assert {answer.head for answer in answers} == {answers[0].head}
                with pytest.raises(QueryInterrupted, match="was killed"):
                    await first

        run(ask())

    def test_who_leaves_before_the_turn_costs_nobody_an_answer(self, graph: Path, run: Run) -> None:
        async def ask() -> None:
            async with running(graph, QueryLimits(readers=1, seconds=5)) as pool:
                asking = [pool.begin(query) for query in (ALL, SILENT, PAIRS, ASK)]
                for one in asking[1:3]:
                    one.cancel()
                first, last = await asyncio.wait_for(asyncio.gather(asking[0], asking[3]), 2)
                assert len((await whole(first)).splitlines()) == SUBJECTS + 1
                assert json.loads(last.head)["boolean"] is True
                await comes_true(lambda: not pool._busy and len(pool.pids) == 2)

        run(ask())

    def test_each_is_answered_with_its_own(self, graph: Path, run: Run) -> None:
        async def ask() -> None:
            async with running(graph, QueryLimits(waiting=500)) as pool:
                queries = [SparqlQuery(f"SELECT ({n} AS ?n) {{ }}", CSV) for n in range(300)]
                answers = await asyncio.gather(*map(pool.begin, queries))
                assert [int(answer.head.split()[1]) for answer in answers] == list(range(300))

        run(ask())


class TestClosing:
    def test_answers_under_way_come_to_their_end(self, graph: Path, run: Run) -> None:
        async def ask() -> bytes:
            pool = ReaderPool(graph, QueryLimits())
            await pool.start()
            asking = asyncio.create_task(asked(pool, ALL))
            await asyncio.sleep(0)
            await pool.close()
            return await asking

        assert len(run(ask()).splitlines()) == SUBJECTS + 1

    def test_no_process_is_left_and_it_may_start_again(self, graph: Path) -> None:
        async def ask() -> None:
            pool = ReaderPool(graph, QueryLimits(readers=3))
            for _ in range(2):
                await pool.start()
                pids = pool.pids
                assert len(pids) == 4
                assert all(map(lives, pids))
                await pool.begin(ASK)
                await pool.close()
                await comes_true(lambda pids=pids: not any(map(lives, pids)))  # type: ignore[misc] # a default is typed
            await pool.close()

        asyncio.run(ask())
