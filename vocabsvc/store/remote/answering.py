"""Public queries passed on to a server, and its answers passed back, well formed or not at all.

The server is asked for the format that all of them write correctly, XML results or N-Triples; what was asked for is
written here. So a client never sees a server's dialect (Virtuoso's JSON-LD loses languages, its TSV is CSV), an
answer that ends early is noticed, and rows are counted.
"""

from collections.abc import Iterator, Sequence
from typing import IO, cast

from pyoxigraph import NamedNode, Quad, QueryResultsFormat, RdfFormat, Triple, parse, parse_query_results, serialize

from vocabsvc.errors import QueryInterrupted, QueryRefused, ServiceFault
from vocabsvc.formats.dataset_clause import without_dataset
from vocabsvc.formats.engine_functions import names_engine_functions
from vocabsvc.formats.solutions import SOLUTIONS_XML, is_whole, with_plain_blank_nodes
from vocabsvc.formats.sparql import SOLUTION_TYPES, answer_types, names_dataset, query_form
from vocabsvc.model.sink import ByteSink
from vocabsvc.store.base import QueryLimits, SparqlQuery
from vocabsvc.store.remote.connection import Connection, Reply, ServerRefusal, ServerTimeout
from vocabsvc.store.remote.cut import cut_short
from vocabsvc.store.remote.request import Question

_N_TRIPLES = "application/n-triples"
_ROW_END = b"result>"  # with or without a prefix; begin and end of a row each have it once
_LONGEST_MARK = 64
_TOO_MANY = "the answer has more rows than this endpoint gives; ask for less"


def answer(
    connection: Connection, query: SparqlQuery, graphs: Sequence[str], limits: QueryLimits, sink: ByteSink
) -> None:
    """Write the answer of the server to ``sink``; a query that names no graphs is asked of the union of ``graphs``.

    Raises:
        QueryRefused: the server refuses it.
        QueryInterrupted: over a limit; what was written so far is not an answer.
        ServiceFault: what came is no answer.
        StoreUnreachable: the server cannot be reached, or broke off.
    """
    if names_engine_functions(query.text):
        raise QueryRefused("functions of one engine (bif:, sql:) are not offered")
    solutions = answer_types(query_form(query.text)) is SOLUTION_TYPES
    question = _question(query, graphs, SOLUTIONS_XML if solutions else _N_TRIPLES)
    try:
        with connection.query(question, limits.seconds) as reply:
            if reason := cut_short(reply.headers):
                raise QueryInterrupted(f"the engine {reason}; ask for less")
            kind = reply.headers.get("Content-Type", "").partition(";")[0].strip().lower()
            if kind != question.accept:
                raise ServiceFault(f"the SPARQL server answers {kind!r} where {question.accept} was asked for")
            write = _write_solutions if solutions else _write_triples
            write(reply, query.media_type, limits.rows, sink)
    except ServerTimeout as error:
        raise QueryInterrupted("the query took longer than this endpoint allows") from error
    except ServerRefusal as error:
        if error.status in {400, 500}:  # Virtuoso answers 500 where a query fails while it runs
            raise QueryRefused(error.reason) from error
        raise


def _question(query: SparqlQuery, graphs: Sequence[str], accept: str) -> Question:
    for iri in (*query.default_graphs, *query.named_graphs):
        _check_iri(iri)
    if query.default_graphs or query.named_graphs:
        # The protocol overrides the query (SPARQL 1.1 Protocol §2.1.4); Virtuoso would ask both.
        return Question(without_dataset(query.text), accept, query.default_graphs, query.named_graphs)
    if names_dataset(query.text):
        return Question(query.text, accept)
    return Question(query.text, accept, graphs, graphs)


def _check_iri(iri: str) -> None:
    try:
        NamedNode(iri)
    except ValueError as error:
        raise QueryRefused(f"not an IRI of a graph: {iri!r}") from error


def _write_solutions(reply: Reply, media_type: str, rows: int, sink: ByteSink) -> None:
    body = _Solutions(reply, rows)
    try:
        found = parse_query_results(cast("IO[bytes]", body), QueryResultsFormat.XML)
        try:
            layout = QueryResultsFormat.from_media_type(media_type)
            found.serialize(sink, format=layout)  # type: ignore[arg-type] # any object with write() serves
        finally:
            del found  # solutions die with their thread: no traceback may carry them out of it
    except SyntaxError as error:
        raise ServiceFault(f"the SPARQL server gave no answer that can be read: {error}") from error
    while body.read(_LONGEST_MARK):
        pass


def _write_triples(reply: Reply, media_type: str, rows: int, sink: ByteSink) -> None:
    try:
        found = parse(cast("IO[bytes]", reply), format=RdfFormat.N_TRIPLES)
        layout = RdfFormat.from_media_type(media_type)
        serialize(_counted(found, rows), sink, format=layout)  # type: ignore[arg-type] # as above
    except SyntaxError as error:
        raise ServiceFault(f"the SPARQL server gave no answer that can be read: {error}") from error


def _counted(quads: Iterator[Quad], most: int) -> Iterator[Triple]:
    for number, quad in enumerate(quads):
        if number == most:
            raise QueryInterrupted(_TOO_MANY)
        yield quad.triple


class _Solutions:
    """A result document as it comes, counted, and noticed when it ends early: the parser takes that for its end."""

    def __init__(self, reply: Reply, most: int) -> None:
        self._reply = reply
        self._marks_left = 2 * most
        self._held = b""
        self._last = b""

    def read(self, size: int = 65_536) -> bytes:
        passed = b""
        while not passed:
            data = self._reply.read(max(size - len(self._held), 1))
            if not data:
                passed, self._held = self._held, b""
                if not passed and not is_whole(self._last):
                    raise ServiceFault("the SPARQL server broke off its answer")
                self._last = (self._last + passed)[-_LONGEST_MARK:]
                return passed
            data = with_plain_blank_nodes(self._held + data)
            cut = data.rfind(b"<", max(0, len(data) - _LONGEST_MARK))  # a mark may go on in the next piece
            passed, self._held = (data[:cut], data[cut:]) if cut >= 0 else (data, b"")
        self._count(passed)
        self._last = (self._last + passed)[-_LONGEST_MARK:]
        return passed

    def _count(self, passed: bytes) -> None:
        self._marks_left -= passed.count(_ROW_END)
        if self._marks_left < 0:
            raise QueryInterrupted(_TOO_MANY)
