"""Statements to bytes, in the RDF syntaxes that we answer in."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from io import BytesIO
from itertools import islice

from vocabsvc.formats.jsonld import jsonld_pieces
from vocabsvc.formats.rdf_xml import write_rdf_xml
from vocabsvc.formats.turtle import n_triples_pieces, turtle_pieces
from vocabsvc.model.sink import ByteSink
from vocabsvc.model.statement import Statement

RDF_TYPES: Mapping[str, str] = {
    "text/turtle": "ttl",
    "application/rdf+xml": "rdf",
    "application/ld+json": "jsonld",
    "application/n-triples": "nt",
}
"""Media types and their file endings, the default first."""

Pieces = Callable[[Iterable[Statement], Mapping[str, str]], Iterator[str]]

_PIECES: Mapping[str, Pieces] = {
    "text/turtle": turtle_pieces,
    "application/ld+json": lambda statements, _: jsonld_pieces(statements),
    "application/n-triples": lambda statements, _: n_triples_pieces(statements),
}
_BATCH = 256  # pieces: some 30 kB, and a first byte after some milliseconds


def write_rdf(statements: Iterable[Statement], media_type: str, prefixes: Mapping[str, str], sink: ByteSink) -> None:
    """Write statements as they come, in one of ``RDF_TYPES``; those of one subject must follow each other.

    The same statements in the same order give the same bytes, whatever their blank nodes are called. Memory
    is bounded by the largest subject (JSON-LD) or not needed at all. JSON-LD has its own prefixes.

    Raises:
        ValueError: another media type, or an IRI that is none (Turtle and N-Triples).
    """
    if media_type == "application/rdf+xml":
        write_rdf_xml(statements, prefixes, sink)
        return
    pieces = _PIECES.get(media_type)
    if pieces is None:
        raise ValueError(f"not an RDF media type: {media_type!r}")
    waiting = pieces(statements, prefixes)
    for batch in iter(partial(_next_batch, waiting), ""):
        sink.write(batch.encode())


def rdf_bytes(statements: Iterable[Statement], media_type: str, prefixes: Mapping[str, str]) -> bytes:
    """Return what ``write_rdf`` writes."""
    written = BytesIO()
    write_rdf(statements, media_type, prefixes, written)
    return written.getvalue()


def _next_batch(pieces: Iterator[str]) -> str:
    return "".join(islice(pieces, _BATCH))
