"""The server's end of one reader."""

import asyncio
import os
import signal
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from socket import socket
from time import monotonic

from vocabsvc.errors import QueryInterrupted, QueryRefused, ServiceFault
from vocabsvc.store.readers.exchange import Exchange
from vocabsvc.store.readers.frames import END, INTERRUPTED, PART, READY, REFUSED, Frames

_RECEIVE_BYTES = 262_144
_LAST = 19  # the lowest priority
_MOST_ASKED = 4  # so that a reader goes on to the next query without waiting for the server


class Link:
    """Hands queries to a reader, which answers one after the other, and its answers to those who asked.

    Each has ``seconds`` from when the reader comes to it. ``on_free`` is called when one is answered, ``on_lost`` once
    when the reader is dead, or as good as dead; who asked is then told by whoever knows why.
    """

    def __init__(
        self,
        pid: int,
        end: socket,
        seconds: float,
        on_free: Callable[["Link"], None],
        on_lost: Callable[["Link"], None],
    ) -> None:
        end.setblocking(False)  # noqa: FBT003 - the name of the method says it
        self.pid = pid
        self.humble = False
        self._asked: deque[Exchange] = deque()
        self._seconds = seconds
        self._loop = asyncio.get_running_loop()
        self.ready: asyncio.Future[None] = self._loop.create_future()
        self._end = end
        self._frames = Frames()
        self._on_free = on_free
        self._on_lost = on_lost
        self._sending: asyncio.Task[None] | None = None
        self._loop.add_reader(end.fileno(), self._readable)

    @property
    def exchange(self) -> Exchange | None:
        """What the reader answers now."""
        return self._asked[0] if self._asked else None

    @property
    def load(self) -> int:
        """How many queries it has."""
        return len(self._asked)

    @property
    def has_room(self) -> bool:
        """Whether it may be handed another query already."""
        return len(self._asked) < _MOST_ASKED and not self.humble and (self._sending is None or self._sending.done())

    def ask(self, exchange: Exchange) -> None:
        """Hand over a query; the deadline that it has until its turn stays what it was."""
        self._asked.append(exchange)
        if len(self._asked) == 1:
            self._begin(exchange)
        try:
            sent = self._end.send(exchange.frame)
        except BlockingIOError:
            sent = 0
        except OSError:
            return  # it is dead, which reading is about to find out
        if sent < len(exchange.frame):
            rest = memoryview(exchange.frame)[sent:]
            self._sending = self._loop.create_task(self._send(rest))

    def take_back(self) -> list[Exchange]:
        """Return the queries that the reader did not come to and that somebody still wants; they are its no more."""
        later = [exchange for exchange in list(self._asked)[1:] if not exchange.ended]
        if self._asked:
            self._asked = deque((self._asked[0],))
        return later

    def kill(self) -> None:
        """End the reader, whatever it is doing."""
        with suppress(ProcessLookupError):
            os.kill(self.pid, signal.SIGKILL)
        self._lose()

    def give_way(self) -> None:
        """Have the reader run when nothing else wants to, for good: no process may take that back."""
        self.humble = True
        with suppress(OSError):
            os.setpriority(os.PRIO_PROCESS, self.pid, _LAST)

    def close(self) -> None:
        """Let the reader end by itself, if it is idle."""
        if self._end.fileno() >= 0:
            self._loop.remove_reader(self._end.fileno())
            self._end.close()

    def _begin(self, exchange: Exchange) -> None:
        exchange.began = monotonic()
        exchange.due = exchange.began + self._seconds
        exchange.stop = self.kill

    async def _send(self, data: memoryview) -> None:
        with suppress(OSError):
            await self._loop.sock_sendall(self._end, data)

    def _readable(self) -> None:
        try:
            data = self._end.recv(_RECEIVE_BYTES)
        except BlockingIOError:
            return
        except OSError:
            data = b""
        if not data:
            self._lose()
            return
        for kind, payload in self._frames.feed(data):
            self._take(kind, payload)

    def _take(self, kind: int, payload: bytes) -> None:
        exchange = self.exchange
        if exchange is None:
            self._greeted(kind, payload)
        elif kind == PART:
            if exchange.ended:
                self.kill()  # nobody wants so long an answer any more
            elif exchange.received(payload, last=False) and exchange.resume is None:
                self._loop.remove_reader(self._end.fileno())
                exchange.resume = self._resume
        else:
            exchange.resume = exchange.stop = None
            self._asked.popleft()
            if self._asked:
                self._begin(self._asked[0])
            if exchange.ended:
                pass
            elif kind == END:
                exchange.received(payload, last=True)
            else:
                exchange.failed(_error(kind, payload.decode()))
            self._on_free(self)

    def _greeted(self, kind: int, payload: bytes) -> None:
        if kind == READY:
            self.ready.set_result(None)
        elif not self.ready.done():
            self.ready.set_exception(ServiceFault(f"a reader cannot open the database: {payload.decode()}"))

    def _resume(self) -> None:
        if self.exchange is not None and self._end.fileno() >= 0:
            self.exchange.resume = None
            self._loop.add_reader(self._end.fileno(), self._readable)

    def _lose(self) -> None:
        if self._end.fileno() < 0:
            return
        self.close()
        if self._sending is not None:
            self._sending.cancel()
        if not self.ready.done():
            self.ready.set_exception(ServiceFault("a reader ended before it was ready"))
        self._on_lost(self)


def _error(kind: int, reason: str) -> Exception:
    if kind == REFUSED:
        return QueryRefused(reason)
    return QueryInterrupted(reason) if kind == INTERRUPTED else ServiceFault(f"a query failed: {reason}")
