"""IRIs that answer."""

import dataclasses
import re
from collections.abc import Mapping

import pytest
from fastapi.testclient import TestClient
from pyoxigraph import CanonicalizationAlgorithm, Dataset, Quad, RdfFormat, parse
from rdflib import Graph
from rdflib.compare import isomorphic

from tests.server import with_own_readers
from vocabsvc.asgi import create_app
from vocabsvc.services.linked_data import LinkedData
from vocabsvc.services.services import Services

RDF = {"ttl": RdfFormat.TURTLE, "rdf": RdfFormat.RDF_XML, "jsonld": RdfFormat.JSON_LD, "nt": RdfFormat.N_TRIPLES}
RDFLIB = {"ttl": "turtle", "rdf": "xml", "jsonld": "json-ld", "nt": "nt"}
PATHS = {
    "concept": "/id/harbour/quay",
    "deprecated": "/id/harbour/jetty",
    "percent-encoded": "/id/harbour/cale%20s%C3%A8che",
    "collection": "/id/harbour/works",
    "vocabulary": "/id/harbour",
}


def canonical(data: bytes, ending: str) -> set[str]:
    dataset = Dataset(Quad(one.subject, one.predicate, one.object) for one in parse(data, format=RDF[ending]))
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return {str(quad) for quad in dataset}


def bodies(hub: TestClient, path: str, query: str = "") -> Mapping[str, bytes]:
    return {ending: hub.get(f"{path}.{ending}{query}").content for ending in RDF}


@pytest.mark.parametrize("profile", ["full", "skos"])
@pytest.mark.parametrize("path", PATHS.values(), ids=PATHS)
def test_every_syntax_says_the_same(path: str, profile: str, hub: TestClient) -> None:
    graphs = {ending: canonical(body, ending) for ending, body in bodies(hub, path, f"?_profile={profile}").items()}
    assert graphs["ttl"] == graphs["rdf"] == graphs["jsonld"] == graphs["nt"]
    assert len(graphs["ttl"]) > 3


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")  # rdflib's own JSON-LD parser uses it
@pytest.mark.parametrize("path", ["/id/harbour/quay", "/catalogue"])
def test_every_syntax_says_the_same_to_rdflib(path: str, hub: TestClient) -> None:
    first, *others = (Graph().parse(data=body, format=RDFLIB[key]) for key, body in bodies(hub, path).items())
    assert len(first) > 10
    assert all(isomorphic(first, other) for other in others)


def test_a_concept_names_its_neighbours(hub: TestClient) -> None:
    assert (
        '<http://hub.example/id/harbour/bollard.ttl> skos:prefLabel "Bollard"@en, "Bitte d’amarrage"@fr .'
        in hub.get("/id/harbour/quay").text
    )


@pytest.mark.parametrize("ending", ["ttl", "rdf", "jsonld", "nt", "csv"])
def test_a_collection_tells_its_members(ending: str, hub: TestClient) -> None:
    text = hub.get(f"/id/harbour/works.{ending}").text
    assert "Bollard" in text
    assert "embarcadère" in text
    assert "Cale sèche" not in text


@pytest.mark.parametrize("ending", ["ttl", "rdf", "jsonld", "nt", "csv"])
def test_a_vocabulary_tells_all_of_it(ending: str, hub: TestClient) -> None:
    text = hub.get(f"/id/harbour.{ending}").text
    assert all(word in text for word in ("Bollard", "Cale sèche", "Jetée", "Marée", "רציף"))


def test_turtle_begins_with_sparql_prefixes(hub: TestClient) -> None:
    for path in ("/id/harbour/quay", "/id/harbour", "/id/harbour/works", "/catalogue", "/.well-known/void"):
        assert hub.get(path).text.startswith("PREFIX ")


@pytest.mark.parametrize("path", ["/id/harbour/quay/", "/id/harbour/quay"])
def test_the_final_slash_does_not_matter(path: str, hub: TestClient) -> None:
    assert hub.get(path).headers["content-location"] == "http://hub.example/id/harbour/quay.ttl"


