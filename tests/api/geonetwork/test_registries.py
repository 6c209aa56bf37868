"""Both kinds of registry, read as GeoNetwork does: its browser lists, its server fetches and transforms."""

from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from lxml import etree

from tests.api.geonetwork.reading import ReadConcepts, read_root, read_scheme

HERE = Path(__file__).parent
G01 = "http://test.example/collection/G01/current/"
LAKE = f"{G01}LAKE%20%C3%A9/"


def imported(stylesheet: str, answers: list[bytes]) -> bytes:
    """Put what was fetched together, and transform it."""
    documents = etree.Element("documents")
    for answer in answers:
        documents.append(etree.fromstring(answer))
    result = etree.XSLT(etree.parse(HERE / stylesheet))(etree.ElementTree(documents))
    return etree.tostring(result)


def is_ld_registry(client: TestClient, url: str) -> bool:
    """Guess the kind of a registry as the browser does."""
    answer = client.get(f"{url}?_format=jsonld", headers={"Accept": "application/ld+json"})
    return answer.status_code == 200 and bool(answer.json().get("@graph"))


def from_ld_registry(client: TestClient, url: str, name: str) -> bytes:
    answer = client.get(f"{url}?_format=jsonld", headers={"Origin": "https://gn.example", "Accept-Language": "fr,en"})
    assert answer.headers["access-control-allow-origin"] == "*"
    label = {node["@id"]: node["rdfs:label"][0]["@value"] for node in answer.json()["@graph"]}
    address = next(address for address in label if address.endswith(f"/{name}"))
    fetched = client.get(f"{address}?_view=with_metadata&_format=rdf", headers={"Accept": "application/xml"})
    assert fetched.headers["content-type"] == "application/rdf+xml"
    return fetched.content


def from_re3gistry(client: TestClient, url: str, name: str, languages: list[str]) -> list[bytes]:
    def last(address: str) -> str:
        return address.rpartition("/")[2]

    listed: Any = client.get(f"{url}/{last(url)}.{languages[0]}.json").json()
    register = listed["registry"]["registers"][0]["register"]["id"]
    items: Any = client.get(f"{register}/{last(register)}.{languages[0]}.json").json()
    chosen = [item[last(register)] for item in items["register"]["containeditems"]]
    assert all(item["label"]["text"] for item in chosen)
    address = next(item["id"] for item in chosen if last(item["id"]) == name)
    return [client.get(f"{address}/{last(address)}.{language}.xml").content for language in languages]


def test_a_linked_data_registry_is_imported(gn_client: TestClient) -> None:
    assert is_ld_registry(gn_client, "http://testserver/registry")
    data = imported("ld_registry.xsl", [from_ld_registry(gn_client, "http://testserver/registry", "G01")])
    scheme, concepts = read_scheme(read_root(data)), ReadConcepts(data)
    assert (scheme.namespace, scheme.titles["fr"]) == (G01, "Mers d'essai & côtes")
    assert scheme.descriptions["fr"] == "Eaux dont un essai peut avoir besoin."
    assert scheme.issued == "2021-06-07"
    assert concepts.uris == {f"{G01}OCEAN/", f"{G01}GULF/", f"{G01}BAY/", LAKE}
    assert concepts.texts(f"{G01}GULF/", "prefLabel", "fr") == ["Golfe des essais — « là »"]
    assert concepts.texts(f"{G01}GULF/", "scopeNote", "en") == ["A gulf; x < y & z ]]>."]
    assert concepts.above(f"{G01}GULF/") == {f"{G01}OCEAN/"}
    assert concepts.tops() == {f"{G01}OCEAN/"}


def test_a_re3gistry_is_imported_in_two_languages(gn_client: TestClient) -> None:
    assert not is_ld_registry(gn_client, "http://testserver/re3gistry")
    answers = from_re3gistry(gn_client, "http://testserver/re3gistry", "G01", ["fr", "en"])
    data = imported("re3gistry.xsl", answers)
    scheme, concepts = read_scheme(read_root(data)), ReadConcepts(data)
    assert (scheme.namespace, scheme.title) == (G01, "Mers d'essai & côtes")
    assert scheme.titles == {"en": "Test seas", "fr": "Mers d'essai & côtes"}
    assert concepts.uris == {f"{G01}OCEAN/", f"{G01}GULF/", f"{G01}BAY/", LAKE}
    assert concepts.texts(f"{G01}BAY/", "prefLabel", "en") == ["Bay"]
    assert concepts.texts(f"{G01}BAY/", "prefLabel", "fr") == []  # it has no French name
    assert concepts.texts(f"{G01}GULF/", "scopeNote", "fr") == ["Un autre golfe.\nUn golfe,\nsur deux lignes."]
    assert concepts.below(f"{G01}OCEAN/") == {f"{G01}GULF/"}
    assert concepts.tops() == {f"{G01}OCEAN/", LAKE}


def test_the_browser_is_shown_its_own_language_first(gn_client: TestClient) -> None:
    def first(language: str) -> str:
        body = gn_client.get("/registry", headers={"Accept-Language": language}).json()
        label: str = body["@graph"][0]["rdfs:label"][0]["@value"]
        return label

    assert (first("fr-FR,en;q=0.5"), first("en"), first("de")) == ("Mers d'essai & côtes", "Test seas", "Test seas")
    assert gn_client.get("/registry/?lang=fr").json()["@graph"][0]["rdfs:label"][0]["@language"] == "fr"


def test_addresses_are_on_the_host_that_was_asked(gn_client: TestClient) -> None:
    headers = {"Host": "vocab.exemple.fr:8443"}
    node = gn_client.get("/registry?_format=jsonld", headers=headers).json()["@graph"][0]
    assert node["@id"] == "http://vocab.exemple.fr:8443/registry/G01"
    item = gn_client.get("/re3gistry/vocabulary/vocabulary.fr.json", headers=headers).json()
    address = item["register"]["containeditems"][0]["vocabulary"]["id"]
    assert address == "http://vocab.exemple.fr:8443/re3gistry/vocabulary/G01"


@pytest.mark.parametrize(
    ("query", "accept", "media_type"),
    [
        ("?_format=rdf", "text/turtle", "application/rdf+xml"),
        ("?_format=ttl", "application/xml", "text/turtle; charset=utf-8"),
        ("?_format=jsonld", "", "application/ld+json"),
        ("?_format=nt&_view=none", "", "application/n-triples"),
        ("?_format=%00nonsense", "text/turtle", "text/turtle; charset=utf-8"),
        ("?_format=", "text/xml", "application/rdf+xml"),
        ("", "text/html", "application/rdf+xml"),
        ("", "", "application/rdf+xml"),
    ],
)
def test_a_register_comes_in_any_rdf_syntax(gn_client: TestClient, query: str, accept: str, media_type: str) -> None:
    answer = gn_client.get(f"/registry/G01{query}", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)


@pytest.mark.parametrize(
    "path",
    [
        "/registry/none",
        "/re3gistry",
        "/re3gistry/re3gistry.french.json",
        "/re3gistry/vocabulary/none/none.fr.xml",
        "/re3gistry/vocabulary/G01/G02.fr.xml",
        "/re3gistry/vocabulary/G01/G01.FR.xml",
    ],
)
def test_what_is_not_there_is_404(gn_client: TestClient, path: str) -> None:
    assert gn_client.get(path).status_code == 404
