import socket
import sys
from pathlib import Path

import owlready2
import pytest
from pyoxigraph import Literal, NamedNode, RdfFormat, Triple

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.owl import with_skos
from vocabsvc.formats.rdf import RdfDocument, parse_rdf, serialise_rdf
from vocabsvc.formats.skos import SkosDocument, read_skos
from vocabsvc.model.concept import Concept, Link, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import OWL, RDF, RDFS, SKOS

DATA = Path(__file__).parents[2] / "data"
BASE = "http://hub.example/id/"
OBO = "http://purl.obolibrary.org/obo/"
SVY = "http://ontology.example/odo/SVY_"
SURVEY = "http://ontology.example/survey#"
VARIABLE = "http://ontology.example/variable/"

PREFIXES = """@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
@prefix obo: <http://purl.obolibrary.org/obo/> .
@prefix oboInOwl: <http://www.geneontology.org/formats/oboInOwl#> .
@prefix : <http://x/> .
"""


def parsed(turtle: str) -> RdfDocument:
    return parse_rdf((PREFIXES + turtle).encode(), "x.ttl", BASE)


def read(document: RdfDocument) -> dict[str, Concept]:
    concepts = read_skos(with_skos(document, "x.ttl").triples, "x").concepts
    return {concept.uri: concept for concept in concepts}


def read_file(name: str) -> SkosDocument:
    return read_skos(with_skos(parse_rdf((DATA / name).read_bytes(), name, BASE), name).triples, "x")


def concept_of(name: str, iri: str) -> Concept:
    return next(one for one in read_file(name).concepts if one.uri == iri)


def fr(text: str) -> LangString:
    return LangString(text, "fr")


def en(text: str) -> LangString:
    return LangString(text, "en")


@pytest.fixture(autouse=True)
def _without_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("the network was touched")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, refuse)


# --- in the manner of I-ADOPT ------------------------------------------------------------------


def test_classes_are_concepts_and_neither_properties_nor_individuals_are() -> None:
    document = read_file("variables.owl")
    assert document.uri == "http://ontology.example/variable"
    assert document.titles == (en("Parts of a variable"), fr("Éléments d’une variable"))
    assert {one.uri.removeprefix(VARIABLE) for one in document.concepts} == {
        "Entity",
        "Quality",
        "SeaWater",
        "Variable",
    }


def test_labels_keep_their_languages_and_a_definition_is_preferred_to_a_comment() -> None:
    quality = concept_of("variables.owl", f"{VARIABLE}Quality")
    assert set(quality.pref_labels) == {en("Quality"), fr("Propriété")}
    assert set(quality.definitions) == {en("What of an entity is observed."), fr("Ce que l’on observe d’une entité.")}
    assert quality.notations == ("Quality",)
    assert quality.broader == ()
    entity = concept_of("variables.owl", f"{VARIABLE}Entity")
    assert entity.definitions == (en("What has a part in an observation."),)


def test_a_class_without_a_label_is_called_by_the_end_of_its_iri() -> None:
    water = concept_of("variables.owl", f"{VARIABLE}SeaWater")
    assert water.pref_labels == (LangString("SeaWater"),)
    assert water.broader == (f"{VARIABLE}Entity",)


# --- in the manner of ENVO ---------------------------------------------------------------------


def test_exact_synonyms_are_alternative_labels_and_others_hidden_ones() -> None:
    sea = concept_of("seas.owl", f"{OBO}TSEA_0000002")
    assert sea.pref_labels == (LangString("sea"),)
    assert set(sea.alt_labels) == {LangString("mer épicontinentale"), fr("étendue marine")}
    assert {label.text for label in sea.hidden_labels} == {"large bleue", "saltwater", "inland sea", "TSEA:0000009"}
    assert sea.definitions == (LangString("A marine water body with a name of its own."),)
    assert sea.notations == ("TSEA:0000002",)
    assert {link.target for link in sea.links} == {"http://reference.example/Mer", "https://reference.example/wiki/Sea"}


def test_an_untagged_label_that_repeats_a_tagged_one_is_left_out() -> None:
    body = concept_of("seas.owl", f"{OBO}TSEA_0000001")
    assert set(body.pref_labels) == {en("marine water body"), fr("masse d’eau marine")}
    assert body.alt_labels == ()


