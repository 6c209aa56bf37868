"""What a query may not use: time, bytes, rows, memory, the network."""

import asyncio
import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.unit.store.readers.conftest import SUBJECTS
from tests.unit.store.readers.pools import ALL, ASK, CSV, HOARD, JSON, PAIRS, SILENT, asked, comes_true, running, whole
from vocabsvc.errors import QueryInterrupted, ServiceFault
from vocabsvc.store.base import QueryLimits, SparqlQuery
from vocabsvc.store.readers.exchange import Exchange
from vocabsvc.store.readers.pool import ReaderPool

ROWS_OF_ALL = SUBJECTS
BYTES_OF_ALL = len("s,o\r\n") + sum(len(f"urn:s{n},étiquette {n}\r\n".encode()) for n in range(SUBJECTS))


class TestDeadline:
    @pytest.mark.parametrize("query", [SILENT, HOARD], ids=["silent", "hoard"])
    def test_one_second_is_met_within_a_fifth_more(self, graph: Path, query: SparqlQuery) -> None:
        async def ask() -> float:
            async with running(graph, QueryLimits(seconds=1, memory=8_000_000_000)) as pool:
                start = time.monotonic()
                with pytest.raises(QueryInterrupted, match="longer than 1 seconds"):
                    await pool.begin(query)
                took = time.monotonic() - start
                await comes_true(lambda: len(pool.pids) == 3)
                assert await asked(pool, ASK)
                return took

        assert 1 <= asyncio.run(ask()) < 1.2

    def test_it_is_of_the_whole_answer_however_fast_it_is_read(self, graph: Path) -> None:
        async def ask() -> tuple[float, float]:
            async with running(graph, QueryLimits(seconds=0.5, bytes=10**12, rows=10**9)) as pool:
                start = time.monotonic()
                with pytest.raises(QueryInterrupted, match="longer than"):
                    await asked(pool, PAIRS)
                fast = time.monotonic() - start
                start = time.monotonic()
                slow = await pool.begin(PAIRS)
                rest = slow.rest
                assert isinstance(rest, Exchange)
                await comes_true(lambda: rest.error is not None)  # nobody reads it
                with pytest.raises(QueryInterrupted, match="longer than"):
                    await whole(slow)
                return fast, time.monotonic() - start

        assert all(0.5 <= seconds < 0.7 for seconds in asyncio.run(ask()))

    def test_a_client_that_does_not_read_does_not_fill_the_memory(self, graph: Path) -> None:
        async def ask() -> int:
            async with running(graph, QueryLimits(seconds=5)) as pool:
                rest = (await pool.begin(PAIRS)).rest
                assert isinstance(rest, Exchange)
                await comes_true(lambda: rest.resume is not None)
                await asyncio.sleep(0.2)
                held = sum(len(piece) for piece in rest._pieces)
                await rest.aclose()
                return held

        assert 1_000_000 < asyncio.run(ask()) < 1_500_000


class TestLength:
    @pytest.mark.parametrize(
        ("limits", "reason"),
        [
            (QueryLimits(bytes=BYTES_OF_ALL - 1), f"larger than {BYTES_OF_ALL - 1} bytes"),
            (QueryLimits(rows=ROWS_OF_ALL - 1), f"longer than {ROWS_OF_ALL - 1} rows"),
        ],
        ids=["bytes", "rows"],
    )
    def test_a_short_answer_over_a_limit_never_begins(self, graph: Path, limits: QueryLimits, reason: str) -> None:
        async def ask() -> None:
            async with running(graph, limits) as pool:
                with pytest.raises(QueryInterrupted, match=reason):
                    await pool.begin(ALL)
                assert await asked(pool, ASK)

        asyncio.run(ask())

    def test_at_the_limits_it_is_whole(self, graph: Path) -> None:
        async def ask() -> bytes:
            async with running(graph, QueryLimits(bytes=BYTES_OF_ALL, rows=ROWS_OF_ALL)) as pool:
                return await asked(pool, ALL)

        assert len(asyncio.run(ask())) == BYTES_OF_ALL

    @pytest.mark.parametrize("limits", [QueryLimits(bytes=3_000_000), QueryLimits(rows=50_000)], ids=["bytes", "rows"])
    def test_a_long_one_breaks_off(self, graph: Path, limits: QueryLimits) -> None:
        async def ask() -> None:
            async with running(graph, limits) as pool:
                answer = await pool.begin(PAIRS)
                with pytest.raises(QueryInterrupted, match="ask for less"):
                    await whole(answer)
                assert await asked(pool, ASK)
                await comes_true(lambda: len(pool.pids) == 3)

        asyncio.run(ask())


