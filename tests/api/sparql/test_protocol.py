"""SPARQL 1.1 Protocol §2.1, and what clients do beside it."""

import http.client
from typing import ClassVar
from urllib.parse import quote, urlsplit

import pytest
from fastapi.testclient import TestClient

from tests.api.sparql.queries import EXISTS, LABELS, TRIPLES

RESULTS = "application/sparql-results+json"
XML = "application/sparql-results+xml"
CSV = "text/csv; charset=utf-8"
TSV = "text/tab-separated-values; charset=utf-8"
TURTLE = "text/turtle; charset=utf-8"
BODY: dict[str, str] = {"Content-Type": "application/sparql-query"}
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"
T02 = "http://test.example/collection/T02/current/"


def kind(client: TestClient, query: str, accept: str | None, more: dict[str, str] | None = None) -> str:
    headers = {"Accept": accept} if accept is not None else {}
    answer = client.get("/sparql", params={"query": query, **(more or {})}, headers=headers)
    return answer.headers["content-type"] if answer.status_code == 200 else str(answer.status_code)


class TestOperations:
    @pytest.mark.parametrize("path", ["/sparql", "/sparql/", "/sparql/sparql", "/endpoint"])
    def test_get_form_and_body_give_the_same(self, client: TestClient, path: str) -> None:
        got = client.get(path, params={"query": LABELS})
        form = client.post(path, data={"query": LABELS})
        direct = client.post(path, content=LABELS, headers=BODY)
        assert got.headers["content-type"] == RESULTS
        assert int(got.headers["content-length"]) == len(got.content)
        assert len(got.json()["results"]["bindings"]) == 4
        assert got.content == form.content == direct.content

    def test_questions_may_stand_as_they_are_in_an_address(self, endpoint: str) -> None:
        where = urlsplit(endpoint)
        literal = quote("SELECT ?c {?c ?p 'Chemistry'@en}", safe="?{}'@").replace("%20", "+")
        for asked in (f"?query={literal}", f"??query={literal}", f"?query={literal}&"):
            connection = http.client.HTTPConnection(where.netloc)
            connection.request("GET", where.path + asked)
            answer = connection.getresponse()
            assert (answer.status, answer.read().count(b'"c"')) == (200, 2)
            connection.close()

    def test_a_body_finds_its_dataset_in_the_address(self, client: TestClient) -> None:
        assert len(client.post("/sparql?", content=LABELS, headers=BODY).json()["results"]["bindings"]) == 4
        narrowed = client.post(f"/sparql?default-graph-uri={quote(T02)}", content=LABELS, headers=BODY)
        assert len(narrowed.json()["results"]["bindings"]) == 1

    def test_the_dataset_of_the_protocol_overrides_the_querys(self, client: TestClient) -> None:
        query = "SELECT ?g FROM NAMED <http://nowhere.example/> { GRAPH ?g { ?c ?p 'Chemistry'@en } }"
        assert client.get("/sparql", params={"query": query}).json()["results"]["bindings"] == []
        answer = client.get("/sparql", params={"query": query, "named-graph-uri": T02})
        assert answer.json()["results"]["bindings"] == [{"g": {"type": "uri", "value": T02}}]
        by_form = client.post("/sparql", data={"query": LABELS, "default-graph-uri": T02})
        assert len(by_form.json()["results"]["bindings"]) == 1

    def test_the_default_graph_is_the_union_of_all(self, client: TestClient) -> None:
        counted = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { %s } }"
        union = client.get("/sparql", params={"query": counted % "?s ?p ?o"}).json()
        apart = client.get("/sparql", params={"query": counted % "GRAPH ?g { ?s ?p ?o }"}).json()
        assert union == apart
        assert int(union["results"]["bindings"][0]["n"]["value"]) > 100

    def test_head_and_options(self, client: TestClient) -> None:
        head = client.head("/sparql", params={"query": LABELS})
        assert (head.status_code, head.content, head.headers["content-type"]) == (200, b"", RESULTS)
        options = client.options("/sparql/")
        assert options.headers["allow"] == "GET, HEAD, OPTIONS, POST"
        assert client.get("/sparql", params={"query": LABELS}).headers["access-control-allow-origin"] == "*"
        other = client.put("/sparql", content="x")
        assert (other.status_code, other.headers["allow"]) == (405, "GET, HEAD, OPTIONS, POST")


