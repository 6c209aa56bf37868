"""What a request of the protocol asks (https://www.w3.org/TR/sparql11-protocol/#query-operation)."""

from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes

from vocabsvc.errors import InvalidRequest, UpdateRefused

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
POSTED = frozenset((FORM, QUERY, UPDATE))
"""What the body of a POST may be."""

OVERRIDES = ("format", "output", "results", "accept")
"""What clients name a format by, beside Accept; SPARQLWrapper sends three of them at once."""

_MOST_FIELDS = 1000


@dataclass(frozen=True, slots=True)
class Asked:
    """``queries`` are as many as there are; ``format`` is the last override, ``""`` where there is none."""

    queries: tuple[str, ...] = ()
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str = ""

    @property
    def is_bare(self) -> bool:
        """Whether it asks about the endpoint rather than the data."""
        return not (self.queries or self.default_graphs or self.named_graphs)

    @property
    def query(self) -> str:
        """The query.

        Raises:
            InvalidRequest: there is none, or there are several.
        """
        if len(self.queries) != 1:
            raise InvalidRequest("give exactly one query")
        return self.queries[0]


def read_asked(*encoded: bytes, queries: tuple[str, ...] = ()) -> Asked:
    """Read form-encoded parameters, all of them together; those unknown are let be.

    Raises:
        InvalidRequest: not UTF-8, or too many fields.
        UpdateRefused: an update.
    """
    if len(encoded) == 1 and encoded[0].startswith(b"query=") and b"&" not in encoded[0]:
        return Asked((*queries, decoded(encoded[0].removeprefix(b"query="))))
    fields: dict[str, list[str]] = {}
    for name, value in _fields(encoded):
        fields.setdefault(name, []).append(value)
    if "update" in fields:
        raise UpdateRefused("updates are refused: this endpoint is read only")
    return Asked(
        queries + tuple(fields.get("query", ())),
        tuple(fields.get("default-graph-uri", ())),
        tuple(fields.get("named-graph-uri", ())),
        next((fields[name][-1] for name in OVERRIDES if name in fields), ""),
    )


def media_type_of(header: str) -> str:
    """Return the media type that a Content-Type names."""
    return header.partition(";")[0].strip().lower()


def read_posted(kind: str, body: bytes, address: bytes) -> Asked:
    """Read the body of a POST of media type ``kind``, and the parameters of its address.

    Raises:
        InvalidRequest: not UTF-8, or too many fields.
        UpdateRefused: an update.
    """
    if kind == UPDATE:
        raise UpdateRefused("updates are refused: this endpoint is read only")
    if kind == FORM:
        return read_asked(body, address)
    try:
        return read_asked(address, queries=(body.decode(),))
    except UnicodeDecodeError as error:
        raise InvalidRequest("the query is not UTF-8") from error


def _fields(encoded: tuple[bytes, ...]) -> Iterator[tuple[str, str]]:
    for one in encoded:
        parts = one.split(b"&", _MOST_FIELDS)
        if len(parts) > _MOST_FIELDS:
            raise InvalidRequest("too many fields")
        for part in parts:
            name, _, value = part.partition(b"=")
            yield name.decode("latin-1").lstrip("?"), decoded(value)


def decoded(value: bytes) -> str:
    """Return a form-encoded value; ``+`` is a space.

    Raises:
        InvalidRequest: not UTF-8.
    """
    try:
        return unquoted(value.replace(b"+", b" ")).decode()
    except UnicodeDecodeError as error:
        raise InvalidRequest("the request is not UTF-8") from error


def unquoted(value: bytes) -> bytes:
    """Return what is percent-encoded, as ``unquote_to_bytes`` does, in a fifth of the time.

    A backslash escape is the same by another sign, and Python reads those in C.
    """
    try:
        return value.replace(b"\\", b"\\\\").replace(b"%", b"\\x").decode("unicode_escape").encode("latin-1")
    except UnicodeDecodeError:  # a percent sign that encodes nothing, and stays
        return unquote_to_bytes(value)
