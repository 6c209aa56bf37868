"""Public, read-only SPARQL."""

import time
from collections.abc import Callable

from vocabsvc.errors import QueryInterrupted
from vocabsvc.formats.sparql import query_form
from vocabsvc.model.sink import ByteSink
from vocabsvc.store.base import SparqlQuery, Store


class Sparql:
    """Runs queries within limits of time (seconds) and answer (bytes)."""

    def __init__(
        self, store: Store, timeout: float, max_bytes: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._store = store
        self._timeout = timeout
        self._max_bytes = max_bytes
        self._clock = clock

    def answer(self, query: SparqlQuery, sink: ByteSink) -> None:
        """Write the answer to ``sink``.

        Raises:
            UpdateRefused: SPARQL Update.
            QueryInterrupted: over a limit; what was written so far is not an answer.
            QueryRefused: SERVICE, a syntax error, or a query that fails while it runs.
        """
        query_form(query.text)
        limited = _LimitedSink(sink, self._max_bytes, self._clock() + self._timeout, self._clock)
        self._store.answer(query, limited)


class _LimitedSink:
    """Passes bytes on until a limit; raising here is what stops the engine."""

    def __init__(self, sink: ByteSink, room: int, deadline: float, clock: Callable[[], float]) -> None:
        self._sink = sink
        self._room = room
        self._deadline = deadline
        self._clock = clock

    def write(self, data: bytes, /) -> int:
        self._room -= len(data)
        if self._room < 0:
            raise QueryInterrupted("the answer is larger than this endpoint gives; ask for less")
        if self._clock() > self._deadline:
            raise QueryInterrupted("the query took longer than this endpoint allows")
        return self._sink.write(data)

    def flush(self) -> None:
        self._sink.flush()
