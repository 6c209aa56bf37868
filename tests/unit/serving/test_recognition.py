"""What need not be parsed is read as the parser reads it."""

import httptools
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.serving.recognition import KnownHeads

PATHS = {"/d"}
FIELDS = b"Host: x\r\nAccept: text/csv\r\n\r\n"
HEADERS = [(b"host", b"x"), (b"accept", b"text/csv")]


def scope(headers: list[tuple[bytes, bytes]] = HEADERS) -> dict[str, object]:
    return {"path": "/d", "method": "GET", "http_version": "1.1", "headers": headers}


def knowing(fields: bytes = FIELDS) -> KnownHeads:
    known = KnownHeads()
    known.learn(b"GET /d HTTP/1.1\r\n" + fields, scope(), PATHS)
    return known


class Parsed:
    """What the parser of the server makes of bytes."""

    def __init__(self, data: bytes) -> None:
        self.urls: list[bytes] = []
        self.complete = 0
        self.error = False
        parser = httptools.HttpRequestParser(self)
        try:
            parser.feed_data(data)
        except httptools.HttpParserError:
            self.error = True

    def on_url(self, url: bytes) -> None:
        self.urls.append(url)

    def on_message_complete(self) -> None:
        self.complete += 1


def test_a_request_with_the_same_fields_is_known_whatever_it_asks() -> None:
    known = knowing()
    assert known.find(b"GET /d?query=%C3%A9+a HTTP/1.1\r\n" + FIELDS) == ("/d", b"query=%C3%A9+a", HEADERS)
    assert known.find(b"GET /other HTTP/1.1\r\n" + FIELDS) == ("/other", b"", HEADERS)


@pytest.mark.parametrize(
    "data",
    [
        b"GET /d HTTP/1.1\r\nHost: y\r\n\r\n",
        b"GET /d HTTP/1.0\r\n" + FIELDS,
        b"POST /d HTTP/1.1\r\n" + FIELDS,
        b"get /d HTTP/1.1\r\n" + FIELDS,
        b"GET  /d HTTP/1.1\r\n" + FIELDS,
        b"GET /d?a b HTTP/1.1\r\n" + FIELDS,
        b"GET /d?a\tb HTTP/1.1\r\n" + FIELDS,
        b"GET /d?a\nb HTTP/1.1\r\n" + FIELDS,
        b"GET /d?a\x00 HTTP/1.1\r\n" + FIELDS,
        b"GET /d?\xc3\xa9 HTTP/1.1\r\n" + FIELDS,
        b"GET /d#a HTTP/1.1\r\n" + FIELDS,
        b"GET /d HTTP/1.1\r\n" + FIELDS + b"GET /d HTTP/1.1\r\n" + FIELDS,
        b"GET /d HTTP/1.1\r\n" + FIELDS[:-2],
        b"GET /d HTTP/1.1\r\n",
        b"",
    ],
)
def test_any_other_is_left_to_the_parser(data: bytes) -> None:
    assert knowing().find(data) is None


@pytest.mark.parametrize(
    ("fields", "headers"),
    [
        (b"Content-Length: 2\r\n\r\n", [(b"content-length", b"2")]),
        (b"Transfer-Encoding: chunked\r\n\r\n", [(b"transfer-encoding", b"chunked")]),
        (b"Connection: close\r\n\r\n", [(b"connection", b"close")]),
        (b"Expect: 100-continue\r\n\r\n", [(b"expect", b"100-continue")]),
        (b"Upgrade: h2c\r\n\r\n", [(b"upgrade", b"h2c")]),
        (b"A: b\r\n c\r\n\r\n", [(b"a", b"b c")]),
        (b"A: b\n\r\n", [(b"a", b"b")]),
        (b"A: b\r\n\r\nGET /d HTTP/1.1\r\n\r\n", [(b"a", b"b")]),
        (b"A: " + b"b" * 3000 + b"\r\n\r\n", [(b"a", b"b" * 3000)]),
    ],
)
def test_fields_that_may_be_read_in_two_ways_are_not_kept(fields: bytes, headers: list[tuple[bytes, bytes]]) -> None:
    known = KnownHeads()
    known.learn(b"GET /d HTTP/1.1\r\n" + fields, scope(headers), PATHS)
    assert known.find(b"GET /d HTTP/1.1\r\n" + fields) is None


@pytest.mark.parametrize("changed", [{"method": "POST"}, {"path": "/other"}, {"http_version": "1.0"}])
def test_those_of_other_requests_are_not_kept(changed: dict[str, str]) -> None:
    known = KnownHeads()
    known.learn(b"GET /d HTTP/1.1\r\n" + FIELDS, scope() | changed, PATHS)
    assert known.find(b"GET /d HTTP/1.1\r\n" + FIELDS) is None


def test_a_connection_that_is_kept_in_so_many_words_is_known() -> None:
    fields = b"Connection: Keep-Alive\r\n\r\n"
    known = KnownHeads()
    known.learn(b"GET /d HTTP/1.1\r\n" + fields, scope([(b"connection", b"Keep-Alive")]), PATHS)
    assert known.find(b"GET /d HTTP/1.1\r\n" + fields)


def test_many_fields_take_no_more_room_than_some() -> None:
    known = KnownHeads()
    for number in range(2_000):
        fields = b"X: %d\r\n\r\n" % number
        known.learn(b"GET /d HTTP/1.1\r\n" + fields, scope([(b"x", b"%d" % number)]), PATHS)
    assert 0 < len(known._known) <= 500
    assert known.find(b"GET /d HTTP/1.1\r\nX: 1999\r\n\r\n")


lines = st.one_of(
    st.binary(max_size=40),
    st.text("GETd/?#% \r\n\t=&abHP1.", max_size=40).map(str.encode),
    st.text("d/?%=&abHP1.!~", max_size=40).map(lambda text: f"GET /{text} HTTP/1.1".encode()),
)


@given(lines)
def test_the_parser_reads_one_request_for_the_same_in_what_is_recognised(line: bytes) -> None:
    data = line + b"\r\n" + FIELDS
    found = knowing().find(data)
    if found is not None:
        path, query, _ = found
        parsed = Parsed(data)
        assert (parsed.error, parsed.complete) == (False, 1)
        [url] = parsed.urls
        if path.startswith("/"):
            address = httptools.parse_url(url)
            assert (address.path, address.query or b"") == (path.encode(), query)