@pytest.mark.parametrize(
    ("code", "broader"),
    [
        ("TSEA_0000001", ()),
        ("TSEA_0000002", ("TSEA_0000001",)),
        ("TSEA_0000003", ("TSEA_0000002",)),
        ("TSEA_0000004", ("TSEA_0000003",)),
        ("TSEA_0000005", ("BFO_0000040",)),
        ("TSEA_0000008", ()),
    ],
)
def test_restrictions_and_definitions_leave_the_tree_as_it_is_stated(code: str, broader: tuple[str, ...]) -> None:
    assert concept_of("seas.owl", f"{OBO}{code}").broader == tuple(f"{OBO}{above}" for above in broader)


def test_one_label_of_a_language_is_preferred_and_a_class_with_the_same_members_matches() -> None:
    ria = concept_of("seas.owl", f"{OBO}TSEA_0000004")
    assert (ria.pref_labels, ria.alt_labels) == ((fr("aber"),), (fr("ria"),))
    assert ria.links == (Link(f"{SKOS}exactMatch", "http://other.example/Ria"),)


@pytest.mark.parametrize(
    ("code", "replaced_by"),
    [
        ("TSEA_0000006", {"TSEA_0000002"}),
        ("TSEA_0000007", {"TSEA_0000002", "ENVO_00000447"}),
        ("TSEA_0000008", set()),
        ("TSEA_0000009", {"TSEA_0000002"}),
    ],
)
def test_obsolete_classes_are_deprecated_and_name_their_successors(code: str, replaced_by: set[str]) -> None:
    concept = concept_of("seas.owl", f"{OBO}{code}")
    assert concept.status is Status.DEPRECATED
    assert set(concept.replaced_by) == {f"{OBO}{successor}" for successor in replaced_by}


def test_a_class_to_consider_instead_is_a_link() -> None:
    assert Link(f"{RDFS}seeAlso", f"{OBO}TSEA_0000005") in concept_of("seas.owl", f"{OBO}TSEA_0000007").links


def test_current_classes_are_not_deprecated() -> None:
    deprecated = {one.uri for one in read_file("seas.owl").concepts if one.status is Status.DEPRECATED}
    assert deprecated == {f"{OBO}TSEA_000000{number}" for number in (6, 7, 8, 9)}


# --- in the manner of ECSO ---------------------------------------------------------------------


def test_names_in_skos_are_kept_beside_those_that_follow() -> None:
    temperature = concept_of("surveys.owl", f"{SVY}00000002")
    assert set(temperature.pref_labels) == {en("sea surface temperature"), fr("température de surface de la mer")}
    assert set(temperature.alt_labels) == {
        en("SST"),
        en("SeaSurfaceTemperature"),
        fr("température superficielle"),
    }
    assert temperature.links == (Link(f"{SKOS}closeMatch", "http://vocab.nerc.ac.uk/collection/P02/current/PSST/"),)


@pytest.mark.parametrize(
    ("iri", "notation", "status"),
    [
        (f"{SVY}00000001", "SVY:00000001", Status.CURRENT),
        (f"{SVY}00000002", "SVY-2", Status.CURRENT),
        (f"{SVY}00000003", "SVY:00000003", Status.DEPRECATED),
        (f"{SURVEY}Sample_1", "ÉCH", Status.DEPRECATED),
        (f"{SURVEY}Station", "Station", Status.CURRENT),
    ],
)
def test_notations_and_deprecation_are_read_however_they_are_written(iri: str, notation: str, status: Status) -> None:
    concept = concept_of("surveys.owl", iri)
    assert (concept.notations, concept.status) == ((notation,), status)


def test_classes_below_each_other_are_stated_so_and_nothing_is_printed(capfd: pytest.CaptureFixture[str]) -> None:
    assert concept_of("surveys.owl", f"{SURVEY}Station").broader == (f"{SURVEY}Site",)
    assert concept_of("surveys.owl", f"{SURVEY}Site").broader == (f"{SURVEY}Station",)
    assert capfd.readouterr() == ("", "")


# --- what a document is ------------------------------------------------------------------------


