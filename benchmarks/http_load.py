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
    """What a run took; ``times`` are of the single requests, in milliseconds, ``received`` bytes came with heads.

    ``client_share`` is the part of the time that the client itself was at work: near 1 it measures itself.
    """

    seconds: float
    times: tuple[float, ...]
    client_share: float
    received: int = 0

    @property
    def rate(self) -> float:
        """Requests a second."""
        return len(self.times) / self.seconds

    @property
    def megabytes(self) -> float:
        """Megabytes a second."""
        return self.received / 1e6 / self.seconds


def send(port: int, paths: Iterable[str], connections: int = CONNECTIONS, accept: str = "application/json") -> HttpLoad:
    """Ask for every path once.

    Raises:
        OSError: an answer other than 200, or a broken connection.
    """
    return asyncio.run(_send(port, deque(_request(path, accept) for path in paths), connections))


async def _send(port: int, waiting: deque[bytes], connections: int) -> HttpLoad:
    loop = asyncio.get_running_loop()
    opened = [
        (await loop.create_connection(lambda: _Connection(waiting), "127.0.0.1", port))[1] for _ in range(connections)
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
    times = tuple(time for connection in opened for time in connection.times)
    return HttpLoad(wall, times, busy / wall, sum(connection.received for connection in opened))


def _request(path: str, accept: str) -> bytes:
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: {accept}\r\n\r\n".encode()


class _Reply:
    """One answer as its bytes come; of the body only the end is kept."""

    def __init__(self) -> None:
        self.start = time.perf_counter()
        self.head = b""
        self._in_body = self._chunked = False
        self._missing = 0
        self._end = b""

    def add(self, data: bytes) -> bool:
        """Take the next bytes; return whether they are the last."""
        if not self._in_body:
            self.head += data
            self.head, end, data = self.head.partition(_HEAD_END)
            if not end:
                return False
            self._read_head(self.head.lower())
        self._missing -= len(data)
        self._end = (self._end + data)[-len(_LAST_CHUNK) :]
        return self._end == _LAST_CHUNK if self._chunked else self._missing <= 0

    def _read_head(self, fields: bytes) -> None:
        self._in_body = True
        self._chunked = _CHUNKED in fields
        if not self._chunked:
            start = fields.index(_LENGTH) + len(_LENGTH)
            self._missing = int(fields[start:].split(b"\r\n", 1)[0])


class _Connection(asyncio.Protocol):
    """Takes requests from ``waiting`` until there are none left."""

    def __init__(self, waiting: deque[bytes]) -> None:
        self.finished = asyncio.get_running_loop().create_future()
        self.times: list[float] = []
        self.received = 0
        self._waiting = waiting
        self._reply = _Reply()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def send_next(self) -> None:
        if not self._waiting:
            self.finished.set_result(None)
            return
        self._reply = _Reply()
        self._transport.write(self._waiting.popleft())

    def close(self) -> None:
        self._transport.close()
        if self.finished.done() and not self.finished.cancelled():
            self.finished.exception()  # that of another connection was raised already

    def data_received(self, data: bytes) -> None:
        self.received += len(data)
        if not self._reply.add(data):
            return
        self.times.append((time.perf_counter() - self._reply.start) * 1000)
        if self._reply.head.split(b" ", 2)[1] != b"200":
            self._fail(OSError((self._reply.head + _HEAD_END + data)[:600].decode(errors="replace")))
            return
        self.send_next()

    def connection_lost(self, exc: Exception | None) -> None:
        self._fail(exc or OSError("the server closed the connection"))

    def _fail(self, error: Exception) -> None:
        if not self.finished.done():
            self.finished.set_exception(error)
