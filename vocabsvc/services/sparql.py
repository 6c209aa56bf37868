"""Public, read-only SPARQL."""

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
        """Begin to answer; what is raised here came before the first byte.

        Raises:
            UpdateRefused: SPARQL Update.
            QueryInterrupted: over a limit.
            QueryRefused: SERVICE, a syntax error, or a query that fails while it runs.
            Overloaded: too many queries wait already.
            ServiceFault: the engine failed.
        """
        kept = self._kept.get(query)
        if kept is not None:
            return kept
        query_form(query.text)
        answer = await self._engine.answer(query)
        self._kept.add(query, answer)
        return answer

    async def close(self) -> None:
        """Let answers under way end, which the deadline bounds, and leave nothing behind."""
        await self._engine.close()
