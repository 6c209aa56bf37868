"""SPARQL 1.1 Service Description: what a bare GET gets."""

import pytest
from fastapi.testclient import TestClient
from rdflib import RDF, Graph, Namespace, URIRef

from vocabsvc.services.services import Services

SD = Namespace("http://www.w3.org/ns/sparql-service-description#")
VOID = Namespace("http://rdfs.org/ns/void#")
DEF = Namespace("https://w3id.org/vocabsvc/def#")
FORMATS = Namespace("http://www.w3.org/ns/formats/")
LIMITS = ("queryTimeout", "maxAnswerBytes", "maxAnswerRows", "maxMemoryBytes")
TYPES = ("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples")


def described(client: TestClient, accept: str = "text/turtle") -> Graph:
    answer = client.get("/sparql", headers={"Accept": accept, "Host": "hub.example"})
    assert answer.status_code == 200
    kind = answer.headers["content-type"].partition(";")[0]
    return Graph().parse(data=answer.content, format="nt" if kind.endswith("triples") else kind)


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # in rdflib's reading of JSON-LD
@pytest.mark.parametrize("accept", ["*/*", *TYPES])
def test_it_is_the_same_in_every_syntax(client: TestClient, accept: str) -> None:
    assert set(described(client, accept)) == set(described(client))


def test_it_conforms_to_the_schema(client: TestClient) -> None:
    """The three tests of the W3C manifest: RDF on GET, its own endpoint, the classes and their properties."""
    graph = described(client)
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert graph.value(service, SD.endpoint) == URIRef("http://hub.example/sparql")
    (dataset,) = graph.objects(service, SD.defaultDataset)
    assert (dataset, RDF.type, SD.Dataset) in graph
    (default,) = graph.objects(dataset, SD.defaultGraph)
    assert (default, RDF.type, SD.Graph) in graph
    for named in graph.objects(dataset, SD.namedGraph):
        assert (named, RDF.type, SD.NamedGraph) in graph
        assert isinstance(graph.value(named, SD.name), URIRef)
        assert (graph.value(named, SD.graph), RDF.type, SD.Graph) in graph


def test_it_names_languages_formats_and_features(client: TestClient) -> None:
    graph = described(client)
    (service,) = graph.subjects(RDF.type, SD.Service)
    assert set(graph.objects(service, SD.supportedLanguage)) == {SD.SPARQL11Query}
    assert set(graph.objects(service, SD.feature)) == {SD.UnionDefaultGraph}
    names = (
        "SPARQL_Results_JSON SPARQL_Results_XML SPARQL_Results_CSV SPARQL_Results_TSV Turtle RDF_XML N-Triples JSON-LD"
    )
    assert set(graph.objects(service, SD.resultFormat)) == {FORMATS[name] for name in names.split()}


def test_every_named_graph_is_there_with_its_count_where_known(client: TestClient) -> None:
    graph = described(client)
    counted = "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g"
    rows = client.get("/sparql", params={"query": counted}).json()["results"]["bindings"]
    loaded = {row["g"]["value"]: int(row["n"]["value"]) for row in rows}
    names = {str(name): one for one, name in graph.subject_objects(SD.name)}
    assert set(names) == set(loaded)
    assert "http://test.example/collection/T01/current/" in names
    counts = {name: graph.value(graph.value(one, SD.graph), VOID.triples) for name, one in names.items()}
    assert counts["http://test.example/collection/T01/current/"] is not None
    assert all(loaded[name] == int(str(count)) for name, count in counts.items() if count is not None)


def test_the_limits_are_stated(client: TestClient, services: Services) -> None:
    graph, limits = described(client), services.sparql.limits
    (service,) = graph.subjects(RDF.type, SD.Service)
    stated = {name: str(graph.value(service, DEF[name])) for name in LIMITS}
    assert stated == {
        "queryTimeout": f"PT{limits.seconds:g}S",
        "maxAnswerBytes": str(limits.bytes),
        "maxAnswerRows": str(limits.rows),
        "maxMemoryBytes": str(limits.memory),
    }


def test_what_cannot_describe_is_not_acceptable(client: TestClient) -> None:
    assert client.get("/sparql", headers={"Accept": "image/png"}).status_code == 406
