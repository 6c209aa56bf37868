"""SPARQL Query Results XML Format, read while it comes (https://www.w3.org/TR/rdf-sparql-XMLres/).

Of the formats it is the one that every server writes correctly: Virtuoso's JSON gives booleans as 0 and 1, and its
TSV is CSV. A parser that sees the whole document would hold all of it, and takes one that ends early for whole.
"""

import re
from collections.abc import Iterable, Iterator

from pyoxigraph import BlankNode, Literal, NamedNode, QueryResultsFormat, QuerySolutions, Triple, parse_query_results

SOLUTIONS_XML = "application/sparql-results+xml"

Term = NamedNode | BlankNode | Literal | Triple
Row = tuple[Term | None, ...]

_ROWS_BEGIN = re.compile(rb"<((?:\w+:)?)results(?:\s[^>]*)?>")
_LAST_ROW = re.compile(rb".*</(?:\w+:)?result\s*>", re.DOTALL)
_END = re.compile(rb"</(?:\w+:)?sparql\s*>\s*\Z")


class BrokenSolutions(Exception):
    """What was read is not the whole of a result document."""


def read_solutions(chunks: Iterable[bytes]) -> Iterator[Row]:
    """Yield the solutions of a SELECT, each as the values of its variables in their order.

    Raises:
        BrokenSolutions: not this format, or it ends too early.
    """
    head, tail, waiting = b"", b"", b""
    for chunk in chunks:
        waiting += chunk
        if not head:
            begin = _ROWS_BEGIN.search(waiting)
            if begin is None:
                continue
            prefix = begin[1]
            head, waiting = waiting[: begin.end()], waiting[begin.end() :]
            tail = b"</" + prefix + b"results></" + prefix + b"sparql>"
        if rows := _LAST_ROW.match(waiting):
            waiting = waiting[rows.end() :]
            yield from _rows(head + rows[0] + tail)
    if not _END.search(waiting):
        raise BrokenSolutions(f"no result document: {(head + waiting)[-80:]!r}")
    yield from _rows(head + waiting)


def with_plain_blank_nodes(document: bytes) -> bytes:
    """Return a piece of a document with labels of blank nodes as SPARQL has them; Virtuoso writes IRIs there."""
    return document.replace(b"<bnode>nodeID://", b"<bnode>")


def is_whole(ending: bytes) -> bool:
    """Tell whether a result document that ends so is whole."""
    return _END.search(ending) is not None


def _rows(document: bytes) -> list[Row]:
    try:
        found = parse_query_results(with_plain_blank_nodes(document), QueryResultsFormat.XML)
        try:
            if not isinstance(found, QuerySolutions):
                raise BrokenSolutions("the answer to an ASK")
            return [tuple(solution) for solution in found]
        finally:
            del found  # solutions die with their thread: no traceback may carry them out of it
    except SyntaxError as error:
        raise BrokenSolutions(str(error)) from error
