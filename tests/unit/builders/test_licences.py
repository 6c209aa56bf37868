import pytest

from vocabsvc.builders import licences
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.own_lists import own_list
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.identifier import read_citation
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import ADDRESS


@pytest.fixture
def graph(sources: SourceFolder) -> VocabularyGraph:
    graph = VocabularyGraph()
    graph.add_container(licences.SPDX.uri, licences.SPDX.kind, licences.SPDX.titles)
    licences.fill_licences(sources, graph)
    return graph


def of(graph: VocabularyGraph) -> dict[str, Concept]:
    return {concept.notations[0]: concept for concept in read_skos(graph.triples(), "SPDX").concepts}


def addresses(graph: VocabularyGraph, code: str) -> set[str]:
    said = (t for t in graph.triples() if t.predicate.value == ADDRESS)
    return {str(t.object)[1:-1] for t in said if str(t.subject) == f"<{licences.SPDX.uri}{code}>"}


def test_licences_of_data_have_french_and_short_names(graph: VocabularyGraph) -> None:
    found = of(graph)
    assert LangString("Licence Ouverte 2.0 (Etalab)", "fr") in found["etalab-2.0"].pref_labels
    assert {LangString("LOV2"), LangString("Licence Ouverte 2.0")} <= set(found["etalab-2.0"].alt_labels)
    assert LangString("CC BY 4.0") in found["CC-BY-4.0"].alt_labels
    assert "Pas d’Utilisation Commerciale" in next(
        label.text for label in found["CC-BY-NC-4.0"].pref_labels if label.lang == "fr"
    )


@pytest.mark.parametrize("page", ["", "deed.fr", "legalcode", "legalcode.en"])
def test_each_page_of_a_creative_commons_licence_means_it(graph: VocabularyGraph, page: str) -> None:
    (cited, *_) = read_citation(f"http://creativecommons.org/licenses/by-sa/4.0/{page}").uris
    assert cited in addresses(graph, "CC-BY-SA-4.0")


def test_what_is_deprecated_has_its_successor_where_the_id_alone_changed(graph: VocabularyGraph) -> None:
    found = of(graph)
    assert found["GPL-2.0+"].status is Status.DEPRECATED
    assert found["GPL-2.0+"].replaced_by == (f"{licences.SPDX.uri}GPL-2.0-or-later",)
    assert found["GPL-2.0-only"].status is Status.CURRENT
    assert found["wxWindows"].replaced_by == ()


def test_successors_are_in_the_list_and_current() -> None:
    rows = {row["id"]: row for row in own_list("licences")}
    for row in rows.values():
        if row["replaced_by"]:
            assert row["deprecated"], row["id"]
            assert not rows[row["replaced_by"]]["deprecated"], row["id"]
