"""rdflib's SPARQLStore, unchanged, against a server of ours."""

import pytest
from rdflib import Graph, Literal, URIRef
from rdflib.namespace import SKOS
from rdflib.plugins.stores.sparqlstore import SPARQLStore

from tests.api.sparql.queries import EXISTS, TRIPLES

METHODS = ("GET", "POST", "POST_FORM")
PREFIXES = {f"p{number}": f"http://number{number}.example/a/long/namespace#" for number in range(40)}


@pytest.fixture(params=METHODS)
def graph(request: pytest.FixtureRequest, endpoint: str) -> Graph:
    return Graph(SPARQLStore(endpoint, method=request.param))


def test_select_with_bindings_and_prefixes(graph: Graph) -> None:
    query = "SELECT ?c { ?c skos:prefLabel ?label }"
    bound = {"label": Literal("Chemistry", "en")}
    (row,) = graph.query(query, initNs={"skos": str(SKOS), **PREFIXES}, initBindings=bound)
    assert "T02" in str(row)


def test_ask(graph: Graph) -> None:
    assert graph.query(EXISTS).askAnswer is True


def test_construct(graph: Graph) -> None:
    answer = graph.query(TRIPLES)
    assert answer.graph is not None
    assert {str(one) for one in answer.graph.objects()} == {"Chemistry"}


def test_patterns_and_size(graph: Graph) -> None:
    (concept,) = graph.subjects(SKOS.prefLabel, Literal("Chemistry", "en"))
    assert isinstance(concept, URIRef)
    assert (concept, None, None) in graph
    assert len(graph) > 100


@pytest.mark.parametrize("kind", ["json", "csv", "tsv"])
def test_the_other_formats(endpoint: str, kind: str) -> None:
    graph = Graph(SPARQLStore(endpoint, returnFormat=kind))
    query = "SELECT ?label { ?c skos:prefLabel ?label FILTER(LANG(?label) = 'fr') }"
    found = {str(row[0]) for row in graph.query(query, initNs={"skos": SKOS})}  # type: ignore[index] # rows of a SELECT
    assert "Salinité du bassin d'essai" in found
