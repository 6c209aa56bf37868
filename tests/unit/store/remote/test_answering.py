"""Public queries over a server that misbehaves, and over Virtuoso, which has manners of its own."""

import io
import json
from collections.abc import Iterator

import pytest

from tests.engines import running_virtuoso
from tests.loopback import Turn, answering, breaks_off, document, drops, sends
from vocabsvc.errors import QueryInterrupted, QueryRefused, ServiceFault, StoreUnreachable
from vocabsvc.store.base import QueryLimits, SparqlQuery
from vocabsvc.store.remote.address import ServerAddress
from vocabsvc.store.remote.answering import answer
from vocabsvc.store.remote.connection import Connection, Reply

JSON = "application/sparql-results+json"
NT = "application/n-triples"
SELECT = SparqlQuery("SELECT ?x { ?s ?p ?x }", JSON)
CONSTRUCT = SparqlQuery("CONSTRUCT WHERE { ?s ?p ?o }", NT)
GRAPHS = ("http://g/1", "http://g/2")
TRIPLES = b'<http://s/> <http://p/> "\xc3\xa9"@fr .\n<http://s/> <http://p/> "b" .\n'


def asked(query: SparqlQuery, *turns: Turn, rows: int = 10) -> tuple[bytes, dict[str, list[str]]]:
    with answering(*turns) as server:
        sink = io.BytesIO()
        connection = Connection(ServerAddress(server.address), lambda _: None)
        answer(connection, query, GRAPHS, QueryLimits(seconds=2, rows=rows), sink)
        return sink.getvalue(), server.asked[-1][1]


def test_what_names_no_graphs_is_asked_of_those_that_are_served() -> None:
    body, form = asked(SELECT, sends(document("a", "é")))
    assert [row["x"]["value"] for row in json.loads(body)["results"]["bindings"]] == ["a", "é"]
    assert form["default-graph-uri"] == form["named-graph-uri"] == list(GRAPHS)


def test_graphs_of_the_query_are_left_to_it() -> None:
    query = SparqlQuery("SELECT ?x FROM <http://g/3> { ?s ?p ?x }", JSON)
    assert asked(query, sends(document()))[1] == {"query": [query.text]}


def test_graphs_of_the_protocol_replace_those_of_the_query() -> None:
    query = SparqlQuery("SELECT ?x FROM <http://g/3> { ?s ?p ?x }", JSON, default_graphs=("http://g/4",))
    form = asked(query, sends(document()))[1]
    assert form["default-graph-uri"] == ["http://g/4"]
    assert "named-graph-uri" not in form
    assert "FROM" not in form["query"][0]


@pytest.mark.parametrize(
    "turn",
    [
        sends(document("a")[:-9]),
        sends(b""),
        sends(b"{}", JSON),
        sends(document("a").replace(b"</literal>", b"")),
        sends(b"Error 42", "text/html"),
    ],
)
def test_what_is_no_answer_is_our_fault(turn: Turn) -> None:
    with pytest.raises(ServiceFault):
        asked(SELECT, turn)


@pytest.mark.parametrize("query", [SELECT, CONSTRUCT])
def test_an_answer_that_breaks_off_raises(query: SparqlQuery) -> None:
    turn = breaks_off(document("a")) if query is SELECT else breaks_off(TRIPLES, NT)
    with pytest.raises(StoreUnreachable):
        asked(query, turn)


def test_a_graph_that_ends_in_an_error_message_is_no_answer() -> None:
    with pytest.raises(ServiceFault):
        asked(CONSTRUCT, sends(TRIPLES + b"Time is over\n", NT))


def test_graphs_are_written_in_the_format_that_was_asked_for() -> None:
    body, _ = asked(SparqlQuery(CONSTRUCT.text, "text/turtle"), sends(TRIPLES, NT))
    assert body.decode() == '<http://s/> <http://p/> "é"@fr , "b" .\n'


@pytest.mark.parametrize(
    ("status", "error"), [(400, QueryRefused), (500, QueryRefused), (401, ServiceFault), (404, ServiceFault)]
)
def test_a_refusal_of_the_query_is_told_from_one_of_the_service(status: int, error: type[Exception]) -> None:
    with pytest.raises(error):
        asked(SELECT, sends(b"no", "text/plain", status, [("WWW-Authenticate", 'Basic realm="x"')]))


