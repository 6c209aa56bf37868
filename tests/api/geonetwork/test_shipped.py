"""What ships, as GeoNetwork reads it."""

import pytest
from fastapi.testclient import TestClient

from tests.api.geonetwork.reading import DAY, ReadConcepts, read_root, read_scheme, select
from tests.api.geonetwork.test_registries import from_ld_registry, from_re3gistry, imported

NVS = "http://vocab.nerc.ac.uk/collection/"
SIZES = {"OD1": 50, "P02": 456, "C19": 271, "odatis": 63, "coriolis": 525, "F02": 14}
"""Concepts that are not deprecated."""


@pytest.fixture(scope="module")
def files(shipped_client: TestClient) -> dict[str, bytes]:
    accept = {"Accept": "application/xml"}
    return {name: shipped_client.get(f"/thesaurus/{name}.rdf", headers=accept).content for name in SIZES}


@pytest.mark.parametrize("name", SIZES)
def test_the_scheme_has_its_names_and_dates(files: dict[str, bytes], name: str) -> None:
    root = read_root(files[name])
    scheme = read_scheme(root)
    assert set(scheme.titles) == {"en", "fr"}
    assert DAY.fullmatch(scheme.issued)
    assert DAY.fullmatch(scheme.modified)
    assert len(select(root, "skos:ConceptScheme")) == 1
    assert {child.tag for child in root} == {
        select(root, "skos:ConceptScheme")[0].tag,
        select(root, "skos:Concept")[0].tag,
    }


@pytest.mark.parametrize("name", SIZES)
def test_every_current_concept_is_there_and_the_tree_reaches_it(files: dict[str, bytes], name: str) -> None:
    concepts = ReadConcepts(files[name])
    assert len(concepts.uris) == SIZES[name]
    reached, waiting = set(concepts.tops()), list(concepts.tops())
    while waiting:
        below = concepts.below(waiting.pop()) - reached
        reached |= below
        waiting += below
    assert reached == concepts.uris
    for uri in concepts.uris:
        assert len(concepts.texts(uri, "prefLabel", "en")) == 1
        assert all(uri in concepts.below(one) for one in concepts.above(uri))


def test_od1_and_odatis_are_french_first_class(files: dict[str, bytes]) -> None:
    scheme, concepts = read_scheme(read_root(files["OD1"])), ReadConcepts(files["OD1"])
    assert scheme.issued == "2024-06-07"
    assert scheme.namespace == f"{NVS}OD1/current/"
    assert all(concepts.texts(uri, "prefLabel", "fr") for uri in concepts.uris)
    assert "Oxygène dissous" in {text for uri in concepts.uris for text in concepts.texts(uri, "prefLabel", "fr")}
    lists = ReadConcepts(files["odatis"])
    assert all(lists.texts(uri, "prefLabel", "fr") for uri in lists.uris)


def test_seas_have_boxes_and_a_tree(files: dict[str, bytes]) -> None:
    concepts = ReadConcepts(files["C19"])
    boxes = [tuple(map(float, box)) for uri in concepts.uris if (box := concepts.box(uri))]
    assert len(boxes) == 262
    assert all(-90 <= south <= north <= 90 for _, south, _, north in boxes)
    assert concepts.above(f"{NVS}C19/current/10_1/") == {f"{NVS}C19/current/10/"}
    assert concepts.tops() < concepts.uris


def test_both_registries_give_the_same_labels(shipped_client: TestClient, files: dict[str, bytes]) -> None:
    linked = imported("ld_registry.xsl", [from_ld_registry(shipped_client, "http://testserver/registry", "OD1")])
    listed = from_re3gistry(shipped_client, "http://testserver/re3gistry", "OD1", ["fr", "en"])
    direct = ReadConcepts(files["OD1"])
    for found in (ReadConcepts(linked), ReadConcepts(imported("re3gistry.xsl", listed))):
        assert found.uris == direct.uris
        for lang in ("fr", "en"):
            assert all(
                found.texts(uri, "prefLabel", lang) == direct.texts(uri, "prefLabel", lang) for uri in found.uris
            )
