"""What every address answers, whatever it is about."""

import pytest
from fastapi.testclient import TestClient

T01 = "http://test.example/collection/T01/current/"
CONCEPT = f"/api/v1/concepts?uri={T01}TEMPX01/"
PATHS = [CONCEPT, "/", "/vocabulary/T01", "/api/v1/search?q=salinit%C3%A9", "/openapi.json", "/sparql?query=ASK%7B%7D"]


@pytest.mark.parametrize("path", [*PATHS, "/health", "/static/style.css", "/nowhere"])
def test_head_is_get_without_the_body(client: TestClient, path: str) -> None:
    whole, head = client.get(path), client.head(path)
    assert head.content == b""
    assert head.status_code == whole.status_code
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.headers.get("content-length") == whole.headers.get("content-length")


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        (CONCEPT, "GET, HEAD, OPTIONS"),
        ("/api/v1/map", "OPTIONS, POST"),
        ("/sparql", "GET, HEAD, OPTIONS, POST"),
    ],
)
def test_a_page_elsewhere_may_ask_anything(client: TestClient, path: str, methods: str) -> None:
    asked = {"Origin": "https://geonetwork.example", "Access-Control-Request-Headers": "x-requested-with"}
    answer = client.options(path, headers=asked)
    assert answer.status_code == 204
    assert answer.headers["allow"] == answer.headers["access-control-allow-methods"] == methods
    assert answer.headers["access-control-allow-headers"] == "x-requested-with"
    assert client.options(path).status_code == 204


def test_options_of_what_is_not_there_is_404(client: TestClient) -> None:
    assert client.options("/nowhere").status_code == 404


@pytest.mark.parametrize("path", [CONCEPT, "/nowhere", "/api/v1/search"])
def test_every_answer_may_be_read_by_a_page_elsewhere(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert "ETag" in answer.headers["access-control-expose-headers"]


@pytest.mark.parametrize("path", PATHS)
def test_what_a_client_has_is_not_sent_again(client: TestClient, path: str) -> None:
    first = client.get(path)
    tag, moment = first.headers["etag"], first.headers["last-modified"]
    for condition in ({"If-None-Match": f'"other", {tag}'}, {"If-None-Match": "*"}, {"If-Modified-Since": moment}):
        again = client.get(path, headers=condition)
        assert (again.status_code, again.content) == (304, b"")
        assert (again.headers["etag"], again.headers["last-modified"]) == (tag, moment)
        assert again.headers["access-control-allow-origin"] == "*"
    assert client.head(path, headers={"If-None-Match": tag}).status_code == 304
    stale = {"If-None-Match": '"other"', "If-Modified-Since": moment}  # the tag decides where both are given
    assert client.get(path, headers=stale).content == first.content


@pytest.mark.parametrize("header", ["Accept-Language", "Accept"])
def test_the_tag_depends_on_what_decides_the_answer(client: TestClient, header: str) -> None:
    tags = {client.get(CONCEPT, headers={header: value}).headers["etag"] for value in ("fr", "en, application/json")}
    assert len(tags) == 2
    assert header in client.get(CONCEPT).headers["vary"]


@pytest.mark.parametrize("date", ["Thu, 01 Jan 1970 00:00:00 GMT", "yesterday", "", "Sat, 99 Nov 2026 99:99:99 GMT"])
def test_an_old_or_impossible_date_gets_the_whole(client: TestClient, date: str) -> None:
    assert client.get(CONCEPT, headers={"If-Modified-Since": date}).status_code == 200


@pytest.mark.parametrize("path", ["/health", "/nowhere"])
def test_neither_health_nor_faults_are_kept(client: TestClient, path: str) -> None:
    assert "etag" not in client.get(path, headers={"If-None-Match": "*"}).headers


def test_a_known_answer_is_not_computed_again(client: TestClient) -> None:
    first = client.get("/api/v1/search", params={"q": "test"})
    again = client.get("/api/v1/search", params={"q": "test"}, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304


def test_a_query_of_chance_or_time_is_asked_anew(client: TestClient) -> None:
    for query in ("SELECT (NOW() AS ?x) {}", "SELECT (%52and() AS ?x) {}"):
        answer = client.get(f"/sparql?query={query}", headers={"If-None-Match": "*"})
        assert (answer.status_code, "etag" in answer.headers) == (200, False)
