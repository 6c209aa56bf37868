"""One query under way, as the one who asked it sees it."""

import asyncio
from collections import deque
from collections.abc import Callable

from vocabsvc.store.base import Answer

_MOST_AHEAD, _ENOUGH_AHEAD = 1_000_000, 500_000
"""Bytes that are read before the client takes them: the reader of a shorter answer is free however slow the client."""


class Exchange:
    """A question and its answer: ``head`` is done with the first bytes, and the exchange is the ``rest`` of it.

    Whoever answers sets ``resume`` and ``stop``, which let it go on after ``received`` said that there is enough for
    now, and end it before its time.
    """

    __slots__ = ("_ahead", "_pieces", "_waiter", "began", "due", "ended", "error", "frame", "head", "resume", "stop")

    def __init__(self, frame: bytes, loop: asyncio.AbstractEventLoop) -> None:
        self.frame = frame
        self.head: asyncio.Future[Answer] = loop.create_future()
        self.began = self.due = 0.0
        self.ended = False
        self.error: BaseException | None = None
        self.resume: Callable[[], None] | None = None
        self.stop: Callable[[], None] | None = None
        self._pieces: deque[bytes] = deque()
        self._ahead = 0
        self._waiter: asyncio.Future[None] | None = None

    def received(self, piece: bytes, *, last: bool) -> bool:
        """Take the next bytes of the answer; return whether there are enough for now."""
        self.ended = last
        if not self.head.done():
            self.head.set_result(Answer(piece, None if last else self))
        elif piece:
            self._pieces.append(piece)
            self._ahead += len(piece)
        self._wake()
        return self._ahead > _MOST_AHEAD

    def failed(self, error: BaseException) -> None:
        """End the answer with an error, which comes before all that was not read yet."""
        if self.ended:
            return
        self.ended = True
        self.error = error
        self._pieces.clear()
        if not self.head.done():
            self.head.set_exception(error)
        self._wake()

    def __aiter__(self) -> "Exchange":
        return self

    async def __anext__(self) -> bytes:
        while not self._pieces:
            if self.error is not None:
                raise self.error
            if self.ended:
                raise StopAsyncIteration
            self._waiter = asyncio.get_running_loop().create_future()
            try:
                await self._waiter
            except asyncio.CancelledError:  # whoever reads is gone
                self.abandon()
                raise
        piece = self._pieces.popleft()
        self._ahead -= len(piece)
        if self.resume is not None and self._ahead < _ENOUGH_AHEAD:
            self.resume()
        return piece

    async def aclose(self) -> None:
        """See ``AnswerStream.aclose``."""
        self.abandon()

    def abandon(self) -> None:
        """Want no more of it, at once."""
        if not self.ended:
            self.ended = True
            if self.stop is not None:
                self.stop()
        self._pieces.clear()

    def _wake(self) -> None:
        if self._waiter is not None and not self._waiter.done():
            self._waiter.set_result(None)
