"""SPARQLWrapper, unchanged, against a server of ours."""

import contextlib
from typing import Any
from xml.dom.minidom import Document

import pytest
from rdflib import Graph
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.api.sparql.queries import EXISTS, LABELS, TRIPLES

WAYS = [(GET, URLENCODED), (POST, URLENCODED), (POST, POSTDIRECTLY)]
T02 = "http://test.example/collection/T02/current/"


def wrapper(endpoint: str, query: str, result_format: str, way: tuple[str, str] = WAYS[0]) -> SPARQLWrapper:
    made = SPARQLWrapper(endpoint)
    made.setQuery(query)
    made.setReturnFormat(result_format)
    made.setMethod(way[0])
    made.setRequestMethod(way[1])
    return made


def ask(made: SPARQLWrapper) -> Any:
    """Send the query and close the connection, which SPARQLWrapper leaves open."""
    answer = made.query()
    with contextlib.closing(answer.response):
        return answer.convert()


@pytest.mark.parametrize("spelling", ["", "/", "/sparql"])
@pytest.mark.parametrize("way", WAYS)
def test_select_in_json(endpoint: str, spelling: str, way: tuple[str, str]) -> None:
    rows = ask(wrapper(endpoint + spelling, LABELS, JSON, way))["results"]["bindings"]
    assert "Propriétés thermiques" in {row["label"]["value"] for row in rows}


@pytest.mark.parametrize("way", WAYS)
def test_select_in_the_other_formats(endpoint: str, way: tuple[str, str]) -> None:
    found = ask(wrapper(endpoint, LABELS, XML, way))
    assert isinstance(found, Document)
    assert "Salinité" in found.toxml()
    assert "Salinité" in ask(wrapper(endpoint, LABELS, CSV, way)).decode()
    assert '"Propriétés thermiques"@fr' in ask(wrapper(endpoint, LABELS, TSV, way)).decode()


@pytest.mark.parametrize("way", WAYS)
def test_ask(endpoint: str, way: tuple[str, str]) -> None:
    assert ask(wrapper(endpoint, EXISTS, JSON, way))["boolean"] is True
    assert "<boolean>true</boolean>" in ask(wrapper(endpoint, EXISTS, XML, way)).toxml()


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # what SPARQLWrapper makes of graphs
@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("query", [TRIPLES, f"DESCRIBE <{T02}>"])
def test_graphs(endpoint: str, query: str, way: tuple[str, str]) -> None:
    for result_format, parser in ((TURTLE, "turtle"), (N3, "turtle")):
        assert len(Graph().parse(data=ask(wrapper(endpoint, query, result_format, way)), format=parser)) >= 1
    for result_format in (RDFXML, XML, JSONLD):
        assert len(ask(wrapper(endpoint, query, result_format, way))) >= 1


def test_a_dataset(endpoint: str) -> None:
    made = wrapper(endpoint, LABELS, JSON)
    made.addDefaultGraph(T02)
    assert len(ask(made)["results"]["bindings"]) == 1


def test_refusals_are_its_exceptions(endpoint: str) -> None:
    with pytest.raises(QueryBadFormed, match="expected"):
        ask(wrapper(endpoint, "SELECT * {", JSON))
