"""Software written for Skosmos, unchanged, against a server of ours."""

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import skosmos_client
from rdflib import Graph, URIRef
from rdflib.namespace import SKOS
from skosmos_client import SkosmosClient

HERE = Path(__file__).parent
S01, S02 = "http://harbour.example/S01/", "http://harbour.example/S02/"


@pytest.fixture(scope="module")
def base(address: str) -> str:
    return f"{address}/rest/v1/"


@pytest.fixture(scope="module")
def client(base: str) -> SkosmosClient:
    return SkosmosClient(base)


@pytest.fixture(scope="module")
def said(base: str) -> dict[str, Any]:
    if shutil.which("node") is None:
        pytest.skip("node is absent")
    if not (HERE / "node_modules").is_dir():
        pytest.skip("the JavaScript clients are not installed: npm ci --prefix tests/api/skosmos")
    command = ["node", str(HERE / "cocoda.mjs"), base]
    outcome = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert outcome.returncode == 0, outcome.stderr
    answers: dict[str, Any] = json.loads(outcome.stdout)
    return answers


def uris(found: list[dict[str, Any]]) -> list[str]:
    return [one["uri"].removeprefix(S01) for one in found]


class XmlGraph(Graph):
    def parse(self, data: bytes) -> Graph:  # type: ignore[override] # what the client calls
        return super().parse(data=data, format="xml")


class TestSkosmosClient:
    def test_vocabularies(self, client: SkosmosClient) -> None:
        assert [one["title"] for one in client.vocabularies("fr")] == ["Port", "Other things"]

    def test_search_with_every_parameter(self, client: SkosmosClient) -> None:
        assert uris(client.search("VESSEL")) == ["vessel"]
        assert uris(client.search("*vessel", lang="en", labellang="en", vocabs=["s01", "S02"], unique=False)) == [
            "sailing",
            "vessel",
        ]
        assert uris(client.search("l*", vocabs="s01", type_="skos:Concept", parent=f"{S01}vessel", unique=True)) == [
            "lugger"
        ]
        assert uris(client.search("*", lang="en", group=f"{S01}undersail", maxhits=2, offset=1)) == [
            "lugger",
            "sailing",
        ]

    def test_data(self, client: SkosmosClient, monkeypatch: pytest.MonkeyPatch) -> None:
        # The client asks for RDF/XML and leaves the rest to rdflib, which took it for granted up to version 5.
        monkeypatch.setattr(skosmos_client.rdflib, "Graph", XmlGraph)
        anywhere, there = client.data(f"{S01}net"), client.data(f"{S01}net", vocid="S01")
        assert str(there.value(URIRef(f"{S01}net"), SKOS.notation)) == "SDN:S01::NET"
        assert set(anywhere) == set(there)

    def test_types(self, client: SkosmosClient) -> None:
        assert {one["uri"] for one in client.types("en")} == {str(SKOS.Concept), str(SKOS.Collection), f"{S01}Hull"}
        assert [one["label"] for one in client.types("fr", vocid="S02")] == ["Concept"]

    def test_one_vocabulary(self, client: SkosmosClient) -> None:
        found = client.get_vocabulary("s01", lang="fr")
        assert (found["id"], found["title"], found["languages"]) == ("S01", "Port", ["en", "fr"])
        with pytest.raises(ValueError, match=r"404 Not Found : Vocabulary id 'nope' not found\."):
            client.get_vocabulary("nope")

    def test_top_concepts(self, client: SkosmosClient) -> None:
        assert uris(client.top_concepts("S01")) == ["gear", "caf%C3%A9", "vessel"]
        assert uris(client.top_concepts("S01", lang="fr", scheme=f"{S01}gearlist")) == ["gear"]

    def test_lookup(self, client: SkosmosClient) -> None:
        assert uris(client.lookup("S01", "lougre")) == ["lugger"]
        assert uris(client.lookup("S01", "Sailing ship", lang="en")) == ["sailing"]
        with pytest.raises(ValueError, match="404 Not Found : Could not find label 'lou'"):
            client.lookup("S01", "lou")

    def test_groups(self, client: SkosmosClient) -> None:
        assert uris(client.groups("S01", lang="fr")) == ["afloat", "undersail", "nothing"]

    def test_a_concept(self, client: SkosmosClient) -> None:
        sailing = client.get_concept("S01", f"{S01}sailing")
        assert (sailing.label("fr"), sailing.label()) == ("voilier", "sailing vessel")
        assert uris(sailing.broader()) == ["vessel"]
        assert set(sailing.broaderTransitive("fr", limit=10)) == {f"{S01}sailing", f"{S01}vessel"}
        assert uris(sailing.narrower("en")) == ["ketch", "lugger"]
        assert set(sailing.narrowerTransitive(limit=2)) == {f"{S01}sailing", f"{S01}ketch"}
        assert uris(sailing.related()) == ["net"]


class TestCocoda:
    def test_schemes(self, said: dict[str, Any]) -> None:
        assert [one["prefLabel"] for one in said["schemes"]] == [{"fr": "Port"}]

    def test_top_concepts(self, said: dict[str, Any]) -> None:
        assert uris(said["top"]) == ["gear", "caf%C3%A9", "vessel"]
        assert [one["narrower"] for one in said["top"]] == [[None], [], [None]]

    def test_details(self, said: dict[str, Any]) -> None:
        (sailing,) = said["concepts"]
        assert sailing["prefLabel"] == {"en": "sailing vessel", "fr": "voilier"}
        assert (sailing["notation"], uris(sailing["broader"])) == (["SDN:S01::SAIL"], ["vessel"])
        assert sailing["altLabel"] == {"en": ["Sailing Ship"]}

    def test_narrower_and_ancestors(self, said: dict[str, Any]) -> None:
        assert uris(said["narrower"]) == ["galley", "sailing"]
        assert uris(said["ancestors"]) == ["sailing", "vessel"]

    def test_search_and_suggestions(self, said: dict[str, Any]) -> None:
        assert uris(said["search"]) == ["sailing"]
        assert said["suggest"] == ["voil", ["SDN:S01::SAIL voilier"], [""], [f"{S01}sailing"]]

    def test_types(self, said: dict[str, Any]) -> None:
        assert said["types"] == [
            {"uri": str(SKOS.Collection), "prefLabel": {"fr": "Collection"}},
            {"uri": f"{S01}Hull", "superclass": str(SKOS.Concept), "prefLabel": {"fr": "Type de coque"}},
        ]
