import json

import pytest

from tests.unit.builders.conftest import NVS, Put, collection_ttl, emso_row, links, table
from vocabsvc.builders import nvs_turtle
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import collection
from vocabsvc.builders.recipe import Edition, Fill
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.box import BoundingBox


@pytest.fixture
def graph() -> VocabularyGraph:
    return VocabularyGraph()


def statements(graph: VocabularyGraph, vocabulary: str) -> str:
    graph.add_container(collection(vocabulary), "Collection", [])
    return "\n".join(map(str, graph.triples()))


def test_p02_has_status_from_nvs_and_links_and_newer_concepts_from_emso(
    put: Put, sources: SourceFolder, graph: VocabularyGraph
) -> None:
    put(
        nvs_turtle.P02,
        collection_ttl(
            "P02",
            """
            c:SALT a skos:Concept ; skos:prefLabel "Salt in basins"@en ; owl:deprecated "false" ;
                skos:broader <http://vocab.nerc.ac.uk/collection/P03/current/OLD/> ;
                owl:sameAs <http://vocab.nerc.ac.uk/collection/OD1/current/OD1/> .
            c:SEL a skos:Concept ; skos:prefLabel "Sel"@en ; owl:deprecated "true" ; dcterms:isReplacedBy c:SALT .
            """,
        ),
    )
    put("emso-nvs/P02.csv", table(emso_row("P02", "SALT", "Salt"), emso_row("P02", "NEWX", "New", "Nw")))
    put("emso-nvs/P02.broader.json", links(P02_SALT=["P03/NEWP"], P02_GONE=["P03/NEWP"]))
    put("emso-nvs/P02.narrower.json", links(P02_SALT=["P01/SALTX", "P04/G1"]))
    put("emso-nvs/P02.related.json", links(P02_SALT=[]))
    edition = nvs_turtle.fill_p02(sources, graph)
    text = statements(graph, "P02")
    assert (edition.number, edition.date, graph.deprecated_count) == ("7", "2025-01-02", 1)
    assert edition.missing[0] == "1 concepts are newer than the version stated, of May 2026: NEWX."
    assert "P03/current/NEWP" in text
    assert "P04/current/G1" in text
    assert "Salt in basins" in text
    for not_here in ("P03/current/OLD", "P01/current/SALTX", "OD1/current/OD1", "GONE"):
        assert not_here not in text


def test_p03_reports_what_p02_uses_and_it_lacks(put: Put, sources: SourceFolder, graph: VocabularyGraph) -> None:
    put(
        nvs_turtle.P03,
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        ' xmlns:skos="http://www.w3.org/2004/02/skos/core#">'
        '<skos:Concept rdf:about="http://vocab.nerc.ac.uk/collection/P03/current/C001/">'
        '<skos:prefLabel xml:lang="en">Salts</skos:prefLabel></skos:Concept></rdf:RDF>',
    )
    put("emso-nvs/P02.broader.json", links(P02_SALT=["P03/C001", "P03/H999", "P04/G1"]))
    put("emso-nvs/P02.narrower.json", links())
    put("emso-nvs/P02.related.json", links())
    edition = nvs_turtle.fill_p03(sources, graph)
    assert edition.missing == ("1 concepts that P02 links to are newer and absent: H999.",)


def test_p09_names_the_newer_codes_and_leaves_errors_out(
    put: Put, sources: SourceFolder, graph: VocabularyGraph
) -> None:
    put(
        nvs_turtle.P09,
        collection_ttl(
            "P09",
            """
            c:SALT a skos:Concept ; skos:prefLabel "SALT"@en .
            c:MAGW a skos:Concept ; skos:prefLabel "SILVER"@en ;
                owl:sameAs <http://vocab.nerc.ac.uk/collection/P01/current/PBAFWC01/> ,
                           <http://vocab.nerc.ac.uk/collection/P01/current/AGX/> .
            """,
        ),
    )
    put(
        nvs_turtle.P09_MATCHES,
        '<mapping><match><element key="SDN:P09:77:NEWS"/><exact><element key="SDN:P01:77:SALTX"/></exact></match>'
        '<match><element key="SDN:P09:77:SALT"/><exact><element key="SDN:P01:77:SALTX"/></exact></match></mapping>',
    )
    edition = nvs_turtle.fill_p09(sources, graph)
    assert edition.missing[0] == "1 concepts of version 77 (December 2024) are absent: NEWS."
    text = statements(graph, "P09")
    assert "P01/current/AGX" in text
    assert "PBAFWC01" not in text


def test_c19_has_boxes_and_no_definitions(put: Put, sources: SourceFolder, graph: VocabularyGraph) -> None:
    definition = f'{{"node": {coverage(-1.5)}}}'.replace('"', '\\"')
    put(
        nvs_turtle.C19,
        collection_ttl(
            "C19",
            f"""c:SALT a skos:Concept ; skos:prefLabel "Salt sea"@en ; skos:definition "{definition}"@en .
                c:ZZ a skos:Concept ; skos:prefLabel "unknown"@en ; skos:definition "Words not to copy."@en .""",
        ),
    )
    edition = nvs_turtle.fill_c19(sources, graph)
    text = statements(graph, "C19")
    assert edition.missing == ("1 concepts have no bounding box or an impossible one: ZZ.",)
    assert "-1.5" in text
    assert "Spatial" not in text
    assert "Words" not in text


def coverage(south: object) -> str:
    sides = {"Easternmost_longitude": 4, "Northernmost_latitude": 2, "Westernmost_longitude": 3}
    return json.dumps({"Spatial_Coverage": {"Southernmost_latitude": south, **sides}})


@pytest.mark.parametrize(
    ("definition", "box"),
    [
        (coverage(-1), BoundingBox(3, 4, -1, 2)),
        (coverage(""), None),
        (coverage(2.5), None),
        ("There is no value.", None),
        ("", None),
    ],
)
def test_read_box(definition: str, box: BoundingBox | None) -> None:
    assert nvs_turtle.read_box(definition) == box


def test_od1_is_bilingual(put: Put, sources: SourceFolder, graph: VocabularyGraph) -> None:
    put(
        nvs_turtle.OD1,
        collection_ttl(
            "OD1",
            'c:OD1 a skos:Concept ; skos:prefLabel "Salt"@en , "Sel"@fr ; skos:definition "Non displonible"@fr .',
        ),
    )
    nvs_turtle.fill_od1(sources, graph)
    assert graph.languages == ("en", "fr")
    assert "displonible" not in statements(graph, "OD1")


@pytest.mark.parametrize(
    ("vocabulary", "file", "fill"),
    [
        ("L08", nvs_turtle.L08, nvs_turtle.fill_l08),
        ("L10", nvs_turtle.L10, nvs_turtle.fill_l10),
        ("L11", nvs_turtle.L11, nvs_turtle.fill_l11),
    ],
)
def test_a_collection_is_taken_as_it_is(
    vocabulary: str, file: str, fill: Fill, put: Put, sources: SourceFolder, graph: VocabularyGraph
) -> None:
    put(file, collection_ttl(vocabulary, 'c:UN skos:prefLabel "unrestricted"@en ; skos:definition "No."@en .'))
    assert fill(sources, graph) == Edition("7", "2025-01-02")
    assert list(graph.concepts) == [f"{NVS}{vocabulary}/current/UN/"]
