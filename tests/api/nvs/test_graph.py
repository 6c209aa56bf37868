"""All syntaxes of a collection say the same; NVS's JSON-LD adds what clients need, and no more."""

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import Quad, RdfFormat, Store, parse

from vocabsvc.namespaces import DCTERMS, OWL, SKOS

NAMES = ["P07", "X01", "X02", "pots", "spouts"]
ADDED = {
    *(f"{SKOS}{name}" for name in ("altLabel", "definition", "notation", "prefLabel")),
    *(f"{DCTERMS}{name}" for name in ("alternative", "date", "description", "identifier", "title")),
    *(f"{OWL}{name}" for name in ("deprecated", "versionInfo")),
    "http://purl.org/dc/elements/1.1/identifier",
}


def statements(client: TestClient, name: str, ending: str, syntax: RdfFormat) -> set[str]:
    """Return what a collection says; blank nodes, which pots has one of, by one name."""
    body = client.get(f"/collection/{name}/current/", params={"_profile": "nvs", "_format": ending}).content
    store = Store()
    store.extend(Quad(*quad.triple) for quad in parse(body, format=syntax))
    lines = (str(quad.triple).split(" ", 2) for quad in store)
    return {" ".join("_:b" if term.startswith("_:") else term for term in line) for line in lines}


@pytest.mark.parametrize("name", NAMES)
def test_rdf_syntaxes_agree(name: str, nvs: TestClient) -> None:
    turtle = statements(nvs, name, "ttl", RdfFormat.TURTLE)
    assert statements(nvs, name, "rdf", RdfFormat.RDF_XML) == turtle
    assert statements(nvs, name, "nt", RdfFormat.N_TRIPLES) == turtle


@pytest.mark.parametrize("name", NAMES)
def test_json_ld_agrees_but_for_what_clients_need(name: str, nvs: TestClient) -> None:
    turtle = statements(nvs, name, "ttl", RdfFormat.TURTLE)
    json_ld = statements(nvs, name, "jsonld", RdfFormat.JSON_LD)
    assert {line.split()[1][1:-1] for line in json_ld - turtle} <= ADDED
    # Titles come down to one, and a boolean becomes a string.
    assert {line.split()[1][1:-1] for line in turtle - json_ld} <= {f"{DCTERMS}title", f"{OWL}deprecated"}


def test_what_nvs_states_in_full_is_given_as_it_is(nvs: TestClient) -> None:
    assert statements(nvs, "X01", "jsonld", RdfFormat.JSON_LD) == statements(nvs, "X01", "ttl", RdfFormat.TURTLE)
