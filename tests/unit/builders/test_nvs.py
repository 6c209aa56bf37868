from tests.unit.builders.conftest import Put, collection_ttl
from vocabsvc.builders.graph import VocabularyGraph
from vocabsvc.builders.nvs import NARROWER, add_collection, collection, edition_of, repaired, vocabulary_of
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString

CONCEPTS = """
    c:SALT a skos:Concept ; skos:prefLabel "SystÃ¨me de sel"@en ; skos:altLabel "" ; skos:notation "SDN:T01::SALT" ;
        skos:definition "Words that must not be copied."@en ; skos:note "accepted"@en ; owl:deprecated "false" ;
        dcterms:date "2020-01-01" ; skos:narrower c:ROCK , <http://vocab.nerc.ac.uk/collection/P01/current/SALTX/> .
    c:ROCK a skos:Concept ; skos:prefLabel "Rock salt"@en ; skos:altLabel "Rock" ; owl:deprecated "true" ;
        skos:related <http://vocab.nerc.ac.uk/collection/P06/current/UGKG/> .
    <http://elsewhere.example/1> a skos:Concept ; skos:prefLabel "Pepper"@en .
"""


def built(put: Put, sources: SourceFolder) -> str:
    put("T01.ttl", collection_ttl("T01", CONCEPTS))
    graph = VocabularyGraph()
    graph.add_container(collection("T01"), "Collection", [])
    add_collection(graph, sources.triples("T01.ttl"), "T01", {NARROWER: {"P01"}})
    return "\n".join(map(str, graph.triples()))


def test_takes_facts_and_leaves_words(put: Put, sources: SourceFolder) -> None:
    text = built(put, sources)
    assert '"SDN:T01::SALT"' in text
    assert '"true"^^<http://www.w3.org/2001/XMLSchema#boolean>' in text
    for left_out in ("must not", "accepted", "2020", '"false"', '""', "Pepper"):
        assert left_out not in text


def test_links_that_the_other_side_states_are_left_to_it(put: Put, sources: SourceFolder) -> None:
    text = built(put, sources)
    assert "P01/current/SALTX" not in text
    assert "ROCK/> <http://www.w3.org/2004/02/skos/core#broader>" in text
    assert "P06/current/UGKG" in text


def test_repairs_text_read_in_the_wrong_encoding() -> None:
    assert repaired(LangString("SystÃ¨me", "en")) == LangString("Système", "en")
    assert repaired(LangString("Système", "fr")) == LangString("Système", "fr")
    assert repaired(LangString("10 °C", "en")) == LangString("10 °C", "en")


def test_the_edition_is_the_collections_own(put: Put, sources: SourceFolder) -> None:
    put("T01.ttl", collection_ttl("T01", CONCEPTS))
    assert edition_of(sources.triples("T01.ttl"), "T01") == Edition("7", "2025-01-02")


def test_vocabulary_of() -> None:
    assert vocabulary_of("http://vocab.nerc.ac.uk/collection/P01/current/SALTX/") == "P01"
    assert vocabulary_of("http://elsewhere.example/P01/") == ""
