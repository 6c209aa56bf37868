"""Serves from one snapshot, watches for another, and goes over to it.

New services are opened in a thread while the old ones answer. Then every new request gets them, and the old ones are
closed when the last request that began with them has ended.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from time import monotonic

from vocabsvc.services.services import Services
from vocabsvc.serving.sources import ServicesSource
from vocabsvc.store.snapshot import RefusedSnapshot, ServedSnapshot
from vocabsvc.store.snapshot_choice import Chosen, refusal

_LOOK_SECONDS = 1.0
_RETRY_SECONDS = 60.0
"""A snapshot may be refused for what passes, such as a lack of memory."""

_PATIENCE_SECONDS = 600.0
"""How long the old services wait for a client that does not read its answer."""

_log = logging.getLogger("vocabsvc")


class Generation:
    """Services over one snapshot, and how many requests are under way on them. For one event loop only."""

    def __init__(self, chosen: Chosen[Services]) -> None:
        self.services = chosen.opened
        self.name = chosen.served.snapshot
        self._requests = 0
        self._ended = asyncio.Event()
        self._ended.set()

    def enter(self) -> None:
        """Count a request in."""
        self._requests += 1
        self._ended.clear()

    def leave(self) -> None:
        """Count it out again."""
        self._requests -= 1
        if not self._requests:
            self._ended.set()

    def release(self) -> None:
        """Wait for no request any more."""
        self._ended.set()

    async def retire(self) -> None:
        """Close the services when no request is under way any more."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._ended.wait(), _PATIENCE_SECONDS)
        await self.services.close()


class Serving:
    """What a server answers from.

    ``settled`` is called whenever services have come or gone, and nothing is on its way: the moment to tidy memory.
    """

    def __init__(
        self,
        source: ServicesSource,
        settled: Callable[[], object] = lambda: None,
        look_seconds: float = _LOOK_SECONDS,
    ) -> None:
        self._source = source
        self._settled = settled
        self._look_seconds = look_seconds
        self._current: Generation | None = None
        self._served = ServedSnapshot()
        self._retry_at = 0.0
        self._watch: asyncio.Task[None] | None = None
        self._retiring: dict[asyncio.Task[None], Generation] = {}

    @property
    def current(self) -> Generation:
        """What a new request is answered from; there is some from ``start`` to ``close``."""
        assert self._current is not None  # noqa: S101 - the server starts it before it takes requests
        return self._current

    @property
    def served(self) -> ServedSnapshot:
        """Which snapshot that is, and what was refused."""
        return self._served

    async def start(self) -> None:
        """Open the first services, and watch for others.

        Raises:
            NoSnapshot: there is nothing that can be served.
        """
        chosen = self._source.first()
        await _start(chosen.opened)
        self._current, self._served = Generation(chosen), chosen.served
        for one in chosen.served.refused:
            _log.warning("snapshot %s is refused: %s; serving %s", one.snapshot, one.reason, chosen.served.snapshot)
        self._retry_at = monotonic() + _RETRY_SECONDS
        self._settled()
        if chosen.served.snapshot:
            self._watch = asyncio.create_task(self._look_on())

    async def close(self) -> None:
        """Stop watching, and close all services without waiting for requests any more."""
        if self._watch:
            self._watch.cancel()
            await asyncio.gather(self._watch, return_exceptions=True)
        for generation in self._retiring.values():
            generation.release()
        await asyncio.gather(*self._retiring, return_exceptions=True)
        last, self._current = self.current, None
        await last.services.close()

    async def _look_on(self) -> None:
        while True:
            await asyncio.sleep(self._look_seconds)
            try:
                await self._look()
            except Exception:  # noqa: BLE001 - logged; the next look may succeed
                _log.exception("the current snapshot could not be looked up")

    async def _look(self) -> None:
        name = await asyncio.to_thread(self._source.wanted)
        if name == self.current.name:
            self._served = replace(self._served, refused=())
        elif name and (monotonic() >= self._retry_at or all(one.snapshot != name for one in self._served.refused)):
            await self._go_over_to(name)

    async def _go_over_to(self, name: str) -> None:
        try:
            chosen = await asyncio.to_thread(self._source.open, name)
            await _start(chosen.opened)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the old one goes on serving
            self._refuse(name, refusal(error))
            return
        old, self._current, self._served = self.current, Generation(chosen), chosen.served
        _log.info("serving snapshot %s", name)
        task = asyncio.create_task(old.retire())
        self._retiring[task] = old
        task.add_done_callback(self._retired)

    def _refuse(self, name: str, why: str) -> None:
        self._served = replace(self._served, refused=(RefusedSnapshot(name, why),))
        self._retry_at = monotonic() + _RETRY_SECONDS
        _log.warning("snapshot %s is refused: %s; serving %s", name, why, self.current.name)

    def _retired(self, task: asyncio.Task[None]) -> None:
        del self._retiring[task]
        error = None if task.cancelled() else task.exception()
        if error:
            _log.error("services were not closed", exc_info=error)
        self._settled()


async def _start(services: Services) -> None:
    """Start services, or leave nothing of them."""
    try:
        await services.start()
    except BaseException:
        await services.close()
        raise
