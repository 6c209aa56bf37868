"""An answer written by a thread and sent as it comes.

An error before the first byte is raised to the caller, who can still answer with a status; later it breaks
the connection, so that a client never takes a half for the whole.
"""

import asyncio
import contextlib
import queue
import threading
from collections.abc import AsyncGenerator, Callable

from vocabsvc.model.sink import ByteSink

_CHUNK_BYTES = 65_536
_CHUNKS_AHEAD = 16
_PATIENCE_SECONDS = 0.1  # how soon either side notices that the other is gone


class _ClientGoneError(Exception):
    """Raised inside the writer so that the engine stops."""


class _Channel:
    """A sink that hands chunks to a consumer, at most ``_CHUNKS_AHEAD`` before it."""

    def __init__(self) -> None:
        self._chunks: queue.Queue[bytes | BaseException | None] = queue.Queue(_CHUNKS_AHEAD)
        self.abandoned = threading.Event()
        self._buffer = bytearray()

    def write(self, data: bytes, /) -> int:
        self._buffer += data
        if len(self._buffer) >= _CHUNK_BYTES:
            self._pass_on()
        return len(data)

    def flush(self) -> None:
        """Keep what is buffered: the end of the answer passes it on."""

    def finish(self) -> None:
        self._pass_on()
        self._put(None)

    def fail(self, error: BaseException) -> None:
        self._put(error)

    def take(self) -> bytes | BaseException | None:
        """Return the next chunk, the error that ended the answer, or ``None`` at its end."""
        while not self.abandoned.is_set():
            with contextlib.suppress(queue.Empty):
                return self._chunks.get(timeout=_PATIENCE_SECONDS)
        return None

    def _pass_on(self) -> None:
        if self._buffer:
            self._put(bytes(self._buffer))
            self._buffer.clear()

    def _put(self, item: bytes | BaseException | None) -> None:
        while not self.abandoned.is_set():
            try:
                self._chunks.put(item, timeout=_PATIENCE_SECONDS)
            except queue.Full:
                continue
            return
        raise _ClientGoneError


async def stream_answer(write: Callable[[ByteSink], None]) -> AsyncGenerator[bytes, None]:
    """Run ``write`` in a thread of its own and return its bytes as an iterator, once the first are there.

    Raises:
        Exception: whatever ``write`` raised before its first bytes.
    """
    channel = _Channel()

    def work() -> None:
        with contextlib.suppress(_ClientGoneError):
            try:
                write(channel)
                channel.finish()
            except Exception as error:  # noqa: BLE001 - it is raised again where the bytes are read
                channel.fail(error)

    threading.Thread(target=work, name="answer", daemon=True).start()
    try:
        first = await _next(channel)
    except BaseException:
        channel.abandoned.set()
        raise
    return _rest(channel, first)


async def _rest(channel: _Channel, first: bytes | None) -> AsyncGenerator[bytes, None]:
    try:
        chunk = first
        while chunk is not None:
            yield chunk
            chunk = await _next(channel)
    finally:
        channel.abandoned.set()


async def _next(channel: _Channel) -> bytes | None:
    item = await asyncio.to_thread(channel.take)
    if isinstance(item, BaseException):
        raise item
    return item