class TestFormats:
    @pytest.mark.parametrize(
        ("accept", "expected"),
        [
            (None, RESULTS),
            ("", RESULTS),
            ("*/*", RESULTS),
            ("application/json", RESULTS),
            ("text/csv;q=0.5, application/sparql-results+xml", XML),
            ("application/xml", XML),
            ("text/*", CSV),
            ("image/png, text/tab-separated-values;q=0.1", TSV),
            ("image/png", "406"),
            ("text/turtle", "406"),
        ],
    )
    def test_accept_chooses_for_solutions(self, client: TestClient, accept: str | None, expected: str) -> None:
        assert kind(client, LABELS, accept) == expected

    @pytest.mark.parametrize(
        ("accept", "expected"),
        [
            ("*/*", TURTLE),
            ("application/turtle,text/turtle", TURTLE),
            ("application/rdf+xml", "application/rdf+xml"),
            ("application/n-triples", "application/n-triples"),
            ("application/ld+json", "application/ld+json"),
            (RESULTS, "406"),
        ],
    )
    def test_accept_chooses_for_graphs(self, client: TestClient, accept: str, expected: str) -> None:
        assert kind(client, TRIPLES, accept) == expected

    @pytest.mark.parametrize(
        ("accept", "parameters", "expected"),
        [
            ("*/*", {"format": "csv"}, CSV),
            (BROWSER, {"accept": "application/json"}, RESULTS),
            ("*/*", {"accept": "application/sparql-results+xml"}, XML),
            ("image/png", {"output": "tsv"}, TSV),
            ("application/sparql-results+xml", {"format": "json", "output": "json", "results": "json"}, XML),
            ("*/*", {"format": "unheard-of"}, RESULTS),
            ("*/*", {"timeout": "5", "debug": "on"}, RESULTS),
        ],
    )
    def test_what_clients_add_counts_where_accept_says_nothing(
        self, client: TestClient, accept: str, parameters: dict[str, str], expected: str
    ) -> None:
        assert kind(client, LABELS, accept, parameters) == expected

    def test_a_plus_sign_may_stand_as_it_is(self, client: TestClient) -> None:
        answer = client.get(f"/sparql?query={quote(LABELS)}&accept=application/sparql-results+xml")
        assert answer.headers["content-type"] == XML

    def test_json_means_json_ld_for_graphs(self, client: TestClient) -> None:
        assert kind(client, TRIPLES, "*/*", {"format": "json"}) == "application/ld+json"

    def test_an_ask_is_answered_in_each(self, client: TestClient) -> None:
        answers = {name: client.get("/sparql", params={"query": EXISTS, "format": name}) for name in ("json", "csv")}
        assert answers["json"].json()["boolean"] is True
        assert answers["csv"].text == "true"


class TestRefusals:
    NO_QUERY: ClassVar = {"Accept": RESULTS}

    @pytest.mark.parametrize(
        ("query", "status"),
        [
            ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", 400),
            ("PREFIX : <http://127.0.0.1:9/> SELECT * { SERVICE:a{ ?s ?p ?o } }", 400),
            ("SELECT * {", 400),
            ("nonsense", 400),
            ("", 400),
            ("INSERT DATA { <a:a> <b:b> 1 }", 403),
            ("LOAD <http://127.0.0.1:9/>", 403),
        ],
    )
    def test_what_is_refused_is_a_problem(self, client: TestClient, query: str, status: int) -> None:
        for answer in (
            client.get("/sparql", params={"query": query}),
            client.post("/sparql", content=query, headers=BODY),
        ):
            assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")

    def test_requests_that_are_no_query_are_refused(self, client: TestClient) -> None:
        assert client.get("/sparql", headers=self.NO_QUERY).status_code == 400
        assert client.get("/sparql", params={"default-graph-uri": T02}).status_code == 400
        assert client.get("/sparql?query=ASK%7B%7D&query=ASK%7B%7D").status_code == 400
        assert client.get("/sparql?query=ASK%7B%FF%7D").status_code == 400
        assert client.get("/sparql?" + "a&" * 1001).status_code == 400
        assert client.post("/sparql", data={"update": "CLEAR ALL"}).status_code == 403
        update = {"Content-Type": "application/sparql-update"}
        assert client.post("/sparql", content="CLEAR ALL", headers=update).status_code == 403
        assert client.post("/sparql", content="x", headers={"Content-Type": "text/plain"}).status_code == 415
        assert client.post("/sparql", content=b"\xff", headers=BODY).status_code == 400
        assert client.post("/sparql", content=b"#" * 1_000_001, headers=BODY).status_code == 413


def test_too_large_an_answer_is_never_cut_silently(endpoint: str) -> None:
    where = urlsplit(endpoint)
    connection = http.client.HTTPConnection(where.netloc)
    connection.request("POST", where.path, "SELECT * { ?a ?b ?c . ?d ?e ?f }", BODY)
    with pytest.raises(http.client.IncompleteRead):
        connection.getresponse().read()
    connection.close()


def test_relative_iris_are_of_the_endpoint(client: TestClient) -> None:
    answer = client.get("/sparql", params={"query": "SELECT (<#a> AS ?iri) {}"}, headers={"Host": "hub.example"})
    assert answer.json()["results"]["bindings"][0]["iri"]["value"] == "http://hub.example/sparql#a"
    query = "BASE <http://other.example/> SELECT (<a> AS ?iri) {}"
    other = client.get("/sparql", params={"query": query})
    assert other.json()["results"]["bindings"][0]["iri"]["value"] == "http://other.example/a"
