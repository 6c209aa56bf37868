"""What a reader and the server say to each other over a stream socket: a kind, a length, and so many bytes.

The server sends ``QUERY``. The reader begins with ``READY`` and answers each query with any number of ``PART`` and one
``END``, which holds the last bytes, or one of the errors, which holds a reason in UTF-8.
"""

import marshal
from collections.abc import Iterator
from struct import Struct

HEADER = Struct("<BI")
ORDER = Struct("<q")
"""Orders to the fork server and its replies: a process id or a status; see there."""

PART_BYTES = 131_072
"""From this length on a part is sent; one write of Oxigraph's is up to 8 kB longer."""

QUERY, READY, PART, END, REFUSED, INTERRUPTED, FAULT = range(7)

Question = tuple[str, str, list[str], list[str], bool]
"""Text, media type, default graphs, named graphs, and whether no graph means the union of all."""


def frame(kind: int, payload: bytes = b"") -> bytes:
    """Return a whole frame."""
    return HEADER.pack(kind, len(payload)) + payload


def question_frame(question: Question) -> bytes:
    """Return the frame of a query. Both ends are of one interpreter, and it is the reader that trusts the server."""
    return frame(QUERY, marshal.dumps(question))


def read_question(payload: bytes) -> Question:
    """Return what ``question_frame`` was given."""
    text, media_type, default_graphs, named_graphs, union = marshal.loads(payload)  # noqa: S302 - from our own server
    return text, media_type, default_graphs, named_graphs, union


class Frames:
    """Puts together frames that come in pieces."""

    def __init__(self) -> None:
        self._pending = bytearray()

    def feed(self, data: bytes) -> Iterator[tuple[int, bytes]]:
        """Yield kind and payload of each frame that ``data`` completes."""
        if not self._pending and len(data) >= HEADER.size:
            kind, length = HEADER.unpack_from(data)
            if len(data) == HEADER.size + length:
                yield kind, data[HEADER.size :]
                return
        self._pending += data
        while len(self._pending) >= HEADER.size:
            kind, length = HEADER.unpack_from(self._pending)
            end = HEADER.size + length
            if len(self._pending) < end:
                return
            payload = bytes(memoryview(self._pending)[HEADER.size : end])
            del self._pending[:end]
            yield kind, payload
