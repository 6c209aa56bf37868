"""N-Triples to statements, a piece at a time: parsing a whole file holds all of it in memory."""

from collections.abc import Iterator
from typing import IO

from pyoxigraph import RdfFormat, parse

from vocabsvc.formats.statement import to_statement
from vocabsvc.model.statement import Statement


def read_n_triples(file: IO[bytes]) -> Iterator[Statement]:
    """Yield the statements of a file that we wrote ourselves, in its order.

    Raises:
        SyntaxError: it is no N-Triples.
    """
    return (to_statement(quad.triple) for quad in parse(file, format=RdfFormat.N_TRIPLES))
