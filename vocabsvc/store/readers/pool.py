"""Readers that answer public queries, and the queue before them."""

import asyncio
import logging
import os
import signal
from collections import deque
from collections.abc import Coroutine
from contextlib import suppress
from functools import partial
from math import ceil
from operator import attrgetter
from pathlib import Path
from time import monotonic

from vocabsvc.errors import Overloaded, QueryInterrupted, ServiceFault
from vocabsvc.formats.sparql import names_dataset
from vocabsvc.store.base import Answer, QueryLimits, SparqlQuery
from vocabsvc.store.readers.exchange import Exchange
from vocabsvc.store.readers.forks import Forks
from vocabsvc.store.readers.frames import question_frame
from vocabsvc.store.readers.link import Link

_SPARE = 1  # readers that are open but not asked until another one dies
_LOOK_SECONDS = 0.05  # how late a deadline may be seen
_AGAIN_SECONDS = 1.0  # after a reader could not be started
_LONG_SECONDS = 0.05  # a query that runs for so long gives way to short ones, and to the server

_log = logging.getLogger("vocabsvc")


class ReaderPool:
    """A ``QueryEngine`` over the folder of an Oxigraph database that nobody writes.

    The deadline is of the whole answer, from when a reader begins until the client has taken all but the last
    megabyte: it is met by killing the reader, and another stands ready. An answer that is dropped kills it, too.
    A reader that was busy for long runs at the lowest priority from then on, and is replaced when it has answered.
    When all are busy, each is handed a few queries more, so that it goes from one to the next by itself; what it does
    not come to soon is taken back.
    """

    def __init__(self, folder: Path, limits: QueryLimits) -> None:
        self.folder = folder
        self._limits = limits
        self._forks: Forks | None = None
        self._links: dict[Link, Forks] = {}
        self._idle: list[Link] = []
        self._busy: set[Link] = set()
        self._waiting: deque[Exchange] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._coming = 0
        self._closing = False
        self._look: asyncio.TimerHandle | None = None

    @property
    def pids(self) -> tuple[int, ...]:
        """The process ids of the readers that are ready or answer."""
        return tuple(link.pid for link in self._links)

    async def start(self) -> None:
        """See ``QueryEngine.start``.

        Raises:
            ServiceFault: no reader can open the database.
        """
        self._closing = False
        self._refill()
        await asyncio.gather(*self._tasks)
        if not self._links:
            await self.close()
            raise ServiceFault(f"no reader can be started over {self.folder}")

    def begin(self, query: SparqlQuery) -> asyncio.Future[Answer]:
        """See ``QueryEngine.begin``."""
        union = not names_dataset(query.text)
        question = (query.text, query.media_type, list(query.default_graphs), list(query.named_graphs), union)
        exchange = Exchange(question_frame(question), asyncio.get_running_loop())
        self._submit(exchange)
        exchange.head.add_done_callback(partial(self._settled, exchange))
        return exchange.head

    async def close(self) -> None:
        """See ``QueryEngine.close``."""
        while self._busy or self._waiting:
            await asyncio.sleep(_LOOK_SECONDS)
        self._closing = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        self._coming = 0
        for link in self._links:
            link.close()
        self._links.clear()
        self._idle.clear()
        if self._look is not None:
            self._look.cancel()
            self._look = None
        if self._forks is not None:
            await self._forks.close()
            self._forks = None

    def _submit(self, exchange: Exchange) -> None:
        if not self._links and not self._coming:
            raise ServiceFault("there is no reader, and none can be started")
        exchange.due = monotonic() + self._limits.seconds
        link = None if self._waiting else self._free()
        if link is not None:
            self._hand(link, exchange)
        elif len(self._waiting) < self._limits.waiting:
            self._waiting.append(exchange)
        else:
            raise Overloaded("too many queries wait already", self._retry_after())
        if self._look is None:
            self._look = asyncio.get_running_loop().call_later(self._look_seconds, self._look_around)

    def _settled(self, exchange: Exchange, head: asyncio.Future[Answer]) -> None:
        if head.cancelled():
            exchange.abandon()
            with suppress(ValueError):
                self._waiting.remove(exchange)

    def _free(self) -> Link | None:
        """Return a reader that may be handed a query; it is no more among the idle."""
        if self._idle and len(self._busy) < self._limits.readers:
            return self._idle.pop()
        return min((link for link in self._busy if link.has_room), key=attrgetter("load"), default=None)

    def _hand(self, link: Link, exchange: Exchange) -> None:
        self._busy.add(link)
        link.ask(exchange)

    def _freed(self, link: Link) -> None:
        if link.humble:
            link.kill()  # it would go on to queries that were taken back
            return
        if link.exchange is None:
            self._busy.discard(link)
            self._idle.append(link)
        if self._waiting:
            self._advance()

    def _advance(self) -> None:
        while self._waiting and (link := self._free()) is not None:
            self._hand(link, self._waiting.popleft())

    def _take_back(self, link: Link) -> None:
        self._waiting.extendleft(reversed(link.take_back()))

    @property
    def _look_seconds(self) -> float:
        return min(_LOOK_SECONDS, self._limits.seconds / 10)

    def _look_around(self) -> None:
        """Find what is over its time. One timer for all is cheaper than one a query."""
        now = monotonic()
        for link in tuple(self._busy):
            if link.exchange is None:
                continue
            if link.exchange.due <= now:
                link.exchange.failed(QueryInterrupted(f"the query took longer than {self._limits.seconds:g} seconds"))
                link.kill()
            elif link.exchange.began + _LONG_SECONDS <= now and link.exchange.ended:
                link.kill()  # who asked had left before its turn came
            elif link.exchange.began + _LONG_SECONDS <= now and not link.humble:
                link.give_way()
                self._take_back(link)
        self._advance()
        while self._waiting and self._waiting[0].due <= now:
            self._waiting.popleft().failed(Overloaded("the query waited too long for its turn", self._retry_after()))
        self._look = None
        if self._busy or self._waiting:
            self._look = asyncio.get_running_loop().call_later(self._look_seconds, self._look_around)

    def _retry_after(self) -> int:
        """Return the seconds after which a reader is free for certain."""
        dues = [link.exchange.due for link in self._busy if link.exchange is not None]
        return max(1, ceil(min(dues, default=monotonic()) - monotonic()))

    def _lost(self, link: Link) -> None:
        self._busy.discard(link)
        with suppress(ValueError):
            self._idle.remove(link)
        self._take_back(link)
        if link in self._links:  # it was ready once
            self._replace(link)

    def _replace(self, link: Link) -> None:
        forks = self._links.pop(link)
        self._refill()
        self._spawn(_bury(link, forks))
        self._advance()

    def _refill(self) -> None:
        while not self._closing and len(self._links) + self._coming < self._limits.readers + _SPARE:
            self._coming += 1
            self._spawn(self._grow())

    async def _grow(self) -> None:
        try:
            link = await self._forked()
        except (OSError, ServiceFault) as error:
            self._coming -= 1
            _log.error("a reader cannot be started: %s", error)
            if not self._closing:
                asyncio.get_running_loop().call_later(_AGAIN_SECONDS, self._refill)
            while self._waiting and not self._links and not self._coming:
                self._waiting.popleft().failed(ServiceFault("there is no reader, and none can be started"))
        else:
            self._coming -= 1
            self._idle.insert(0, link)  # the last is asked next: one whose caches are filled
            self._advance()

    async def _forked(self) -> Link:
        if self._forks is None or self._forks.lost:
            if self._forks is not None:
                self._spawn(self._forks.close())
            self._forks = Forks(self.folder, self._limits)
        forks = self._forks
        pid, end = await forks.fork()
        link = Link(pid, end, self._limits.seconds, self._freed, self._lost)
        try:
            await link.ready
        except BaseException:
            link.kill()
            self._spawn(_bury(link, forks))
            raise
        self._links[link] = forks
        return link

    def _spawn(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


async def _bury(link: Link, forks: Forks) -> None:
    """Tell the one who asked why there is no answer, unless that is known."""
    status = None
    with suppress(ServiceFault):
        status = await forks.reap(link.pid)
    if link.exchange is not None and not link.exchange.ended:
        error = _cause(status)
        _log.warning("reader %d died answering: %s", link.pid, error)
        link.exchange.failed(error)


def _cause(status: int | None) -> QueryInterrupted | ServiceFault:
    number = os.WTERMSIG(status) if status is not None and os.WIFSIGNALED(status) else None
    if number in {signal.SIGABRT, signal.SIGSEGV}:  # how the engine ends where it gets no more heap or stack
        return QueryInterrupted("the query needs more memory than this endpoint gives")
    if number == signal.SIGKILL or status is None:
        return QueryInterrupted("the process that answered was killed")
    return ServiceFault(f"the process that answered ended by itself, with status {status}")
