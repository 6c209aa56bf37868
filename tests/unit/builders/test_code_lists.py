import pytest

from vocabsvc.builders import code_lists
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.own_lists import own_list
from vocabsvc.builders.recipe import Container, Fill
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.identifier import read_citation
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept

GMX = "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml"
CAT = "http://standards.iso.org/iso/19115/resources/Codelists/cat/codelists.xml"
EDITIONS = [
    (code_lists.ISO_19139, code_lists.fill_iso_19139),
    (code_lists.ISO_19115_3, code_lists.fill_iso_19115_3),
]


def built(container: Container, fill: Fill, sources: SourceFolder) -> dict[str, Concept]:
    graph = VocabularyGraph()
    graph.add_container(container.uri, container.kind, container.titles)
    fill(sources, graph)
    return {concept.uri: concept for concept in read_skos(graph.triples(), "X").concepts}


def values(concepts: dict[str, Concept], collection: str) -> set[str]:
    return {concept.notations[0] for concept in concepts.values() if collection in concept.collections}


def test_a_list_has_the_values_of_its_edition(sources: SourceFolder) -> None:
    old, new = (built(container, fill, sources) for container, fill in EDITIONS)
    assert len(values(old, f"{GMX}#CI_RoleCode")) == 11
    assert len(values(new, f"{CAT}#CI_RoleCode")) == 20
    assert "funder" in values(new, f"{CAT}#CI_RoleCode") - values(old, f"{GMX}#CI_RoleCode")
    assert len(values(old, f"{GMX}#MD_TopicCategoryCode")) == 19
    assert values(new, GMX) == set()
    assert "utf8" in values(old, GMX)


@pytest.mark.parametrize(("container", "fill"), EDITIONS)
def test_every_value_is_in_both_languages_and_found_by_its_address(
    container: Container, fill: Fill, sources: SourceFolder
) -> None:
    for uri, concept in built(container, fill, sources).items():
        assert {label.lang for label in concept.pref_labels} == {"en", "fr"}, uri
        assert read_citation(uri).uris[0] == uri
        assert all(label.text not in {one.text for one in concept.pref_labels} for label in concept.hidden_labels), uri


def test_values_are_matched_with_their_successors(sources: SourceFolder) -> None:
    old = built(code_lists.ISO_19139, code_lists.fill_iso_19139, sources)
    assert [link.target for link in old[f"{GMX}#MD_RestrictionCode_license"].links] == [
        f"{CAT}#MD_RestrictionCode_licence"
    ]
    assert [link.target for link in old[f"{GMX}#CI_RoleCode_owner"].links] == [f"{CAT}#CI_RoleCode_owner"]
    assert old[f"{GMX}#MD_MediumNameCode_onLine"].links == ()


def test_no_value_is_listed_twice() -> None:
    rows = [(row["list"], row["code"]) for row in own_list("code_lists")]
    assert len(set(rows)) == len(rows)
