import pytest

from tests.unit.builders.conftest import Put
from vocabsvc.builders import inspire
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.recipe import Container
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString

SKOS = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."
GEMET = "http://rdfdata.eionet.europa.eu/inspirethemes/themes/"


def graph_of(container: Container) -> VocabularyGraph:
    graph = VocabularyGraph()
    graph.add_container(container.uri, container.kind, container.titles)
    return graph


def concepts(graph: VocabularyGraph) -> dict[str, Concept]:
    return {concept.uri: concept for concept in read_skos(graph.triples(), "X").concepts}


def test_a_theme_has_the_code_of_one_file_and_the_names_of_the_other(put: Put, sources: SourceFolder) -> None:
    put(
        inspire.REGISTERED,
        f"""{SKOS}
        <http://inspire.ec.europa.eu/theme/zz> a skos:Concept ; skos:prefLabel "Salt lakes"@en ;
            skos:definition "No."@en .
        <http://inspire.ec.europa.eu/theme/ac-mf> a skos:Concept ; skos:prefLabel "Two at once"@en .""",
    )
    put(
        inspire.NAMED,
        f"""{SKOS}
        <{GEMET}99> a skos:Concept ; skos:prefLabel "Salt Lakes"@en , "Lacs salés"@fr , "Salzseen"@de .
        <http://rdfdata.eionet.europa.eu/inspirethemes/themes> a skos:ConceptScheme ; skos:prefLabel "Themes" .""",
    )
    graph = graph_of(inspire.THEMES)
    inspire.fill_themes(sources, graph)
    (theme,) = concepts(graph).values()
    assert (theme.uri, theme.notations) == ("http://inspire.ec.europa.eu/theme/zz", ("zz",))
    assert set(theme.pref_labels) == {
        LangString("Salt Lakes", "en"),
        LangString("Lacs salés", "fr"),
        LangString("Salzseen", "de"),
    }
    assert theme.definitions == ()
    assert {link.target for link in theme.links} == {
        f"{GEMET}99",
        "http://www.eionet.europa.eu/gemet/inspire-theme/zz",
    }


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("ConditionsApplyingToAccessAndUse", {"noConditionsApply", "conditionsUnknown"}),
        ("SpatialScope", {"european", "global", "local", "national", "regional"}),
        ("LimitationsOnPublicAccess", {"noLimitations", *(f"INSPIRE_Directive_Article13_1{at}" for at in "abcdefgh")}),
    ],
)
def test_a_code_list_of_the_metadata_is_a_collection(name: str, codes: set[str], sources: SourceFolder) -> None:
    graph = graph_of(inspire.METADATA)
    inspire.fill_metadata(sources, graph)
    holding = f"{inspire.METADATA.uri}/{name}"
    found = {uri: one for uri, one in concepts(graph).items() if holding in one.collections}
    assert set(found) == {f"{holding}/{code}" for code in codes}
    assert all(inspire.METADATA.uri in one.collections for one in found.values())


def test_there_are_six_categories_of_high_value_datasets(sources: SourceFolder) -> None:
    graph = graph_of(inspire.HVD)
    inspire.fill_hvd(sources, graph)
    found = concepts(graph)
    assert len(found) == 6
    assert (
        LangString("Observation de la terre et environnement", "fr")
        in found["http://data.europa.eu/bna/c_dd313021"].pref_labels
    )
