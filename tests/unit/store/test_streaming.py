import asyncio
import threading
from collections.abc import AsyncIterator

import pytest

from vocabsvc.errors import QueryInterrupted, QueryRefused
from vocabsvc.model.sink import ByteSink
from vocabsvc.store.streaming import stream_answer


async def collect(chunks: AsyncIterator[bytes]) -> bytes:
    return b"".join([chunk async for chunk in chunks])


def test_all_bytes_come_in_order() -> None:
    def write(sink: ByteSink) -> None:
        for number in range(50_000):
            sink.write(f"{number},".encode())

    async def run() -> bytes:
        return await collect(await stream_answer(write))

    assert asyncio.run(run()) == "".join(f"{number}," for number in range(50_000)).encode()


def test_an_empty_answer_is_an_answer() -> None:
    async def run() -> bytes:
        return await collect(await stream_answer(lambda _sink: None))

    assert asyncio.run(run()) == b""


def test_an_error_before_the_first_chunk_is_raised_at_once() -> None:
    def write(sink: ByteSink) -> None:
        sink.write(b"[")  # buffered: nothing was sent yet
        raise QueryRefused("no")

    with pytest.raises(QueryRefused):
        asyncio.run(stream_answer(write))


def test_an_error_later_breaks_the_answer() -> None:
    def write(sink: ByteSink) -> None:
        sink.write(b"x" * 200_000)
        raise QueryInterrupted("too long")

    async def run() -> None:
        chunks = await stream_answer(write)
        assert await anext(chunks) == b"x" * 200_000
        with pytest.raises(QueryInterrupted):
            await anext(chunks)

    asyncio.run(run())


def test_a_client_that_leaves_stops_the_writer() -> None:
    stopped = threading.Event()

    def write(sink: ByteSink) -> None:
        try:
            while True:
                sink.write(b"x" * 70_000)
        finally:
            stopped.set()

    async def run() -> None:
        chunks = await stream_answer(write)
        await anext(chunks)
        await chunks.aclose()

    asyncio.run(run())
    assert stopped.wait(5)
