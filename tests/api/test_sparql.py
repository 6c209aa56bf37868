import contextlib
import http.client
from collections.abc import Iterator
from typing import Any, ClassVar

import pytest
from fastapi.testclient import TestClient
from SPARQLWrapper import CSV, JSON, POST, POSTDIRECTLY, TURTLE, SPARQLWrapper

from tests.server import running_server
from vocabsvc.services import Services

LABELS = "SELECT ?label { ?c <http://www.w3.org/2004/02/skos/core#prefLabel> ?label FILTER(LANG(?label) = 'fr') }"
RESULTS = "application/sparql-results+json"


@pytest.fixture(scope="module")
def endpoint(services: Services) -> Iterator[str]:
    """The address of a real endpoint."""
    with running_server(services) as address:
        yield f"{address}/sparql"


def ask(wrapper: SPARQLWrapper) -> Any:
    """Send the query and close the connection, which SPARQLWrapper leaves open."""
    answer = wrapper.query()
    with contextlib.closing(answer.response):
        return answer.convert()


class TestProtocol:
    NOT_ASKED: ClassVar = {"Accept": "image/png"}

    def test_get_form_and_body_give_the_same(self, client: TestClient) -> None:
        got = client.get("/sparql", params={"query": LABELS})
        form = client.post("/sparql", data={"query": LABELS})
        direct = client.post("/sparql", content=LABELS, headers={"Content-Type": "application/sparql-query"})
        assert got.headers["content-type"] == RESULTS
        assert len(got.json()["results"]["bindings"]) == 4
        assert got.content == form.content == direct.content

    @pytest.mark.parametrize(
        ("accept", "expected"),
        [
            ("", RESULTS),
            ("*/*", RESULTS),
            ("application/json", RESULTS),
            ("text/csv;q=0.5, application/sparql-results+xml", "application/sparql-results+xml"),
            ("text/*", "text/csv; charset=utf-8"),
            ("image/png, text/tab-separated-values;q=0.1", "text/tab-separated-values; charset=utf-8"),
        ],
    )
    def test_the_accept_header_chooses(self, client: TestClient, accept: str, expected: str) -> None:
        answer = client.get("/sparql", params={"query": LABELS}, headers={"Accept": accept})
        assert answer.headers["content-type"] == expected

    def test_graphs_come_as_turtle_by_default(self, client: TestClient) -> None:
        answer = client.get("/sparql", params={"query": "CONSTRUCT WHERE { ?s ?p 'Chemistry'@en }"})
        assert answer.headers["content-type"].startswith("text/turtle")
        assert "Chemistry" in answer.text

    def test_a_format_that_is_not_given_is_406(self, client: TestClient) -> None:
        answer = client.get("/sparql", params={"query": LABELS}, headers=self.NOT_ASKED)
        assert answer.status_code == 406

    def test_the_dataset_can_be_named(self, client: TestClient) -> None:
        graph = "http://test.example/collection/T02/current/"
        answer = client.get("/sparql", params={"query": LABELS, "default-graph-uri": graph})
        assert len(answer.json()["results"]["bindings"]) == 1


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 400),
        ("SELECT * {", 400),
        ("nonsense", 400),
        ("INSERT DATA { <a:a> <b:b> 1 }", 403),
        ("LOAD <http://127.0.0.1:9/>", 403),
    ],
)
def test_what_is_refused_is_a_problem(client: TestClient, query: str, status: int) -> None:
    answer = client.get("/sparql", params={"query": query})
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_requests_that_are_no_query_are_refused(client: TestClient) -> None:
    assert client.get("/sparql").status_code == 400
    assert client.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").status_code == 400
    assert client.post("/sparql", data={"update": "CLEAR ALL"}).status_code == 403
    update = {"Content-Type": "application/sparql-update"}
    assert client.post("/sparql", content="CLEAR ALL", headers=update).status_code == 403
    assert client.post("/sparql", content="x", headers={"Content-Type": "text/plain"}).status_code == 415
    query = {"Content-Type": "application/sparql-query"}
    assert client.post("/sparql", content=b"\xff", headers=query).status_code == 400
    assert client.post("/sparql", content=b"#" * 1_000_001, headers=query).status_code == 413


def test_too_large_an_answer_is_never_cut_silently(endpoint: str) -> None:
    cross = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    wrapper = SPARQLWrapper(endpoint)
    wrapper.setQuery(cross)
    wrapper.setReturnFormat(JSON)
    with pytest.raises(http.client.IncompleteRead):
        ask(wrapper)


class TestSparqlWrapper:
    @pytest.mark.parametrize("method", ["GET", POST])
    def test_select(self, endpoint: str, method: str) -> None:
        wrapper = SPARQLWrapper(endpoint)
        wrapper.setQuery(LABELS)
        wrapper.setMethod(method)
        wrapper.setReturnFormat(JSON)
        rows = ask(wrapper)["results"]["bindings"]
        assert "Propriétés thermiques" in {row["label"]["value"] for row in rows}

    def test_direct_post_and_other_formats(self, endpoint: str) -> None:
        wrapper = SPARQLWrapper(endpoint)
        wrapper.setMethod(POST)
        wrapper.setRequestMethod(POSTDIRECTLY)
        wrapper.setQuery(LABELS)
        wrapper.setReturnFormat(CSV)
        assert "Salinité" in ask(wrapper).decode()
        wrapper.setQuery("CONSTRUCT WHERE { ?s ?p 'Chemistry'@en }")
        wrapper.setReturnFormat(TURTLE)
        assert b"Chemistry" in ask(wrapper)
