"""The catalogue and the VoID description; the yardsticks are those of FOOPS! and FAIRsFAIR that can be held offline."""

import hashlib
from typing import Any

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, parse

from vocabsvc.services.services import Services

DCAT, DCT, VOID = "http://www.w3.org/ns/dcat#", "http://purl.org/dc/terms/", "http://rdfs.org/ns/void#"
HARBOUR = "http://hub.example/catalogue#harbour"


def catalogue_of(hub: TestClient, path: str = "/catalogue", **headers: str) -> Store:
    store = Store()
    answer = hub.get(path, headers={"Accept": "application/n-triples", **headers})
    store.extend(
        Quad(one.subject, one.predicate, one.object) for one in parse(answer.content, format=RdfFormat.N_TRIPLES)
    )
    return store


def said(store: Store, subject: str, predicate: str) -> list[str]:
    quads = store.quads_for_pattern(NamedNode(subject), NamedNode(predicate), None, None)
    return sorted(quad.object.value for quad in quads if isinstance(quad.object, NamedNode | Literal))


def test_every_vocabulary_is_described_fairly(hub: TestClient, published: Services) -> None:
    store = catalogue_of(hub)
    datasets = said(store, "http://hub.example/catalogue", f"{DCAT}dataset")
    assert datasets == [
        f"http://hub.example/catalogue#{name}" for name in ("T01", "T02", "harbour", "mappings/testcentre")
    ]
    for dataset in datasets[:3]:
        for predicate in (
            *(f"{DCT}{name}" for name in ("identifier", "title", "description", "modified", "conformsTo")),
            *(f"{DCAT}{name}" for name in ("landingPage", "distribution")),
            *(
                f"{VOID}{name}"
                for name in ("triples", "entities", "uriSpace", "rootResource", "dataDump", "vocabulary")
            ),
            "http://www.w3.org/2002/07/owl#versionIRI",
        ):
            assert said(store, dataset, predicate), (dataset, predicate)


def test_what_its_publisher_states_is_repeated(hub: TestClient) -> None:
    store = catalogue_of(hub)
    assert said(store, HARBOUR, f"{DCT}title") == ["Mots du port", "Words of the harbour"]
    assert said(store, HARBOUR, f"{DCAT}version") == ["2026/1 été"]
    assert said(store, HARBOUR, f"{DCT}issued") == ["2026-02"]
    assert said(store, HARBOUR, f"{DCT}license") == ["https://spdx.org/licenses/CC0-1.0"]
    assert said(store, HARBOUR, f"{DCT}source") == ["https://example.org/harbour"]
    (publisher,) = said(store, HARBOUR, f"{DCT}publisher")
    assert said(store, publisher, "http://xmlns.com/foaf/0.1/name") == ["Port de l’Été"]
    assert "Cranes are missing." in said(store, HARBOUR, f"{DCT}description")[0]


def test_what_is_not_known_is_not_said(hub: TestClient) -> None:
    store = catalogue_of(hub)
    for predicate in (f"{DCT}license", f"{DCT}publisher", f"{DCAT}version", f"{DCT}issued", f"{DCT}source"):
        assert said(store, "http://hub.example/catalogue#T01", predicate) == []


def test_counts_are_exact(hub: TestClient) -> None:
    store = catalogue_of(hub)
    query = "SELECT (COUNT(*) AS ?n) (COUNT(DISTINCT ?s) AS ?m) { GRAPH <%s> { ?s ?p ?o } }"
    for name in ("T01", "T02"):
        (root,) = said(store, f"http://hub.example/catalogue#{name}", f"{VOID}rootResource")
        counted = hub.get("/sparql", params={"query": query % root}).json()["results"]["bindings"][0]
        dataset = f"http://hub.example/catalogue#{name}"
        assert said(store, dataset, f"{VOID}triples") == [counted["n"]["value"]]
        assert said(store, dataset, f"{VOID}entities") == [counted["m"]["value"]]


def test_every_address_of_ours_answers(hub: TestClient) -> None:
    store = catalogue_of(hub)
    objects = {quad.object.value for quad in store if isinstance(quad.object, NamedNode)}
    ours = {iri.partition("#")[0] for iri in objects if iri.startswith("http://hub.example/")}
    assert len(ours) > 15
    # The API has no page of its own.
    assert {iri: status for iri in ours if (status := hub.get(iri).status_code) != 200} == {
        "http://hub.example/api/v1": 404,
    }


def test_checksums_and_sizes_are_those_of_the_files(hub: TestClient, published: Services) -> None:
    for dumps in published.dumps.all():
        for file in dumps[-1].files:
            body = hub.get(f"/dumps/{dumps[-1].vocabulary}/{dumps[-1].name}.{file.ending}").content
            assert (file.size, file.checksum) == (len(body), hashlib.sha256(body).hexdigest())


@pytest.mark.parametrize("path", ["/.well-known/void", "/.well_known/void"])
def test_void_is_at_both_spellings(path: str, hub: TestClient) -> None:
    store = catalogue_of(hub, path)
    topics = said(store, "http://hub.example/.well-known/void", "http://xmlns.com/foaf/0.1/topic")
    assert HARBOUR in topics
    linkset = "http://hub.example/catalogue#mappings/testcentre"
    assert said(store, linkset, f"{VOID}triples") == ["1"]
    assert said(store, linkset, f"{VOID}linkPredicate") == ["http://www.w3.org/2004/02/skos/core#exactMatch"]


def test_the_root_is_the_catalogue_for_rdf_clients(hub: TestClient) -> None:
    for accept in ("text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"):
        answer = hub.get("/", headers={"Accept": accept})
        assert answer.headers["content-type"].partition(";")[0] == accept
        assert answer.content == hub.get("/catalogue", headers={"Accept": accept}).content


@pytest.mark.parametrize(
    ("host", "address"),
    [
        ("localhost:8123", "http://localhost:8123/"),
        ("HUB.example", "http://HUB.example/"),
        ("[::1]:8000", "http://[::1]:8000/"),
        ("", "http://hub.example/"),
        ('evil.example/"><x', "http://hub.example/"),
        ("evil.example\\@x", "http://hub.example/"),
        ("[::1", "http://hub.example/"),
        ("a b", "http://hub.example/"),
        ("été.example", "http://hub.example/"),
    ],
)
def test_addresses_are_as_the_client_wrote_them(host: str, address: str, hub: TestClient) -> None:
    headers: Any = {"Host": host.encode(), "Accept": "application/n-triples"}
    answer = hub.get("/catalogue", headers=headers)
    assert answer.status_code == 200
    assert f"<{address}catalogue> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <{DCAT}Catalog> ." in answer.text


def test_a_form_that_is_none_is_not_found(hub: TestClient) -> None:
    assert [hub.get(f"/catalogue.{ending}").status_code for ending in ("csv", "docx", "ttl.gz", "")] == [404] * 4
    assert hub.get("/contexts/2.jsonld").status_code == 404


def test_the_context_resolves(hub: TestClient) -> None:
    answer = hub.get("/contexts/1.jsonld")
    assert answer.headers["content-type"] == "application/ld+json"
    assert answer.json()["@context"] == hub.get("/id/harbour/quay.jsonld").json()["@context"]
