"""Whatever is sent, the answer is one of the contract's, and soon."""

import time

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples
from vocabsvc.api.skosmos.description import description

OPERATIONS = {
    path.removeprefix("/"): {parameter.get("name", "callback") for parameter in content["get"]["parameters"]}
    for path, content in description("")["paths"].items()
}
"""Names of the parameters of each."""
KNOWN = {200, 302, 400, 404, 406}
NASTY = [
    "\x00",
    "a\x00b",
    "\x1b[31m",
    "\u202eltr",
    "\ud7ff\ufffe",
    "😀*",
    "*" * 1000,
    "a*" * 1000,
    "*a" * 1000 + "*",
    "x" * 10_000,
    "(" * 100,
    "[a-",
    "\\",
    '"; DROP',
    "<http://x> ?p ?o",
    "%",
    "%00",
    "-1",
    "1e999",
    "NaN",
    "99999999999999999999999",
    "http://[",
    "urn:x",
    "http://harbour.example/S01/net",
    "../../etc/passwd",
    "\r\nSet-Cookie: a=b",
]
PARAMETERS = [
    *("query", "label", "uri", "lang", "clang", "labellang", "vocab", "type", "parent", "group", "scheme", "fields"),
    *("unique", "external", "maxhits", "offset", "limit", "format", "callback"),
]


USUAL = {"query": "*e*", "lang": "en", "label": "net", "uri": "http://harbour.example/S01/net"}


@pytest.mark.no_cover
@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_breaks_an_operation(browser: TestClient, nasty: str) -> None:
    for operation, taken in OPERATIONS.items():
        path = f"/rest/v1/{operation.replace('{vocid}', 'S01').replace('{letter}', 'a')}"
        start = time.perf_counter()
        everywhere = dict.fromkeys(PARAMETERS, nasty[:100])  # an address has room for 64 kB
        for params in (everywhere, *({**USUAL, name: nasty} for name in taken & USUAL.keys())):
            assert browser.get(path, params=params).status_code in KNOWN, (operation, params)
        assert time.perf_counter() - start < 5


@pytest.mark.no_cover
@pytest.mark.parametrize("name", PARAMETERS)
def test_no_parameter_breaks_an_operation(browser: TestClient, name: str) -> None:
    for operation in OPERATIONS:
        path = f"/rest/v1/{operation.replace('{vocid}', 'S01').replace('{letter}', 'a')}"
        for nasty in ("\x00", "😀*", "-1", "http://["):
            assert browser.get(path, params={**USUAL, name: nasty}).status_code in KNOWN, operation


@settings(max_examples=examples(100, 300), suppress_health_check=list(HealthCheck))
@given(
    operation=st.sampled_from([*OPERATIONS]),
    vocid=st.sampled_from(["S01", "s02"]) | st.text(min_size=1, max_size=20),
    letter=st.text(min_size=1, max_size=5),
    params=st.dictionaries(st.sampled_from(PARAMETERS), st.text(max_size=30) | st.sampled_from(NASTY), max_size=6),
)
def test_no_text_anywhere_is_a_fault(
    browser: TestClient, operation: str, vocid: str, letter: str, params: dict[str, str]
) -> None:
    quoted = {name: "".join(f"%{byte:02X}" for byte in text.encode()) for name, text in
              {"vocid": vocid, "letter": letter}.items()}  # fmt: skip
    answer = browser.get(f"/rest/v1/{operation.format(**quoted)}", params=params)
    assert answer.status_code in KNOWN
    if answer.status_code >= 400:
        assert answer.headers["content-type"] == "text/plain; charset=utf-8"
        assert answer.text.startswith(str(answer.status_code))


@pytest.mark.parametrize("raw", ["%ff%fe", "%c3%28", "%ed%a0%80", "%u00e9", "%"])
def test_bytes_that_are_no_text_are_answered(browser: TestClient, raw: str) -> None:
    for path in (f"search?query={raw}", f"{raw}/", f"S01/index/{raw}", f"vocabularies?lang={raw}"):
        assert browser.get(f"/rest/v1/{path}").status_code in KNOWN


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"maxhits": "0"}, 200),
        ({"maxhits": "-1"}, 400),
        ({"maxhits": "ten"}, 400),
        ({"maxhits": "1.5"}, 200),
        ({"maxhits": "1e999"}, 200),
        ({"maxhits": "inf"}, 400),
        ({"offset": "-1"}, 400),
        ({"offset": "abc"}, 400),
        ({"offset": "99999999999999999999"}, 200),
    ],
)
def test_numbers_are_read_as_php_reads_them(browser: TestClient, params: dict[str, str], status: int) -> None:
    assert browser.get("/rest/v1/search", params={"query": "net", **params}).status_code == status


@pytest.mark.parametrize("query", ["", " ", "\t\n", "\x00", "\x1b\x7f"])
def test_what_shows_nothing_asks_nothing(browser: TestClient, query: str) -> None:
    answer = browser.get("/rest/v1/search", params={"query": query})
    assert (answer.status_code, answer.text) == (400, "400 Bad Request : query parameter missing")
    assert browser.get("/rest/v1/S01/index/%01").json()["indexConcepts"] == []


def test_a_short_pattern_with_many_asterisks_takes_no_longer_than_a_long_one(browser: TestClient) -> None:
    start = time.perf_counter()
    for _ in range(20):
        browser.get("/rest/v1/search", params={"query": "*" + "e*" * 20 + "q"})
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize(
    "host", [b"a b", b"[", b"evil.example:99999", b'x"><script>', "é".encode(), b"", b"//evil.example"]
)
def test_no_host_is_a_fault(browser: TestClient, host: bytes) -> None:
    for path in ("vocabularies?lang=en", "S01/", "types?lang=en", "swagger.json", "S01"):
        assert browser.get(f"/rest/v1/{path}", headers={b"Host": host}).status_code in KNOWN
