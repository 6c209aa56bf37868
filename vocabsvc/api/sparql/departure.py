"""Notices that a client is gone while it is being answered, so that its query stops."""

import asyncio
from types import TracebackType
from typing import Self

from starlette.types import Receive

_PATIENCE_SECONDS = 0.05
"""Most answers are done before, and to watch costs more than they do."""


class Departure:
    """A context that is left when the client goes away; then what runs in it is cancelled, and ``happened`` is true.

    The body of the request must have been read: what comes after it can only be the end of the connection.
    """

    def __init__(self, receive: Receive) -> None:
        self.happened = False
        self._receive = receive
        self._watch: asyncio.Task[None] | None = None
        self._task: asyncio.Task[object] | None = None

    async def __aenter__(self) -> Self:
        self._task = asyncio.current_task()
        self._timer = asyncio.get_running_loop().call_later(_PATIENCE_SECONDS, self._begin)
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _traceback: TracebackType | None
    ) -> bool:
        self._timer.cancel()
        if self._watch is not None:
            self._watch.cancel()
        if self.happened and self._task is not None:
            self._task.uncancel()
            return kind is asyncio.CancelledError
        return False

    def _begin(self) -> None:
        self._watch = asyncio.ensure_future(self._look())

    async def _look(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self.happened = True
        if self._task is not None:
            self._task.cancel()