def test_the_syntax_does_not_matter() -> None:
    document = parse_rdf((DATA / "seas.owl").read_bytes(), "seas.owl", BASE)
    turtle = parse_rdf(serialise_rdf(document.triples, RdfFormat.TURTLE, {}), "seas.ttl", BASE)
    assert read(turtle) == read(document)


def test_the_statements_of_an_ontology_stay_and_none_is_repeated() -> None:
    document = parse_rdf((DATA / "surveys.owl").read_bytes(), "surveys.owl", BASE)
    triples = with_skos(document, "surveys.owl").triples
    assert triples[: len(document.triples)] == document.triples
    assert len(set(triples)) == len(triples)


def test_the_scheme_names_the_classes_that_are_on_top_and_in_use() -> None:
    document = with_skos(parse_rdf((DATA / "seas.owl").read_bytes(), "seas.owl", BASE), "seas.owl")
    on_top = {triple.object for triple in document.triples if triple.predicate.value == f"{SKOS}hasTopConcept"}
    assert on_top == {NamedNode(f"{OBO}TSEA_0000001"), NamedNode(f"{OBO}TSEA_0000005")}


@pytest.mark.parametrize(
    "turtle",
    [
        ":a a skos:Concept ; skos:prefLabel 'a' . skos:Concept a owl:Class . :K a owl:Class .",
        ":K a owl:Class . :a skos:prefLabel 'a' .",
        "skos:Concept a owl:Class . oboInOwl:Synonym a owl:Class . :p a owl:ObjectProperty .",
        "[] a owl:Class ; rdfs:label 'nameless' .",
        "",
    ],
)
def test_what_is_skos_or_declares_no_class_is_left_alone(turtle: str) -> None:
    document = parsed(turtle)
    assert with_skos(document, "x.ttl") is document


def test_an_ontology_without_an_iri_has_concepts_without_a_scheme() -> None:
    document = with_skos(parsed("[] a owl:Ontology . :K a owl:Class ; rdfs:label 'k' ."), "x.ttl")
    skos = read_skos(document.triples, "x")
    assert (skos.uri, [one.uri for one in skos.concepts]) == ("", ["http://x/K"])


def test_a_skos_file_is_read_as_before() -> None:
    document = parse_rdf((DATA / "T01.ttl").read_bytes(), "T01.ttl", BASE)
    assert with_skos(document, "T01.ttl") is document


# --- what owlready2 is protected from, and we from it ------------------------------------------


def test_nothing_is_imported_neither_ontologies_nor_modules() -> None:
    sys.modules.pop("this", None)
    owlready = "<http://www.lesfleursdunormal.fr/static/_downloads/owlready_ontology.owl#python_module>"
    concepts = read(
        parsed(
            f":o a owl:Ontology ; owl:imports <http://y/o> ; {owlready} 'this' . :K a owl:Class ; {owlready} 'this' ."
        )
    )
    assert list(concepts) == ["http://x/K"]
    assert "this" not in sys.modules


def test_an_ontology_that_owlready2_has_a_file_of_is_read_from_its_own() -> None:
    concepts = read(parsed("<http://purl.org/dc/terms/> a owl:Ontology . :K a owl:Class ; rdfs:label 'clé'@fr ."))
    assert [one.pref_labels for one in concepts.values()] == [(fr("clé"),)]


def test_two_ontologies_do_not_see_each_other() -> None:
    first = read(parsed(":K a owl:Class ; rdfs:label 'un'@fr ; rdfs:subClassOf :L . :L a owl:Class ."))
    second = read(parsed(":K a owl:Class ; rdfs:label 'deux'@fr ."))
    assert first["http://x/K"].broader == ("http://x/L",)
    assert second["http://x/K"].broader == ()
    assert second["http://x/K"].pref_labels == (fr("deux"),)
    assert list(owlready2.default_world.classes()) == []


