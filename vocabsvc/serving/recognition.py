"""Requests that need no parser, since they differ from one that was parsed before in their first line alone.

A client repeats its header fields with each request, and to read them takes as long as a look-up. So they are kept
with what they were read as. Only a GET is recognised, alone in what was received, with fields that say nothing of a
body or of the connection, and with visible characters only in its address: nothing in it can be read in two ways.
"""

from collections.abc import Container, Mapping
from typing import Any

Headers = list[tuple[bytes, bytes]]

_VISIBLE = bytes(number for number in range(0x21, 0x7F) if number != ord("#"))
_NOT_KEPT = frozenset(
    (b"content-length", b"transfer-encoding", b"expect", b"upgrade", b"connection", b"trailer", b"te")
)
_MOST_BYTES = 2_000
_MOST_KEPT = 500


class KnownHeads:
    """The header fields of requests, as they came and as they were read; when there are many, it begins anew."""

    def __init__(self) -> None:
        self._known: dict[bytes, Headers] = {}

    def find(self, data: bytes) -> tuple[str, bytes, Headers] | None:
        """Return path, query string and header fields of a request, if it is one that can be recognised."""
        line, _, fields = data.partition(b"\r\n")
        headers = self._known.get(fields)
        parts = line.split(b" ")
        if headers is None or len(parts) != 3 or parts[0] != b"GET" or parts[2] != b"HTTP/1.1":
            return None
        if parts[1].translate(None, _VISIBLE):
            return None
        path, _, query = parts[1].partition(b"?")
        return path.decode("ascii"), query, headers

    def learn(self, data: bytes, scope: Mapping[str, Any], paths: Container[str]) -> None:
        """Keep the header fields of a request to one of ``paths``, given as it was received and as it was parsed."""
        if scope["path"] not in paths or scope["method"] != "GET" or scope["http_version"] != "1.1":
            return
        headers: Headers = scope["headers"]
        _, _, fields = data.partition(b"\r\n")
        # As many lines as were read, and the empty one: so nothing else came with it, and none was folded.
        whole = data.endswith(b"\r\n\r\n") and data.count(b"\n") == data.count(b"\r") == len(headers) + 2
        if not whole or len(fields) > _MOST_BYTES or any(_bears_on_connection(*one) for one in headers):
            return
        if len(self._known) >= _MOST_KEPT:
            self._known.clear()
        self._known[fields] = headers


def _bears_on_connection(name: bytes, value: bytes) -> bool:
    return name in _NOT_KEPT and not (name == b"connection" and value.lower() == b"keep-alive")
