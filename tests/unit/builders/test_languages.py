import pytest

from vocabsvc.builders import languages
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.own_lists import own_list
from vocabsvc.builders.recipe import Container, Fill
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import ADDRESS


def built(container: Container, fill: Fill, sources: SourceFolder) -> tuple[dict[str, Concept], VocabularyGraph]:
    graph = VocabularyGraph()
    graph.add_container(container.uri, container.kind, container.titles)
    fill(sources, graph)
    return {concept.notations[0]: concept for concept in read_skos(graph.triples(), "X").concepts}, graph


def test_a_language_has_its_other_codes_and_names(sources: SourceFolder) -> None:
    found, _ = built(languages.LANGUAGES, languages.fill_languages, sources)
    french, dutch = found["fre"], found["dut"]
    assert french.uri == "http://id.loc.gov/vocabulary/iso639-2/fre"
    assert set(french.pref_labels) == {LangString("French", "en"), LangString("français", "fr")}
    assert set(french.alt_labels) == {LangString("fra"), LangString("fr")}
    assert {LangString("Flemish", "en"), LangString("flamand", "fr"), LangString("nld")} <= set(dutch.alt_labels)
    assert {"zxx", "und", "mul", "mis"} <= found.keys()


@pytest.mark.parametrize(("code", "terminological"), [("ger", "deu"), ("gre", "ell"), ("wel", "cym"), ("per", "fas")])
def test_twenty_languages_have_two_codes(code: str, terminological: str, sources: SourceFolder) -> None:
    rows = [row for row in own_list("languages") if row["terminological"]]
    assert len(rows) == 20
    found, _ = built(languages.LANGUAGES, languages.fill_languages, sources)
    assert LangString(terminological) in found[code].alt_labels


def test_no_code_means_two_languages() -> None:
    codes = [row[name] for row in own_list("languages") for name in ("bibliographic", "terminological") if row[name]]
    assert len(set(codes)) == len(codes) == 506


def test_a_country_is_cited_as_nvs_does(sources: SourceFolder) -> None:
    found, graph = built(languages.COUNTRIES, languages.fill_countries, sources)
    assert len(found) == 249
    france = found["FR"]
    assert france.uri == "http://publications.europa.eu/resource/authority/country/FRA"
    assert set(france.hidden_labels) == {LangString("FRA"), LangString("250")}
    addresses = {str(t.subject): str(t.object) for t in graph.triples() if t.predicate.value == ADDRESS}
    assert addresses[f"<{france.uri}>"] == "<http://vocab.nerc.ac.uk/collection/C32/current/FR/>"
    assert all({label.lang for label in one.pref_labels} == {"en", "fr"} for one in found.values())
