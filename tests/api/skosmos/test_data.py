"""The data of a concept are the same graph in every syntax."""

import pytest
from fastapi.testclient import TestClient
from pyld import jsonld
from rdflib import Graph
from rdflib.compare import isomorphic, to_isomorphic

_LAYOUTS = {"text/turtle": "turtle", "application/rdf+xml": "xml"}
NAMES = ["vessel", "sailing", "lugger", "ketch", "galley", "gear", "net", "caf%C3%A9", "afloat", "gearlist", "", "Hull"]


def graph(browser: TestClient, uri: str, media_type: str) -> Graph:
    answer = browser.get("/rest/v1/S01/data", params={"uri": uri, "format": media_type})
    assert (answer.status_code, answer.headers["content-type"]) == (200, f"{media_type}; charset=utf-8")
    if "json" in media_type:
        return Graph().parse(data=jsonld.to_rdf(answer.json(), {"format": "application/n-quads"}), format="nt")
    return Graph().parse(data=answer.text, format=_LAYOUTS[media_type])


@pytest.mark.parametrize("name", NAMES)
def test_every_syntax_says_the_same(browser: TestClient, name: str) -> None:
    uri = f"http://harbour.example/S01/{name}"
    turtle = graph(browser, uri, "text/turtle")
    assert len(turtle) > 1
    for media_type in ("application/rdf+xml", "application/ld+json", "application/json"):
        assert isomorphic(to_isomorphic(turtle), to_isomorphic(graph(browser, uri, media_type)))


@pytest.mark.parametrize(
    ("accept", "media_type"),
    [("text/turtle", "text/turtle"), ("", "application/rdf+xml"), ("application/ld+json", "application/ld+json")],
)
def test_without_format_the_header_decides(browser: TestClient, accept: str, media_type: str) -> None:
    answer = browser.get("/rest/v1/data?uri=http://harbour.example/S01/net", headers={"Accept": accept})
    assert answer.headers["content-type"] == f"{media_type}; charset=utf-8"


def test_a_concept_of_another_vocabulary_is_refused(browser: TestClient) -> None:
    answer = browser.get("/rest/v1/S01/data?uri=http://harbour.example/S02/yacht")
    assert (answer.status_code, answer.text) == (404, "404 Bad Request : no concept found with given uri")
