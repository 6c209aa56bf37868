"""A SELECT of our own, as rows."""

from collections.abc import Iterator

from vocabsvc.errors import ServiceFault
from vocabsvc.formats.solutions import SOLUTIONS_XML, BrokenSolutions, Row, read_solutions
from vocabsvc.store.remote.connection import Connection, Reply
from vocabsvc.store.remote.cut import cut_short
from vocabsvc.store.remote.request import Question

_CHUNK_BYTES = 65_536


def select(connection: Connection, text: str) -> Iterator[Row]:
    """Yield the rows of a query as they come; one that stops early lets go of the server.

    Raises:
        StoreUnreachable: the server cannot be reached, or broke off.
        ServiceFault: it refuses, cuts the answer short, or answers something else.
    """
    with connection.query(Question(text, SOLUTIONS_XML)) as reply:
        if reason := cut_short(reply.headers):
            raise ServiceFault(f"the SPARQL server {reason}: raise its limit, see docs/scaling.md")
        try:
            yield from read_solutions(_chunks(reply))
        except BrokenSolutions as error:
            raise ServiceFault(f"the SPARQL server gave no answer that can be read: {error}") from error


def _chunks(reply: Reply) -> Iterator[bytes]:
    while chunk := reply.read(_CHUNK_BYTES):
        yield chunk