class TestLongQueries:
    def test_they_give_way_and_their_reader_is_replaced(self, graph: Path) -> None:
        async def ask() -> None:
            async with running(graph, QueryLimits(bytes=10**12, rows=40_000_000)) as pool:
                short = pool.pids
                asking = asyncio.create_task(_count(pool, PAIRS))
                await asyncio.sleep(0)  # until it has asked
                (link,) = pool._busy
                assert os.getpriority(os.PRIO_PROCESS, link.pid) == 0
                await comes_true(lambda: os.getpriority(os.PRIO_PROCESS, link.pid) == 19)
                asking.cancel()
                assert link.pid in short
                await comes_true(lambda: len(pool.pids) == 3 and link.pid not in pool.pids)

        asyncio.run(ask())

    def test_one_that_ends_is_whole(self, graph: Path) -> None:
        async def ask() -> tuple[int, bool]:
            async with running(graph) as pool:
                before = set(pool.pids)
                answer = await pool.begin(SparqlQuery(f"{PAIRS.text} LIMIT 60000", CSV))
                (link,) = pool._busy
                await comes_true(lambda: link.humble)  # nobody reads the answer meanwhile
                rows = (await whole(answer)).count(b"\r\n") - 1
                await comes_true(lambda: len(pool.pids) == 3)
                return rows, before <= set(pool.pids)

        assert asyncio.run(ask()) == (60_000, False)


class TestMemory:
    def test_a_query_that_hoards_costs_one_answer(self, graph: Path) -> None:
        async def ask() -> None:
            async with running(graph, QueryLimits(memory=200_000_000)) as pool:
                hoarding = pool.begin(HOARD)
                other = asyncio.create_task(_ask_until(hoarding.done, pool))
                with pytest.raises(QueryInterrupted, match="more memory"):
                    await hoarding
                assert await other > 10
                await comes_true(lambda: len(pool.pids) == 3)

        asyncio.run(ask())

    def test_a_query_that_nests_too_deeply_costs_one_answer(self, graph: Path) -> None:
        async def ask() -> None:
            async with running(graph) as pool:
                deep = SparqlQuery(f"ASK {{ FILTER({'(' * 300_000}1{')' * 300_000}) }}", JSON)
                with pytest.raises(QueryInterrupted, match="more memory"):
                    await pool.begin(deep)
                assert await asked(pool, ASK)

        asyncio.run(ask())


async def _count(pool: ReaderPool, query: SparqlQuery) -> int:
    answer = await pool.begin(query)
    assert answer.rest is not None
    return len(answer.head) + sum([len(piece) async for piece in answer.rest])


async def _ask_until(done: Callable[[], bool], pool: ReaderPool) -> int:
    answered = 0
    while not done():
        assert await asked(pool, ASK)
        answered += 1
    return answered


@pytest.mark.parametrize("silent", ["", "SILENT"])
def test_readers_cannot_reach_the_network(graph: Path, silent: str) -> None:
    """SERVICE is refused long before; this is the wall behind."""
    called: list[object] = []

    async def ask() -> None:
        listener = await asyncio.start_server(lambda *_: called.append(_), "127.0.0.1", 0)
        port = listener.sockets[0].getsockname()[1]
        query = SparqlQuery(f"SELECT * {{ SERVICE {silent} <http://127.0.0.1:{port}/sparql> {{ ?s ?p ?o }} }}", CSV)
        async with listener, running(graph) as pool:
            if silent:
                assert await asked(pool, query)
            else:
                with pytest.raises(ServiceFault, match="Permission denied"):
                    await pool.begin(query)
            assert await asked(pool, ASK)

    asyncio.run(ask())
    assert called == []
