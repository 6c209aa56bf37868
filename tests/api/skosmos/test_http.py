"""What all operations have in common."""

import json
from typing import NoReturn

import pytest
from fastapi.testclient import TestClient

from vocabsvc.api.skosmos import answers
from vocabsvc.errors import UnknownName
from vocabsvc.services.dumps import Dumps

S01 = "http://harbour.example/S01/"


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [
        ("", "application/json"),
        ("*/*", "application/json"),
        ("text/html", "application/json"),
        ("application/ld+json", "application/ld+json"),
        ("application/json;q=0.5, application/ld+json;q=0.9", "application/ld+json"),
    ],
)
def test_json_comes_in_the_type_that_is_liked(browser: TestClient, accept: str, media_type: str) -> None:
    answer = browser.get("/rest/v1/vocabularies?lang=en", headers={"Accept": accept})
    assert answer.headers["content-type"] == f"{media_type}; charset=utf-8"
    assert "Accept" in answer.headers["vary"]


def test_a_callback_gets_the_same_json(browser: TestClient) -> None:
    plain = browser.get("/rest/v1/S01/search?query=*")
    wrapped = browser.get("/rest/v1/S01/search?query=*&callback=jQuery_1.done")
    assert wrapped.headers["content-type"] == "application/javascript; charset=utf-8"
    assert wrapped.text == f"jQuery_1.done({plain.text});"


def test_long_lists_are_sent_while_they_are_found(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    paths = ["S01/search?query=*", "S01/search?query=*&callback=f", "S01/topConcepts", "S01/index/*"]
    whole = [browser.get(f"/rest/v1/{path}").text for path in paths]
    monkeypatch.setattr(answers, "_LONGEST_IN_ONE_PIECE", 1)
    streamed = [browser.get(f"/rest/v1/{path}") for path in paths]
    assert [one.text for one in streamed] == whole
    assert ["content-length" in one.headers for one in streamed] == [False] * 4


@pytest.mark.parametrize(
    "callback", ["alert(1)", "a b", "a.", ".a", "1a", "a-b", "a;b", "é", "f\n", "<script>", "a..b"]
)
def test_a_callback_is_an_identifier(browser: TestClient, callback: str) -> None:
    answer = browser.get("/rest/v1/vocabularies", params={"lang": "en", "callback": callback})
    assert (answer.status_code, answer.headers["content-type"]) == (400, "text/plain; charset=utf-8")
    assert answer.text == "400 Bad Request : callback parameter is invalid"


@pytest.mark.parametrize(
    ("path", "address"),
    [
        ("S01", "S01/"),
        ("s01?lang=fr", "s01/?lang=fr"),
        ("nope", "nope/"),
        ("javascript:alert(1)", "javascript%3Aalert%281%29/"),
        ("%5C%5Cevil.example", "%5C%5Cevil.example/"),
    ],
)
def test_a_vocabulary_ends_in_a_slash(browser: TestClient, path: str, address: str) -> None:
    answer = browser.get(f"/rest/v1/{path}")
    assert (answer.status_code, answer.headers["location"]) == (302, address)


def test_the_case_of_an_id_and_unknown_parameters_do_not_matter(browser: TestClient) -> None:
    other = browser.get("/rest/v1/s01/topConcepts?language=en,de,fr&x=1").json()
    assert other == browser.get("/rest/v1/S01/topConcepts").json()


def test_all_of_a_vocabulary_is_a_dump(browser: TestClient) -> None:
    places = {
        kind: browser.get("/rest/v1/S01/data", params={"format": kind}).headers.get("location")
        for kind in ("text/turtle", "application/ld+json", "application/json", "text/csv", "image/png", "")
    }
    assert places == {
        "text/turtle": "/dumps/S01/3.ttl.gz",
        "application/ld+json": "/dumps/S01/3.jsonld",
        "application/json": "/dumps/S01/3.jsonld",
        "text/csv": "/dumps/S01/3.csv",
        "image/png": None,
        "": "/dumps/S01/3.ttl.gz",
    }
    assert all(browser.get(place).status_code == 200 for place in filter(None, places.values()))
    assert browser.get(browser.get("/rest/v1/S02/data").headers["location"]).status_code == 200


def test_without_a_dump_there_is_no_way(browser: TestClient, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Dumps, "of", gone)
    answer = browser.get("/rest/v1/S01/data")
    assert answer.status_code == 404
    assert answer.text == "404 Not Found : No download source URL known for vocabulary S01"


def gone(_dumps: Dumps, vocabulary: str) -> NoReturn:
    raise UnknownName(f"no dumps of {vocabulary}")


def test_head_answers_as_get(browser: TestClient) -> None:
    answer = browser.head("/rest/v1/S01/search?query=net")
    assert (answer.status_code, answer.content) == (200, b"")


@pytest.mark.parametrize("path", ["", "S01/nothing", "S01/search/more", "search/more", "S01/index/a/b"])
def test_there_is_nothing_else(browser: TestClient, path: str) -> None:
    answer = browser.get(f"/rest/v1/{path}")
    assert (answer.status_code, answer.text) == (404, "404 Not Found")


def test_bodies_are_json_with_a_context(browser: TestClient) -> None:
    body = json.loads(browser.get(f"/rest/v1/S01/hierarchy?uri={S01}net").content)
    assert body["@context"].items() >= {"uri": "@id", "type": "@type"}.items()