def test_a_server_that_is_away() -> None:
    with pytest.raises(StoreUnreachable):
        asked(SELECT, drops)


def test_too_many_rows_are_refused() -> None:
    assert asked(SELECT, sends(document(*"abc")), rows=3)[0]
    with pytest.raises(QueryInterrupted, match="more rows"):
        asked(SELECT, sends(document(*"abc")), rows=2)
    assert asked(CONSTRUCT, sends(TRIPLES, NT), rows=2)[0]
    with pytest.raises(QueryInterrupted, match="more rows"):
        asked(CONSTRUCT, sends(TRIPLES, NT), rows=1)


@pytest.mark.parametrize("header", [("X-SPARQL-MaxRows", "10000"), ("X-SQL-State", "S1TAT")])
def test_a_cut_answer_is_not_passed_on(header: tuple[str, str]) -> None:
    with pytest.raises(QueryInterrupted, match="ask for less"):
        asked(SELECT, sends(document("a"), headers=[header]))


@pytest.mark.parametrize("size", [1, 7, 64, 1000])
def test_labels_of_blank_nodes_are_repaired_wherever_a_piece_ends(size: int, monkeypatch: pytest.MonkeyPatch) -> None:
    node = b"<bnode>nodeID://b1</bnode>"
    body = document(*["x" * 50] * 40, "y").replace(b"<literal>y</literal>", node)
    plain = Reply.read
    monkeypatch.setattr(Reply, "read", lambda self, wanted: plain(self, min(size, wanted)))
    answered, _ = asked(SELECT, sends(body), rows=100)
    assert json.loads(answered)["results"]["bindings"][-1] == {"x": {"type": "bnode", "value": "b1"}}


@pytest.fixture(scope="module")
def virtuoso(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    with running_virtuoso(tmp_path_factory.mktemp("virtuoso")) as server:
        connection = Connection(server)
        values = " , ".join(f'"{number}"' for number in range(500))
        connection.update(
            f"INSERT DATA {{ GRAPH <http://g/1> {{ <http://s/> <http://p/> {values} }} }}", repeatable=True
        )
        yield connection


def ask_virtuoso(connection: Connection, query: SparqlQuery, seconds: float = 10) -> bytes:
    sink = io.BytesIO()
    answer(connection, query, GRAPHS, QueryLimits(seconds=seconds), sink)
    return sink.getvalue()


def test_virtuoso_stops_a_query_at_the_limit(virtuoso: Connection) -> None:
    ask_virtuoso(virtuoso, SparqlQuery("ASK {}", JSON))  # tells that it is Virtuoso
    text = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . FILTER(?c != ?f && ?f != ?i) }"
    with pytest.raises(QueryInterrupted):
        ask_virtuoso(virtuoso, SparqlQuery(text, JSON), seconds=1)


def test_blank_nodes_of_virtuoso(virtuoso: Connection) -> None:
    text = "CONSTRUCT { [] <http://p/> ?o } WHERE { ?s ?p ?o } LIMIT 2"
    assert ask_virtuoso(virtuoso, SparqlQuery(text, NT)).count(b"_:") == 2


@pytest.mark.parametrize("text", ["SELECT ?x { ?x", "SELECT (<http://no/function>(1) AS ?x) {}"])
def test_what_virtuoso_refuses_is_refused(virtuoso: Connection, text: str) -> None:
    with pytest.raises(QueryRefused) as caught:
        ask_virtuoso(virtuoso, SparqlQuery(text, JSON))
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    "text",
    [
        "DEFINE get:soft 'soft' SELECT ?x FROM <http://127.0.0.1:1/> { ?s ?p ?x }",
        "SELECT ?x { SERVICE <http://127.0.0.1:1/> { ?s ?p ?x } }",
        "SELECT (bif:version() AS ?x) {}",
        "SELECT (<bif:sys_stat>('st_dbms_ver') AS ?x) {}",
        "PREFIX b: <bif:> SELECT (b:sys_stat('st_dbms_ver') AS ?x) {}",
        "SELECT (sql:version() AS ?x) {}",
    ],
)
def test_what_only_virtuoso_knows_is_not_passed_on(virtuoso: Connection, text: str) -> None:
    with pytest.raises(QueryRefused):
        ask_virtuoso(virtuoso, SparqlQuery(text, JSON))
