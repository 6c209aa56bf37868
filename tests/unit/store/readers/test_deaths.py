"""Clients that leave, readers that are killed, servers that are killed."""

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.unit.store.readers.pools import ALL, ASK, PAIRS, SILENT, asked, comes_true, lives, running, whole
from vocabsvc.errors import QueryInterrupted
from vocabsvc.store.base import QueryLimits, SparqlQuery
from vocabsvc.store.readers.pool import ReaderPool

REPLACED_SECONDS = 0.1
PROMPT_SECONDS = 0.5  # the query that was left would run for hours
PROGRAM = """
import asyncio, sys
from pathlib import Path
from vocabsvc.store.base import QueryLimits, SparqlQuery
from vocabsvc.store.readers.pool import ReaderPool

async def main():
    pool = ReaderPool(Path(sys.argv[1]), QueryLimits())
    await pool.start()
    asking = pool.begin(SparqlQuery(sys.argv[2], "text/csv"))
    await asyncio.sleep(0.1)
    print(pool._forks._process.pid, *pool.pids, flush=True)
    await asking

asyncio.run(main())
"""


def busy_reader(pool: ReaderPool) -> int:
    (link,) = pool._busy
    return link.pid


class TestClientsThatLeave:
    def test_leaving_before_the_first_byte_ends_the_query(self, graph: Path) -> None:
        async def leave() -> None:
            async with running(graph, QueryLimits(readers=1)) as pool:
                asking = pool.begin(SILENT)
                await asyncio.sleep(0.05)
                reader = busy_reader(pool)
                asking.cancel()
                with pytest.raises(asyncio.CancelledError):
                    await asking
                assert await asyncio.wait_for(asked(pool, ASK), PROMPT_SECONDS)
                assert reader not in pool.pids
                await comes_true(lambda: not lives(reader))

        asyncio.run(leave())

    @pytest.mark.parametrize("pieces", [0, 3])
    def test_leaving_later_ends_it_too(self, graph: Path, pieces: int) -> None:
        async def leave() -> None:
            async with running(graph, QueryLimits(readers=1)) as pool:
                answer = await pool.begin(PAIRS)
                assert answer.rest is not None
                for _ in range(pieces):
                    await anext(answer.rest)
                reader = busy_reader(pool)
                await answer.rest.aclose()
                await answer.rest.aclose()
                assert await asyncio.wait_for(asked(pool, ASK), PROMPT_SECONDS)
                await comes_true(lambda: not lives(reader))

        asyncio.run(leave())

    def test_a_client_that_is_slow_keeps_no_reader_from_others(self, graph: Path) -> None:
        async def dawdle() -> None:
            async with running(graph, QueryLimits(readers=1)) as pool:
                slow = await pool.begin(ALL)  # less than what is read ahead
                assert await asyncio.wait_for(asked(pool, ASK), 1)
                assert await whole(slow) == await asked(pool, ALL)

        asyncio.run(dawdle())


class TestReadersThatAreKilled:
    @pytest.mark.parametrize("query", [SILENT, PAIRS], ids=["before the first byte", "after it"])
    def test_it_costs_one_answer(self, graph: Path, query: SparqlQuery) -> None:
        async def kill() -> None:
            async with running(graph) as pool:
                asking = asyncio.create_task(asked(pool, query))
                await asyncio.sleep(0.1)
                reader = busy_reader(pool)
                others = [asyncio.create_task(asked(pool, ALL)) for _ in range(10)]
                os.kill(reader, signal.SIGKILL)
                with pytest.raises(QueryInterrupted, match="was killed"):
                    await asking
                assert len(set(await asyncio.gather(*others))) == 1
                await comes_true(lambda: len(pool.pids) == 3)

        asyncio.run(kill())

    def test_the_next_query_waits_for_nothing_and_a_new_reader_is_there_soon(self, graph: Path) -> None:
        async def kill() -> tuple[float, float]:
            async with running(graph, QueryLimits(readers=1)) as pool:
                asking = pool.begin(SILENT)
                await asyncio.sleep(0.02)
                start = time.monotonic()
                os.kill(busy_reader(pool), signal.SIGKILL)
                assert await asked(pool, ASK)
                answered = time.monotonic() - start
                await comes_true(lambda: len(pool.pids) == 2)
                replaced = time.monotonic() - start
                with pytest.raises(QueryInterrupted):
                    await asking
                return answered, replaced

        # The best of several: what else runs on the machine takes its time, too.
        answered, replaced = map(min, zip(*(asyncio.run(kill()) for _ in range(5)), strict=True))
        assert answered < replaced < REPLACED_SECONDS

    def test_all_at_once_come_back(self, graph: Path) -> None:
        async def kill() -> None:
            async with running(graph) as pool:
                before = set(pool.pids)
                for reader in before:
                    os.kill(reader, signal.SIGKILL)
                await comes_true(lambda: len(set(pool.pids) - before) == 3)
                assert await asked(pool, ASK)

        asyncio.run(kill())

    def test_what_forks_them_comes_back_too(self, graph: Path) -> None:
        async def kill() -> None:
            async with running(graph) as pool:
                assert pool._forks is not None
                before, forks = set(pool.pids), pool._forks._process.pid
                os.kill(forks, signal.SIGKILL)
                await comes_true(lambda: not any(map(lives, before)))
                await comes_true(lambda: len(set(pool.pids) - before) == 3)
                assert await asked(pool, ASK)

        asyncio.run(kill())


def test_a_server_that_is_killed_leaves_no_process(graph: Path) -> None:
    arguments = [sys.executable, "-c", PROGRAM, str(graph), SILENT.text]
    with subprocess.Popen(arguments, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        pids = [int(pid) for pid in server.stdout.readline().split()]
        assert len(pids) == 4
        assert all(map(lives, pids))
        server.kill()
    asyncio.run(comes_true(lambda: not any(map(lives, pids))))
