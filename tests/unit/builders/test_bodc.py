from tests.unit.builders.conftest import NVS, Put, links, table
from vocabsvc.builders import bodc
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import collection
from vocabsvc.builders.sources import SourceFolder

SKOS = "http://www.w3.org/2004/02/skos/core#"
TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def line(code: str, predicate: str, target: str) -> str:
    return f"<{NVS}P01/current/{code}/> <{SKOS}{predicate}> {target} .\n"


def test_p01_has_matches_within_and_leaves_p09_to_p09(put: Put, sources: SourceFolder) -> None:
    concepts = "".join(
        f"<{NVS}P01/current/{code}/> {TYPE} <{SKOS}Concept> .\n" + line(code, "prefLabel", f'"{code}"@en')
        for code in ("OLDX", "SALTX")
    )
    concepts += line("SALTX", "narrower", f"<{NVS}P09/current/PSAL/>")
    put(bodc.P01, concepts)
    put(bodc.P01_LINKS, links(P01_SALTX=[], P01_OLDX=[], P01_NEWX=[]))
    put(
        bodc.P01_MATCHES,
        '<mapping><match><element key="SDN:P01:1:OLDX"/><exact><element key="SDN:P01:1:SALTX"/>'
        '<element key="SDN:P01:1:SALTX"/></exact></match></mapping>',
    )
    graph = VocabularyGraph()
    graph.add_container(collection("P01"), "Collection", [])
    edition = bodc.fill_p01(sources, graph)
    text = "\n".join(map(str, graph.triples()))
    assert line("OLDX", "exactMatch", f"<{NVS}P01/current/SALTX/>").strip(" .\n") in text
    assert "P09" not in text
    assert "1 concepts published by May 2026 are absent" in edition.missing[1]
    assert edition.missing[3].startswith("1 exact matches")


def test_f02_is_picked_out_of_a_table_of_several(put: Put, sources: SourceFolder) -> None:
    put(
        bodc.VALUES,
        table(
            {"preflabel": "Salty cells", "deprecated": "true", "uri": f"{NVS}F02/current/F1/", "definition": "Words"},
            {"preflabel": "Pepper", "deprecated": "false", "uri": f"{NVS}S11/current/S1/", "definition": "Words"},
        ),
    )
    graph = VocabularyGraph()
    bodc.fill_f02(sources, graph)
    assert list(graph.concepts) == [f"{NVS}F02/current/F1/"]
    assert graph.deprecated_count == 1
