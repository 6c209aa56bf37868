"""How many solutions or triples an answer holds, told from its bytes: to look at each of them would be slower.

Counted are the marks that Oxigraph's writers set around rows and nowhere else, whatever the literals contain:

- CSV: ends of lines outside quotes, without the header; TSV and N-Triples: ends of lines, since literals escape theirs;
- XML: ``<result>``; RDF/XML: start tags at the depth of statements, and of nodes that say their type. Literals
  escape ``<``;
- JSON: ``}},{"`` between solutions. In a string it could only stand at the end, before ``}`` or ``,``. A solution
  that binds nothing is not seen, nor is that the answer is empty;
- JSON-LD: objects that begin with a keyword, without those that are nodes;
- Turtle: commas, semicolons and full stops outside strings and IRIs, with the spaces that Oxigraph sets.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class _Marks:
    """What is added and taken away for each occurrence; ``first`` is added once, ``outside`` leaves strings out."""

    patterns: tuple[tuple[bytes, int], ...]
    first: int = 0
    outside: Callable[[], "_Outside"] | None = None


class RowCount:
    """Counts the rows of one answer as its pieces come, however they are cut.

    Answers of other engines, and media types that are not listed above, have 0.
    """

    def __init__(self, media_type: str) -> None:
        marks = _MARKS.get(media_type, _Marks(()))
        self._patterns = marks.patterns
        self._rows = marks.first
        self._outside = marks.outside and marks.outside()
        self._longest = max((len(pattern) for pattern, _ in marks.patterns), default=1)
        self._tail = b""  # where a longer pattern may begin: judged with the next piece

    def add(self, piece: bytes) -> int:
        """Take a piece and return the rows so far."""
        text = self._tail + (self._outside.of(piece) if self._outside else piece)
        judged = max(0, len(text) - self._longest + 1)
        self._rows += sum(sign * text.count(mark, 0, judged - 1 + len(mark)) for mark, sign in self._patterns if judged)
        self._tail = text[judged:]
        return self._rows

    def end(self) -> int:
        """Return the rows of the whole answer."""
        self._rows += sum(sign * self._tail.count(mark) for mark, sign in self._patterns)
        self._tail = b""
        return max(0, self._rows)


class _Outside:
    """What stands outside double quotes, which are doubled inside them."""

    def __init__(self) -> None:
        self._inside = False

    def of(self, piece: bytes) -> bytes:
        parts = piece.split(b'"')
        start = int(self._inside)
        self._inside ^= len(parts) % 2 == 0
        return b'"'.join(parts[start::2])


class _OutsideEscaped(_Outside):
    """What stands outside double quotes, which are escaped with a backslash inside them."""

    def __init__(self) -> None:
        super().__init__()
        self._escape = b""

    def of(self, piece: bytes) -> bytes:
        text = (self._escape + piece).replace(b"\\\\", b"")
        # Pairs are gone, so that one at the end escapes what comes next.
        self._escape = text[-1:] if text.endswith(b"\\") else b""
        return super().of(text.removesuffix(b"\\").replace(b'\\"', b""))


_LINES = ((b"\n", 1),)
_MARKS: Mapping[str, _Marks] = {
    "text/csv": _Marks(_LINES, -1, _Outside),
    "text/tab-separated-values": _Marks(_LINES, -1),
    "application/sparql-results+xml": _Marks(((b"<result>", 1),)),
    "application/sparql-results+json": _Marks(((b'}},{"', 1), (b'}},{"}', -1), (b'}},{",', -1)), 1),
    "application/n-triples": _Marks(_LINES),
    "text/turtle": _Marks(((b" , ", 1), (b" ;\n", 1), (b" .\n", 1)), 0, _OutsideEscaped),
    "application/rdf+xml": _Marks(
        (
            (b"\n\t\t<", 1),
            (b"\n\t\t</", -1),
            (b"\n\t<", 1),
            (b"\n\t</", -1),
            (b"\n\t<rdf:Description", -1),
        )
    ),
    "application/ld+json": _Marks(((b'{"@', 1), (b']},{"@', -1)), -1),
}
