"""Queries answered by threads of this process: for stores that no reader process can open.

A thread cannot be stopped while it writes nothing. The one who asked has an answer at the deadline all the same, but
the thread keeps its place until it ends; so this suits stores that are small, or that end queries themselves.
"""

import asyncio
import contextlib
from math import ceil

from vocabsvc.errors import Overloaded, QueryInterrupted
from vocabsvc.model.sink import ByteSink
from vocabsvc.store.allowance import Allowance
from vocabsvc.store.base import Answer, QueryLimits, SparqlQuery, Store
from vocabsvc.store.streaming import CHUNK_BYTES, Channel, next_chunk, start_writer


class ThreadedEngine:
    """A ``QueryEngine`` over any store; ``limits.readers`` is how many threads answer at once."""

    def __init__(self, store: Store, limits: QueryLimits) -> None:
        self._store = store
        self._limits = limits
        self._places = asyncio.Semaphore(limits.readers)
        self._waiting = 0

    async def start(self) -> None:
        """See ``QueryEngine.start``."""
        self._places = asyncio.Semaphore(self._limits.readers)

    def begin(self, query: SparqlQuery) -> asyncio.Future[Answer]:
        """See ``QueryEngine.begin``."""
        return asyncio.ensure_future(self._answer(query))

    async def _answer(self, query: SparqlQuery) -> Answer:
        await self._take_place()
        loop = asyncio.get_running_loop()

        def write(sink: ByteSink) -> None:
            limits = self._limits
            try:
                limited = _LimitedSink(sink, Allowance(query.media_type, limits.bytes, limits.rows))
                self._store.answer(query, limited)
                limited.end()
            finally:
                with contextlib.suppress(RuntimeError):  # the loop is closed: nobody waits for the place
                    loop.call_soon_threadsafe(self._places.release)

        return await _begin(start_writer(write), self._limits.seconds)

    async def close(self) -> None:
        """See ``QueryEngine.close``. Threads that write nothing outlive it."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self._limits.seconds):
                for _ in range(self._limits.readers):
                    await self._places.acquire()

    async def _take_place(self) -> None:
        if self._places.locked() and self._waiting >= self._limits.waiting:
            raise Overloaded("too many queries wait already", ceil(self._limits.seconds))
        self._waiting += 1
        try:
            await asyncio.wait_for(self._places.acquire(), self._limits.seconds)
        except TimeoutError as error:
            raise Overloaded("the query waited too long for its turn", ceil(self._limits.seconds)) from error
        finally:
            self._waiting -= 1


async def _begin(channel: Channel, seconds: float) -> Answer:
    timer = asyncio.get_running_loop().call_later(seconds, channel.abandoned.set)
    rest = _Rest(channel, timer)
    try:
        head = await anext(rest, b"")
    except BaseException:
        await rest.aclose()
        raise
    if len(head) >= CHUNK_BYTES:
        return Answer(head, rest)
    timer.cancel()
    return Answer(head)


class _Rest:
    """An ``AnswerStream``; ``timer`` abandons the channel at the deadline."""

    def __init__(self, channel: Channel, timer: asyncio.TimerHandle) -> None:
        self._channel = channel
        self._timer = timer

    def __aiter__(self) -> "_Rest":
        return self

    async def __anext__(self) -> bytes:
        chunk = await next_chunk(self._channel)
        if chunk is not None:
            return chunk
        if self._channel.abandoned.is_set():
            raise QueryInterrupted("the query took longer than this endpoint allows")
        self._timer.cancel()
        raise StopAsyncIteration

    async def aclose(self) -> None:
        """See ``AnswerStream.aclose``."""
        self._timer.cancel()
        self._channel.abandoned.set()


class _LimitedSink:
    """Passes bytes on until a limit; raising here is what stops the engine."""

    def __init__(self, sink: ByteSink, allowance: Allowance) -> None:
        self._sink = sink
        self._allowance = allowance

    def write(self, data: bytes, /) -> int:
        self._allowance.spend(data)
        return self._sink.write(data)

    def flush(self) -> None:
        self._sink.flush()

    def end(self) -> None:
        self._allowance.end()
