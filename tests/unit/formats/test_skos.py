from pathlib import Path

import pytest

from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import SkosDocument, read_skos
from vocabsvc.model.box import BoundingBox
from vocabsvc.model.concept import Concept, ConceptVersion, Link, Status
from vocabsvc.model.label import LangString

T01 = "http://test.example/collection/T01/current/"
DATA = Path(__file__).parents[2] / "data"


def read(name: str) -> SkosDocument:
    return read_skos(parse_rdf((DATA / name).read_bytes(), name, "http://h/").triples, name.partition(".")[0])


def concept(name: str, code: str) -> Concept:
    return next(one for one in read(name).concepts if one.uri.endswith(f"/{code}/"))


def test_the_collection_names_the_document_and_its_members_are_read() -> None:
    document = read("T01.ttl")
    assert document.uri == T01
    assert LangString("Paramètres d'essai", "fr") in document.titles
    assert [one.uri.split("/")[-2] for one in document.concepts] == ["TEMPX01", "TEMPX02", "SALTX01", "OXYGX01"]


def test_labels_units_and_hierarchy_of_a_concept() -> None:
    temperature = concept("T01.ttl", "TEMPX01")
    assert LangString("Température du bassin d'essai", "fr") in temperature.pref_labels
    assert temperature.alt_labels == (LangString("Temp_X"),)
    assert temperature.hidden_labels == (LangString("TMP"),)
    assert temperature.units == ("http://vocab.nerc.ac.uk/collection/P06/current/UPAA/",)
    assert temperature.related == ()
    assert temperature.broader == ("http://test.example/collection/T02/current/THERM/",)
    assert temperature.status is Status.CURRENT


def test_plain_true_deprecates_and_empty_labels_are_dropped() -> None:
    old = concept("T01.ttl", "TEMPX02")
    assert old.status is Status.DEPRECATED
    assert old.replaced_by == (f"{T01}TEMPX01/",)
    assert old.alt_labels == ()


def test_mapping_properties_are_links() -> None:
    assert concept("T01.ttl", "SALTX01").links == (
        Link("http://www.w3.org/2002/07/owl#sameAs", "http://example.org/other/salinity"),
    )


def test_a_bounding_box_is_read_whole_or_not_at_all() -> None:
    assert concept("T01.ttl", "OXYGX01").box == BoundingBox(-5.5, 9.25, 41.0, 44.5)
    assert concept("T01.ttl", "TEMPX01").box is None


def test_the_scheme_with_most_concepts_names_the_document() -> None:
    turtle = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <http://s/groups> a skos:Collection . <http://s/scheme> a skos:ConceptScheme .
        <http://s/1> skos:prefLabel "untyped"@en ; skos:inScheme <http://s/scheme> ."""
    document = read_skos(parse_rdf(turtle.encode(), "x.ttl", "http://h/").triples, "x")
    assert document.uri == "http://s/scheme"
    assert [one.uri for one in document.concepts] == ["http://s/1"]


PREFIXES = """@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix dct: <http://purl.org/dc/terms/> .
    @prefix owl: <http://www.w3.org/2002/07/owl#> . @prefix pav: <http://purl.org/pav/> . @prefix : <http://s/> .
    """


def read_turtle(turtle: str) -> tuple[Concept, ...]:
    return read_skos(parse_rdf((PREFIXES + turtle).encode(), "s.ttl", "http://h/").triples, "S").concepts


@pytest.mark.parametrize(
    "text", ["Non displonible", "non disponible.", "n/a", "None", "TBD", "-", "?", " ", "Unavailable", "à compléter"]
)
def test_a_definition_that_says_there_is_none_is_none(text: str) -> None:
    (concept,) = read_turtle(f':a skos:prefLabel "a"@en ; skos:definition "{text}"@fr, "Salt in water"@en .')
    assert concept.definitions == (LangString("Salt in water", "en"),)


def test_a_definition_that_only_begins_like_a_placeholder_is_kept() -> None:
    (concept,) = read_turtle(':a skos:prefLabel "a"@en ; skos:definition "None of the water is ice"@en .')
    assert concept.definitions == (LangString("None of the water is ice", "en"),)


@pytest.mark.parametrize(
    ("written", "date"),
    [
        ('"2015-10-06 14:18:58.0"', "2015-10-06T14:18:58"),
        ('"2015-10-06T14:18:58Z"', "2015-10-06T14:18:58Z"),
        ('"2015-10-06"', "2015-10-06"),
        ('"last Tuesday"', ""),
    ],
)
def test_the_version_of_a_concept_is_read_whatever_its_datatype(written: str, date: str) -> None:
    (concept,) = read_turtle(
        f""":a skos:prefLabel "a"@en ; dct:date {written} ; owl:versionInfo "3" ;
            pav:hasVersion <http://s/a/1/>, <http://s/a/2/> ; pav:hasCurrentVersion <http://s/a/3/> ."""
    )
    assert concept.version == ConceptVersion("3", date, "http://s/a/3/", ("http://s/a/1/", "http://s/a/2/"))


def test_a_concept_is_held_by_collections_and_by_those_that_hold_them_even_in_a_circle() -> None:
    (concept,) = read_turtle(
        """:a skos:prefLabel "a"@en . :inner a skos:Collection ; skos:member :a, :outer .
           :outer a skos:OrderedCollection ; skos:member :inner ."""
    )
    assert concept.collections == ("http://s/inner", "http://s/outer")
