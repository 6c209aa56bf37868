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

CHUNK_BYTES = 65_536
_CHUNKS_AHEAD = 16
_PATIENCE_SECONDS = 0.1  # how soon either side notices that the other is gone


class _ClientGoneError(Exception):
    """Raised inside the writer so that the engine stops."""


class Channel:
    """A sink that hands chunks to a consumer, at most ``_CHUNKS_AHEAD`` before it.

    Only the last chunk is shorter than ``CHUNK_BYTES``. Whoever sets ``abandoned`` stops the writer.
    """

    def __init__(self) -> None:
        self._chunks: queue.Queue[bytes | BaseException | None] = queue.Queue(_CHUNKS_AHEAD)
        self.abandoned = threading.Event()
        self._buffer = bytearray()

    def write(self, data: bytes, /) -> int:
        """Take bytes; raises where nobody wants them any more."""
        self._buffer += data
        if len(self._buffer) >= CHUNK_BYTES:
            self._pass_on()
        return len(data)

    def flush(self) -> None:
        """Keep what is buffered: the end of the answer passes it on."""

    def finish(self) -> None:
        """End the answer."""
        self._pass_on()
        self._put(None)

    def fail(self, error: BaseException) -> None:
        """End it with an error."""
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


def start_writer(write: Callable[[ByteSink], None]) -> Channel:
    """Run ``write`` in a thread of its own and return where its bytes come out."""
    channel = Channel()

    def work() -> None:
        with contextlib.suppress(_ClientGoneError):
            try:
                write(channel)
                channel.finish()
            except Exception as error:  # noqa: BLE001 - it is raised again where the bytes are read
                channel.fail(error)

    threading.Thread(target=work, name="answer", daemon=True).start()
    return channel


async def next_chunk(channel: Channel) -> bytes | None:
    """Return the next chunk, or ``None`` at the end of the answer, or where it was abandoned.

    Raises:
        Exception: whatever ended the writer.
    """
    item = await asyncio.to_thread(channel.take)
    if isinstance(item, BaseException):
        raise item
    return item


async def stream_answer(write: Callable[[ByteSink], None]) -> AsyncGenerator[bytes, None]:
    """Run ``write`` in a thread of its own and return its bytes as an iterator, once the first are there.

    Raises:
        Exception: whatever ``write`` raised before its first bytes.
    """
    channel = start_writer(write)
    try:
        first = await next_chunk(channel)
    except BaseException:
        channel.abandoned.set()
        raise
    return _rest(channel, first)


async def _rest(channel: Channel, first: bytes | None) -> AsyncGenerator[bytes, None]:
    try:
        chunk = first
        while chunk is not None:
            yield chunk
            chunk = await next_chunk(channel)
    finally:
        channel.abandoned.set()
