"""What is answered directly is what the application answers."""

import http.client
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

import pytest

from vocabsvc.serving.direct import DirectProtocol

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
PLAIN = {"Content-Type": "application/sparql-query"}
LEFT = {"X-Forwarded-Proto": "http"}
"""A request that came through a proxy is left to the application."""

ASK = "ASK { ?s ?p ?o }"
LABELS = "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> SELECT ?l { ?c skos:prefLabel ?l } ORDER BY ?l"


def asked(endpoint: str, method: str, query: str, body: bytes | None, headers: dict[str, str]) -> tuple[object, ...]:
    address = urlsplit(endpoint)
    connection = http.client.HTTPConnection(address.netloc, timeout=10)
    connection.request(method, f"{address.path}{query}", body, headers)
    response = connection.getresponse()
    content = response.read()
    connection.close()
    return response.status, sorted((k.lower(), v) for k, v in response.getheaders() if k.lower() != "date"), content


@pytest.mark.parametrize(
    "accept", ["", "text/csv", "*/*", "application/sparql-results+json, text/turtle;q=0.5", "no/no"]
)
@pytest.mark.parametrize(
    "text",
    [
        ASK,
        LABELS,
        f"{LABELS} # salinité",
        "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o } LIMIT 3",
        "DESCRIBE <relative>",
        "SELECT * {",
        "SELECT (NOW() AS ?n) { } LIMIT 0",
        "SELECT * { SERVICE <http://127.0.0.1:9/> {} }",
        "CLEAR ALL",
    ],
)
def test_each_answer_is_the_same(endpoint: str, text: str, accept: str) -> None:
    form = urlencode({"query": text}).encode()
    for method, query, body, kind in (
        ("GET", f"?query={quote(text)}", None, {}),
        ("POST", "", form, FORM),
        ("POST", "", text.encode(), PLAIN),
    ):
        headers = {**kind, **({"Accept": accept} if accept else {})}
        direct = asked(endpoint, method, query, body, headers)
        assert direct == asked(endpoint, method, query, body, headers | LEFT)
        assert direct == asked(endpoint, method, query, body, headers)  # as it is kept


@pytest.mark.parametrize(
    ("method", "query", "body", "headers"),
    [
        ("GET", "", None, {"Accept": "text/turtle"}),
        ("GET", "", None, {"Accept": "text/html"}),
        ("GET", f"?query={quote(ASK)}&query={quote(ASK)}", None, {}),
        ("GET", f"?query={quote(ASK)}&format=xml", None, {}),
        ("GET", f"?query={quote(ASK)}&format=xml", None, {"Accept": "text/html"}),
        ("GET", f"?query={quote(ASK)}&default-graph-uri=no%20iri", None, {}),
        ("GET", "?query=%FF", None, {}),
        ("HEAD", f"?query={quote(ASK)}", None, {}),
        ("OPTIONS", "", None, {}),
        ("PUT", "", b"x", {}),
        ("POST", "", b"x", {"Content-Type": "text/plain"}),
        ("POST", "", b"update=x", FORM),
        ("POST", "", b"query=" + quote(ASK).encode() + b"&pad=" + b"x" * 60_000, FORM),
    ],
)
def test_so_is_what_is_not_simple(
    endpoint: str, method: str, query: str, body: bytes | None, headers: dict[str, str]
) -> None:
    assert asked(endpoint, method, query, body, headers) == asked(endpoint, method, query, body, headers | LEFT)


def test_short_answers_do_not_reach_the_application(endpoint: str, monkeypatch: pytest.MonkeyPatch) -> None:
    left: list[str] = []
    leave = DirectProtocol.apply

    def apply(self: DirectProtocol, cycle: Any, app: Any) -> None:
        left.append(cycle.scope["method"])
        leave(self, cycle, app)

    monkeypatch.setattr(DirectProtocol, "apply", apply)
    for method, query, body, headers in (
        ("GET", f"?query={quote(ASK)}", None, {}),
        ("POST", "", urlencode({"query": LABELS}).encode(), FORM),
        ("POST", "", ASK.encode(), PLAIN),
    ):
        assert asked(endpoint, method, query, body, headers)[0] == 200
    assert left == []
    assert asked(endpoint, "GET", "?query=SELECT", None, {})[0] == 400
    assert left == ["GET"]


def test_an_entity_tag_from_a_direct_answer_is_known(endpoint: str) -> None:
    query = f"?query={quote(LABELS)}"
    _, headers, _ = asked(endpoint, "GET", query, None, {})
    assert isinstance(headers, list)
    tag = dict(headers)["etag"]
    assert asked(endpoint, "GET", query, None, {"If-None-Match": tag})[0] == 304
