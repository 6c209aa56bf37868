from vocabsvc.builders.data_formats import fill_l24
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import collection, concept_uri
from vocabsvc.builders.sources import SourceFolder


def test_only_what_was_seen_is_listed_and_that_is_said(sources: SourceFolder) -> None:
    graph = VocabularyGraph()
    graph.add_container(collection("L24"), "Collection", [])
    edition = fill_l24(sources, graph)
    assert set(graph.concepts) == {
        concept_uri("L24", code) for code in ("CF", "CFPOINT", "MEDATLAS", "ODV", "SEGY", "XYZ")
    }
    assert "it has more" in edition.missing[0]
