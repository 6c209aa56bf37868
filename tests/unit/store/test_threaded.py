import asyncio
import threading
from collections.abc import Callable
from typing import cast

import pytest

from vocabsvc.errors import Overloaded, QueryInterrupted, QueryRefused
from vocabsvc.model.sink import ByteSink
from vocabsvc.store.base import Answer, QueryLimits, SparqlQuery, Store
from vocabsvc.store.threaded import ThreadedEngine

QUERY = SparqlQuery("ASK {}", "text/csv")
LONG = b"x" * 8000 + b"\r\n"


class Writing:
    """As much of a store as an engine asks."""

    def __init__(self, write: Callable[[ByteSink], object]) -> None:
        self._write = write

    def answer(self, _query: SparqlQuery, sink: ByteSink) -> None:
        self._write(sink)


def engine(write: Callable[[ByteSink], object], limits: QueryLimits | None = None) -> ThreadedEngine:
    return ThreadedEngine(cast("Store", Writing(write)), limits or QueryLimits())


def repeat(times: int) -> Callable[[ByteSink], None]:
    def write(sink: ByteSink) -> None:
        for _ in range(times):
            sink.write(LONG)

    return write


async def whole(answer: Answer) -> bytes:
    return b"".join([answer.head, *([piece async for piece in answer.rest] if answer.rest else [])])


def test_a_short_answer_is_all_head_and_a_long_one_is_whole() -> None:
    async def ask(write: Callable[[ByteSink], object]) -> tuple[bytes, bool]:
        answer = await engine(write).begin(QUERY)
        return await whole(answer), answer.rest is None

    assert asyncio.run(ask(lambda _: None)) == (b"", True)
    assert asyncio.run(ask(lambda sink: sink.write(b"true"))) == (b"true", True)
    assert asyncio.run(ask(repeat(100))) == (LONG * 100, False)


def test_what_the_store_refuses_is_refused() -> None:
    def refuse(sink: ByteSink) -> None:
        sink.write(b"head")
        raise QueryRefused("no")

    async def ask() -> None:
        with pytest.raises(QueryRefused, match="no"):
            await engine(refuse).begin(QUERY)

    asyncio.run(ask())


@pytest.mark.parametrize("limits", [QueryLimits(bytes=500_000), QueryLimits(rows=50)], ids=["bytes", "rows"])
def test_over_a_limit_it_breaks_off(limits: QueryLimits) -> None:
    async def ask() -> None:
        answer = await engine(repeat(100), limits).begin(QUERY)
        with pytest.raises(QueryInterrupted, match="ask for less"):
            await whole(answer)

    asyncio.run(ask())


def test_the_deadline_ends_an_answer_that_is_written_or_not() -> None:
    go_on = threading.Event()

    def silent(_: ByteSink) -> None:
        go_on.wait()

    async def ask(write: Callable[[ByteSink], object]) -> None:
        asked = engine(write, QueryLimits(seconds=0.2, bytes=10**12))
        with pytest.raises(QueryInterrupted, match="longer"):
            await whole(await asked.begin(QUERY))

    asyncio.run(ask(silent))
    go_on.set()
    asyncio.run(ask(repeat(10**9)))


def test_a_thread_keeps_its_place_until_it_ends_and_more_than_may_wait_are_told_to_come_again() -> None:
    go_on = threading.Event()

    async def ask() -> None:
        asked = engine(lambda _: go_on.wait(), QueryLimits(seconds=0.2, readers=1, waiting=1))
        with pytest.raises(QueryInterrupted):
            await asked.begin(QUERY)
        waiting = asyncio.ensure_future(asked.begin(QUERY))
        await asyncio.sleep(0)
        with pytest.raises(Overloaded, match="too many"):
            await asked.begin(QUERY)
        with pytest.raises(Overloaded, match="too long"):
            await waiting
        go_on.set()
        assert (await asked.begin(QUERY)).head == b""
        await asked.close()

    asyncio.run(ask())


def test_who_leaves_stops_the_writer() -> None:
    stopped = threading.Event()

    def write(sink: ByteSink) -> None:
        try:
            repeat(10**9)(sink)
        finally:
            stopped.set()

    async def leave() -> None:
        answer = await engine(write, QueryLimits(bytes=10**12)).begin(QUERY)
        assert answer.rest is not None
        await answer.rest.aclose()

    asyncio.run(leave())
    assert stopped.wait(5)
