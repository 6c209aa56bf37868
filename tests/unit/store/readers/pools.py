"""Pools to test, and queries of every temper."""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from vocabsvc.store.base import Answer, QueryLimits, SparqlQuery
from vocabsvc.store.readers.pool import ReaderPool

JSON, CSV, NTRIPLES = "application/sparql-results+json", "text/csv", "application/n-triples"
ASK = SparqlQuery("ASK { <urn:s1> ?p ?o }", JSON)
ALL = SparqlQuery("SELECT ?s ?o { ?s <urn:label> ?o }", CSV)
PAIRS = SparqlQuery("SELECT * { ?a ?b ?c . ?d ?e ?f }", CSV)
"""36 million rows, 2 GB: writes until it is stopped."""

SILENT = SparqlQuery("SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }", CSV)
"""Writes nothing for hours."""

HOARD = SparqlQuery("SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i } ORDER BY ?c ?f ?i", CSV)
"""Keeps rows, and writes nothing."""


@asynccontextmanager
async def running(folder: Path, limits: QueryLimits | None = None) -> AsyncIterator[ReaderPool]:
    pool = ReaderPool(folder, limits or QueryLimits())
    await pool.start()
    try:
        yield pool
    finally:
        await pool.close()


async def whole(answer: Answer) -> bytes:
    return b"".join([answer.head, *([piece async for piece in answer.rest] if answer.rest else [])])


async def asked(pool: ReaderPool, query: SparqlQuery) -> bytes:
    return await whole(await pool.begin(query))


def lives(pid: int) -> bool:
    """Whether the process is there; one that is dead and was not collected yet is not."""
    with contextlib.suppress(FileNotFoundError, ProcessLookupError):
        return Path(f"/proc/{pid}/stat").read_text("utf-8").rpartition(")")[2].split()[0] != "Z"
    return False


async def comes_true(condition: Callable[[], bool], seconds: float = 5.0) -> float:
    """Return the seconds it took."""
    loop = asyncio.get_running_loop()
    start = loop.time()
    while not condition():
        assert loop.time() - start < seconds
        await asyncio.sleep(0.001)
    return loop.time() - start