@pytest.mark.parametrize(
    "iri",
    [
        "http://x/a%20b%C3%A9",
        "http://x/Température/€/𝛼",
        "http://x/slash/",
        "http://x/hash#",
        "http://x/a#b/c",
        "http://x/no\u00a0break\u3000space",
        "http://x/it's?a=b&c=(d)",
        "urn:x:y",
        "tag:x,2026:y",
    ],
)
def test_unusual_iris_come_back_as_they_were(iri: str) -> None:
    concepts = read(
        parsed(f"<{iri}> a owl:Class ; rdfs:subClassOf :K ; rdfs:seeAlso <{iri}> . :L rdfs:subClassOf <{iri}> .")
    )
    assert list(concepts) == [iri]
    assert concepts[iri].broader == ("http://x/K",)
    below = read(parsed(f":L a owl:Class ; rdfs:subClassOf <{iri}> ; owl:equivalentClass <{iri}> ."))["http://x/L"]
    assert (below.broader, below.links) == ((iri,), (Link(f"{SKOS}exactMatch", iri),))


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "\\",
        "a\\u00e9",
        "l’œuvre \\œ",
        "ligne\nligne\ttab",
        "mer\u2028mer\u00a0mer",
        "🌊",
        'dit "né"@fr',
        "<<( x )>>",
    ],
)
@pytest.mark.parametrize("lang", ["", "fr", "en-gb"])
def test_texts_come_back_as_they_were(text: str, lang: str) -> None:
    literal = str(Literal(text, language=lang or None))
    assert read(parsed(f":K a owl:Class ; rdfs:label {literal} ."))["http://x/K"].pref_labels == (
        LangString(text, lang),
    )


@pytest.mark.parametrize(
    "literal", ['"abc"^^xsd:integer', '"99999999999999999999"^^xsd:integer', '"NaN"^^xsd:double', '"hier"^^xsd:date']
)
def test_literals_are_texts_whatever_their_datatype(literal: str) -> None:
    concept = read(parsed(f":K a owl:Class ; skos:altLabel 'k' ; oboInOwl:id {literal} ."))["http://x/K"]
    assert concept.notations == (literal.split('"')[1],)


def test_a_list_that_bites_its_tail_ends() -> None:
    turtle = """:K a owl:Class ; owl:equivalentClass [ owl:intersectionOf _:a ] .
        _:a rdf:first :A ; rdf:rest _:b . _:b rdf:first :B ; rdf:rest _:a ."""
    assert set(read(parsed(turtle))["http://x/K"].broader) == {"http://x/A", "http://x/B"}


@pytest.mark.parametrize(
    "construct",
    [
        "[ owl:intersectionOf () ]",
        "[ owl:intersectionOf :notAList ]",
        "[ owl:intersectionOf [ rdf:rest () ] ]",
        "[ owl:intersectionOf ( 'text' [ owl:unionOf ( :A ) ] ) ]",
        "[ owl:unionOf ( :A :B ) ]",
        "[ owl:onProperty :p ; owl:hasValue 'x' ]",
        "[]",
        "'text'",
    ],
)
@pytest.mark.parametrize("relation", ["rdfs:subClassOf", "owl:equivalentClass"])
def test_what_names_no_class_places_none(relation: str, construct: str) -> None:
    assert read(parsed(f":K a owl:Class ; {relation} {construct} ."))["http://x/K"].broader == ()


def test_a_class_that_is_also_something_else_is_a_class() -> None:
    concepts = read(parsed(":K a owl:NamedIndividual , owl:ObjectProperty , :L , owl:Class ; rdfs:label 'k' ."))
    assert list(concepts) == ["http://x/K"]


def test_too_deep_an_ontology_is_refused_by_name() -> None:
    def node(number: int) -> NamedNode:
        return NamedNode(f"http://x/{number}")

    triples = [Triple(node(number), NamedNode(f"{RDFS}subClassOf"), node(number + 1)) for number in range(2000)]
    triples += [Triple(node(number), NamedNode(f"{RDF}type"), NamedNode(f"{OWL}Class")) for number in range(2001)]
    with pytest.raises(UnreadableInput, match=r"^profonde\.owl: its classes are nested too deeply$"):
        with_skos(RdfDocument(tuple(triples)), "profonde.owl")


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('<?xml version="1.0"?>\n<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\n<owl:Class/>', 3),
        ("Prefix(:=<http://x/>)\nOntology(<http://x/>)", 1),
    ],
)
def test_a_file_that_is_no_rdf_xml_is_refused_with_its_place(content: str, line: int) -> None:
    with pytest.raises(UnreadableInput) as caught:
        parse_rdf(content.encode(), "cassée.owl", BASE)
    assert (caught.value.source, caught.value.line) == ("cassée.owl", line)