def test_where_a_representation_is_leads_to_it(hub: TestClient) -> None:
    for path in (*PATHS.values(), "/describe?uri=http://test.example/collection/T01/current/TEMPX01/", "/catalogue"):
        answer = hub.get(path, headers={"Accept": "application/n-triples"})
        there = answer.headers["content-location"]
        assert hub.get(there, headers={"Accept": "text/html"}).content == answer.content


def test_links_lead_on(hub: TestClient) -> None:
    links = hub.get("/id/harbour/quay").headers["link"]
    assert '<http://hub.example/id/harbour/quay>; rel="canonical"' in links
    assert '<http://hub.example/id/harbour/>; rel="collection"' in links
    assert '<http://hub.example/catalogue#harbour>; rel="describedby"' in links
    assert '<https://spdx.org/licenses/CC0-1.0>; rel="license"' in links
    alternates = re.findall(r'<([^>]*)>; rel="alternate"; type="([^"]*)"', links)
    assert [kind for _, kind in alternates] == [
        *("application/rdf+xml", "application/ld+json", "application/n-triples", "text/csv", "text/html"),
        "text/turtle",  # in the other profile
    ]
    for address, kind in alternates:
        answer = hub.get(address)
        assert answer.status_code == (303 if kind == "text/html" else 200)
        assert kind == "text/html" or answer.headers["content-type"].startswith(kind)


def test_headers_are_ascii_whatever_the_iri(hub: TestClient) -> None:
    answer = hub.get("/id/harbour/mar%C3%A9e")
    assert answer.headers["content-location"] == "http://hub.example/id/harbour/mar%C3%A9e.ttl"
    assert '<http://hub.example/id/harbour/mar%C3%A9e>; rel="canonical"' in answer.headers["link"]


@pytest.mark.parametrize(
    "uri",
    [
        "http://test.example/collection/T01/current/TEMPX01/",
        "https://test.example/collection/T01/current/TEMPX01",
        "http://test.example/collection/T01/current/",
        "http://hub.example/id/harbour/quay",
        "http://hub.example/id/harbour/marée",
        "http://hub.example/id/harbour/cale%20s%C3%A8che",
    ],
)
@pytest.mark.parametrize("ending", ["ttl", "rdf", "jsonld", "nt", "csv"])
def test_anything_loaded_is_described(uri: str, ending: str, hub: TestClient) -> None:
    answer = hub.get("/describe", params={"uri": uri, "_mediatype": ending})
    assert answer.status_code == 200
    assert uri.rstrip("/").rpartition("/")[2].partition(" ")[0] in answer.text


def test_the_namespace_itself_leads_to_the_catalogue(hub: TestClient) -> None:
    answer = hub.get("/id/")
    assert (answer.status_code, answer.headers["location"]) == (303, "http://hub.example/catalogue")


def test_head_and_conditional_requests_work(hub: TestClient) -> None:
    answer = hub.get("/id/harbour/quay")
    assert hub.head("/id/harbour/quay").headers["link"] == answer.headers["link"]
    assert hub.get("/id/harbour/quay", headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_a_hub_may_have_its_iris_at_the_root(published: Services) -> None:
    linked_data = LinkedData(
        published.publication,
        published.linked_data._store,
        published.linked_data._index,
        published.concepts,
        published.dumps,
        "http://hub.example/",
    )
    app = create_app(lambda: dataclasses.replace(with_own_readers(published), linked_data=linked_data), "/")
    with TestClient(app, base_url="http://hub.example", follow_redirects=False) as client:
        answer = client.get("/id/harbour/quay", headers={"Accept": "text/turtle"})
        assert answer.headers["content-location"] == "http://hub.example/id/harbour/quay.ttl"
        assert client.get("/id/harbour/quay.nt").status_code == 200
        assert client.get("/none").status_code == 404
        assert client.get("/catalogue").text.startswith("PREFIX dcat")
        assert client.get("/api/v1/vocabularies").json()["total"] == 3
