"""A client for one server: a handful of kept connections, each sending its next request when it has its answer.

It speaks raw sockets, as a client library takes longer for a request than the server does.
"""

import asyncio
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass

CONNECTIONS = 8
_HEAD_END = b"\r\n\r\n"
_LENGTH = b"content-length:"
_CHUNKED = b"transfer-encoding: chunked"
_LAST_CHUNK = b"0\r\n\r\n"


@dataclass(frozen=True, slots=True)
class HttpLoad:
    """What a run took; ``times`` are of the single requests, in milliseconds.

    ``client_share`` is the part of the time that the client itself was at work: near 1 it measures itself.
    """

    seconds: float
    times: tuple[float, ...]
    client_share: float

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.times) / self.seconds


def send(port: int, paths: Iterable[str], connections: int = CONNECTIONS) -> HttpLoad:
    """Ask for every path once.

    Raises:
        OSError: an answer other than 200, or a broken connection.
    """
    return asyncio.run(_send(port, deque(_request(path) for path in paths), connections))


async def _send(port: int, waiting: deque[bytes], connections: int) -> HttpLoad:
    loop = asyncio.get_running_loop()
    times: list[float] = []
    opened = [
        (await loop.create_connection(lambda: _Connection(waiting, times), "127.0.0.1", port))[1]
        for _ in range(connections)
    ]
    wall, busy = time.perf_counter(), time.process_time()
    try:
        for connection in opened:
            connection.send_next()
        await asyncio.gather(*(connection.finished for connection in opened))
    finally:
        for connection in opened:
            connection.close()
        await asyncio.sleep(0)  # the transports close in the loop
    wall, busy = time.perf_counter() - wall, time.process_time() - busy
    return HttpLoad(wall, tuple(times), busy / wall)


def _request(path: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: application/json\r\n\r\n".encode()


class _Connection(asyncio.Protocol):
    """Takes requests from ``waiting`` until there are none left, and adds to ``times``."""

    def __init__(self, waiting: deque[bytes], times: list[float]) -> None:
        self.finished = asyncio.get_running_loop().create_future()
        self._waiting = waiting
        self._times = times
        self._received = b""
        self._start = 0.0

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def send_next(self) -> None:
        if not self._waiting:
            self.finished.set_result(None)
            return
        self._received = b""
        self._start = time.perf_counter()
        self._transport.write(self._waiting.popleft())

    def close(self) -> None:
        self._transport.close()
        if self.finished.done() and not self.finished.cancelled():
            self.finished.exception()  # that of another connection was raised already

    def data_received(self, data: bytes) -> None:
        self._received += data
        head, end, body = self._received.partition(_HEAD_END)
        if not end or not _is_whole(head.lower(), body):
            return
        self._times.append((time.perf_counter() - self._start) * 1000)
        if head.split(b" ", 2)[1] != b"200":
            self._fail(OSError(self._received[:300].decode(errors="replace")))
            return
        self.send_next()

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(exc or OSError("the server closed the connection"))

    def _fail(self, error: Exception) -> None:
        if not self.finished.done():
            self.finished.set_exception(error)


def _is_whole(head: bytes, body: bytes) -> bool:
    if _CHUNKED in head:
        return body.endswith(_LAST_CHUNK)
    start = head.index(_LENGTH) + len(_LENGTH)
    return len(body) >= int(head[start:].split(b"\r\n", 1)[0])
