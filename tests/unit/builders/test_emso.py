import pytest

from tests.unit.builders.conftest import Put, emso_row, links, table
from vocabsvc.builders import emso
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import collection
from vocabsvc.builders.recipe import Fill
from vocabsvc.builders.sources import SourceFolder


@pytest.fixture
def graph() -> VocabularyGraph:
    return VocabularyGraph()


def statements(graph: VocabularyGraph, vocabulary: str) -> str:
    graph.add_container(collection(vocabulary), "Collection", [])
    return "\n".join(map(str, graph.triples()))


def test_p06_takes_deprecation_from_the_other_table(put: Put, sources: SourceFolder, graph: VocabularyGraph) -> None:
    put("emso-nvs/P06.csv", table(emso_row("P06", "UGKG", "Grams per kilogram", "g/kg"), emso_row("P06", "OLDU", "Old"),
                                  emso_row("P06", "NEWU", "New")))  # fmt: skip
    put(
        emso.UNITS,
        table(
            *(
                {"uri": f"{collection('P06')}{code}/", "deprecated": deprecated}
                for code, deprecated in (("UGKG", "false"), ("OLDU", "true"))
            )
        ),
    )
    put("emso-nvs/P06.broader.json", links(P06_UGKG=["P24/MASS"]))
    put("emso-nvs/P06.related.json", links(P06_UGKG=["P01/SALTX", "http://dbpedia.org/resource/Gram"]))
    edition = emso.fill_p06(sources, graph)
    text = statements(graph, "P06")
    assert graph.deprecated_count == 1
    assert "that of the newer NEWU is not known" in edition.missing[1]
    assert "P24/current/MASS" in text
    assert "dbpedia" in text
    assert "P01" not in text
    assert "Words" not in text


@pytest.mark.parametrize(("vocabulary", "fill"), [("L06", emso.fill_l06), ("L22", emso.fill_l22)])
def test_instances_are_not_listed_under_their_class(
    vocabulary: str, fill: Fill, put: Put, sources: SourceFolder, graph: VocabularyGraph
) -> None:
    put(f"emso-nvs/{vocabulary}.csv", table(emso_row(vocabulary, "31", "salt ship")))
    put(f"emso-nvs/{vocabulary}.broader.json", links(**{f"{vocabulary}_31": ["W06/1"]}))
    put(f"emso-nvs/{vocabulary}.related.json", links())
    put(f"emso-nvs/{vocabulary}.narrower.json", links(**{f"{vocabulary}_31": ["C17/SHIP"]}))
    edition = fill(sources, graph)
    text = statements(graph, vocabulary)
    assert edition.date == "2026-05"
    assert "W06/current/1" in text
    assert "C17" not in text


def test_l35_leaves_devices_to_say_who_made_them(put: Put, sources: SourceFolder, graph: VocabularyGraph) -> None:
    put("emso-nvs/L35.csv", table(emso_row("L35", "MAN1", "Salt Probes", "SP")))
    put("emso-nvs/L35.related.json", links(L35_MAN1=["L22/TOOL1", "B76/1"]))
    emso.fill_l35(sources, graph)
    text = statements(graph, "L35")
    assert "B76/current/1" in text
    assert "TOOL1" not in text
