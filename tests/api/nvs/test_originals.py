"""Loaded originals of NVS come out as they were recorded, key for key and type for type."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import RdfFormat, parse

from vocabsvc.asgi import create_app
from vocabsvc.services.services import Services

ARGO = [f"R{number:02}" for number in (1, 3, *range(4, 17), *range(18, 29), 31, 40)]
ARGO = [name for name in ARGO if name != "R17"] + ["RD2", "RMC", "RP2", "RR2", "RTV"]
TURTLE = ["C19", "C34", "L04", "L05", "L08", "L10", "L11", "P02", "P09", "P35", "P36"]
JSON_LD = {"_profile": "nvs", "_mediatype": "application/ld+json"}
PAIRS = [
    "R08_R23", "R15_RMC", "R15_RTV", "R23_R08", "R23_R24", "R24_R23", "R25_R27", "R26_R27", "R27_R25", "R27_R26",
    "RMC_R15", "RTV_R15",
]  # fmt: skip


@pytest.fixture(scope="module")
def client(recorded_services: Services) -> Iterator[TestClient]:
    with TestClient(create_app(lambda: recorded_services)) as client:
        yield client


@pytest.mark.parametrize("name", ARGO)
def test_a_collection_comes_out_as_recorded(name: str, client: TestClient, shared: Path) -> None:
    recorded = json.loads((shared / f"data/vocabularies/argo-nvs/{name}.json").read_bytes())["data"]
    ours = client.get(f"/collection/{name}/current/", params=JSON_LD).json()
    assert ours["@context"] == recorded["@context"]
    assert {node["@id"]: _ordered(node) for node in ours["@graph"]} == {
        node["@id"]: _ordered(node) for node in recorded["@graph"]
    }
    assert ours["@graph"][-1]["@type"] == "skos:Collection"


@pytest.mark.parametrize("name", ["R03", "R27", "RMC"])
def test_a_concept_comes_out_as_recorded(name: str, client: TestClient, shared: Path) -> None:
    recorded = json.loads((shared / f"data/vocabularies/argo-nvs/{name}.json").read_bytes())["data"]
    for node in recorded["@graph"][:-1]:
        ours = client.get(node["@id"].removeprefix("http://vocab.nerc.ac.uk"), params=JSON_LD).json()
        assert _ordered(ours) == _ordered({**node, "@context": recorded["@context"]})


@pytest.mark.parametrize("name", TURTLE)
def test_turtle_says_what_the_original_says(name: str, client: TestClient, shared: Path) -> None:
    original = (shared / f"data/vocabularies/nvs-ttl/{name}.ttl").read_bytes()
    ours = client.get(f"/collection/{name}/current/", params={"_profile": "nvs", "_mediatype": "text/turtle"})
    assert ours.content.startswith(b"PREFIX")
    assert _triples(ours.content) == _triples(original)


@pytest.mark.parametrize("pair", PAIRS)
def test_mappings_are_those_recorded(pair: str, client: TestClient, shared: Path) -> None:
    recorded = json.loads((shared / f"data/vocabularies/argo-nvs/mapping/{pair}.json").read_bytes())["data"]
    ours = client.get("/sparql", params={"query": recorded["sparql"]})
    assert _bindings(ours.json()) == _bindings(recorded["content"])


def _ordered(node: dict[str, Any]) -> dict[str, Any]:
    """Return a node with its lists in an order of ours: a graph has none."""
    return {key: sorted(value, key=str) if isinstance(value, list) else value for key, value in node.items()}


def _triples(turtle: bytes) -> set[str]:
    return {str(quad.triple) for quad in parse(turtle, format=RdfFormat.TURTLE)}


def _bindings(answer: dict[str, Any]) -> list[tuple[str, ...]]:
    rows = answer["results"]["bindings"]
    return sorted(tuple(row[name]["value"] for name in ("subj", "pred", "obj")) for row in rows)
