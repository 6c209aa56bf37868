"""Suggestions that are answered directly are those of the application."""

import http.client
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import pytest

from tests.server import running_server
from vocabsvc.services.services import Services
from vocabsvc.serving.direct import DirectProtocol

LEFT = {"X-Forwarded-Proto": "http"}
"""A request that came through a proxy is left to the application."""


@pytest.fixture(scope="module")
def connection(services: Services) -> Iterator[http.client.HTTPConnection]:
    with running_server(services) as address:
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=10)
        yield connection
        connection.close()


def asked(
    connection: http.client.HTTPConnection, method: str, path: str, headers: dict[str, str]
) -> tuple[int, list[tuple[str, str]], bytes]:
    connection.request(method, path, headers=headers)
    response = connection.getresponse()
    content = response.read()
    return response.status, sorted((k.lower(), v) for k, v in response.getheaders() if k.lower() != "date"), content


@pytest.mark.parametrize(
    "headers", [{}, {"Accept-Language": "fr, en;q=0.5"}, {"Accept": "text/html"}, {"Accept": "application/ld+json"}]
)
@pytest.mark.parametrize(
    "path",
    [
        "/api/v1/suggest?q=temp",
        f"/api/v1/suggest?q={quote('salinité')}&lang=fr&limit=3",
        "/api/v1/suggest?q=",
        "/api/v1/suggest",
        "/api/v1/suggest?q=x&limit=9999",
        "/api/v1/suggest?q=x&vocabulary=nothing",
        "/api/v1/search?q=temp&offset=1&limit=2",
        "/api/v1/search?q=%FF",
        "/rest/v1/search?query=temp*&lang=en&maxhits=20",
        f"/rest/v1/search?query=*{quote('salinité')}*&maxhits=2&labellang=fr",
        "/rest/v1/search?query=temp*&maxhits=5&callback=show",
        "/rest/v1/search?query=*",
        "/rest/v1/search?query=temp*&maxhits=-1",
        "/rest/v1/search",
        "/api/v1/search?" + "&".join(["q=x"] * 200),
    ],
)
@pytest.mark.parametrize("method", ["GET", "HEAD", "POST"])
def test_each_answer_is_the_same(
    connection: http.client.HTTPConnection, method: str, path: str, headers: dict[str, str]
) -> None:
    assert asked(connection, method, path, headers) == asked(connection, method, path, headers | LEFT)


def test_look_ups_do_not_reach_the_application(
    connection: http.client.HTTPConnection, monkeypatch: pytest.MonkeyPatch
) -> None:
    left: list[str] = []
    leave = DirectProtocol.apply

    def apply(self: DirectProtocol, cycle: Any, app: Any) -> None:
        left.append(cycle.scope["path"])
        leave(self, cycle, app)

    monkeypatch.setattr(DirectProtocol, "apply", apply)
    for path in ("/api/v1/suggest?q=temp", "/api/v1/search?q=temp", "/rest/v1/search?query=temp*&maxhits=5"):
        assert asked(connection, "GET", path, {})[0] == 200
    assert left == []
    assert asked(connection, "GET", "/api/v1/suggest?q=temp&limit=0", {})[0] == 400
    assert left == ["/api/v1/suggest"]


def test_an_entity_tag_is_known(connection: http.client.HTTPConnection) -> None:
    status, headers, content = asked(connection, "GET", "/api/v1/suggest?q=temp", {})
    assert status == 200
    assert content
    assert asked(connection, "GET", "/api/v1/suggest?q=temp", {"If-None-Match": dict(headers)["etag"]})[0] == 304
