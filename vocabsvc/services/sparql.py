"""Public, read-only SPARQL."""

import asyncio
from functools import partial

from vocabsvc.formats.sparql import query_form
from vocabsvc.services.kept_answers import KeptAnswers
from vocabsvc.store.base import Answer, QueryEngine, QueryLimits, SparqlQuery


class Sparql:
    """Has queries answered within ``limits``, by an engine that stands apart from all else.

    ``kept_bytes`` are for short answers that may be given again; 0 where the data may change meanwhile.
    """

    def __init__(self, engine: QueryEngine, limits: QueryLimits, kept_bytes: int = 0) -> None:
        self._engine = engine
        self._kept = KeptAnswers(kept_bytes)
        self.limits = limits

    async def start(self) -> None:
        """Be ready to answer; to be called once, in the event loop that the queries come from."""
        await self._engine.start()

    async def answer(self, query: SparqlQuery) -> Answer:
        """Give the answer to a query, as it was kept or from its first bytes on; raises as ``begin`` does."""
        return self.kept(query) or await self.begin(query)

    def kept(self, query: SparqlQuery) -> Answer | None:
        """Return the answer to exactly this query, if it was asked before and is kept."""
        return self._kept.get(query)

    def begin(self, query: SparqlQuery) -> asyncio.Future[Answer]:
        """Begin to answer; what is raised, here or by the future, came before the first byte.

        To cancel the future is to drop the query.

        Raises:
            UpdateRefused: SPARQL Update.
            QueryInterrupted: over a limit.
            QueryRefused: SERVICE, a syntax error, or a query that fails while it runs.
            Overloaded: too many queries wait already.
            ServiceFault: the engine failed.
        """
        query_form(query.text)
        answer = self._engine.begin(query)
        if self._kept.takes_any:
            answer.add_done_callback(partial(self._keep, query))
        return answer

    def _keep(self, query: SparqlQuery, answer: asyncio.Future[Answer]) -> None:
        if not answer.cancelled() and answer.exception() is None:
            self._kept.add(query, answer.result())

    async def close(self) -> None:
        """Let answers under way end, which the deadline bounds, and leave nothing behind."""
        await self._engine.close()
