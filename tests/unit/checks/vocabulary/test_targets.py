import pytest

from tests.unit.checks.vocabulary.vocabularies import CLEAN, Found, concept, found, not_assessed
from vocabsvc.checks.vocabulary.targets import LEADS_NOWHERE, LEADS_TO_DEPRECATED, UNEXPLAINED
from vocabsvc.checks.vocabulary.view import KnownConcepts
from vocabsvc.model.concept import Concept, Status

OTHER = "http://other.example/current/"
KNOWN = KnownConcepts.of(
    (Concept(f"{OTHER}sea/", "O"), Concept(f"{OTHER}main/", "O", status=Status.DEPRECATED), Concept("urn:x", "O"))
)


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ("", [Found(UNEXPLAINED["en"], "main", "")]),
        ('; skos:historyNote "Remplacé par « mer »."@fr', []),
        ("; dcterms:isReplacedBy :sea", []),
    ],
)
def test_a_deprecated_concept_has_a_successor_or_a_note(more: str, fault: list[Found]) -> None:
    assert found("SKO-12", concept("sea") + concept("main", f'owl:deprecated "true" {more}')) == fault


def test_what_is_current_has_no_link_to_what_is_not() -> None:
    turtle = CLEAN + ":water skos:narrower :main . :sea dcterms:replaces :main . :main skos:broader :main ."
    assert found("SKO-12", turtle) == [Found(LEADS_TO_DEPRECATED["en"], "water", "main")]
    assert found("SKO-12", CLEAN) == []


def test_other_vocabularies_are_asked_where_they_are_known() -> None:
    turtle = concept("sea", f"skos:broadMatch <{OTHER}main/>")
    assert found("SKO-12", turtle) == []
    assert found("SKO-12", turtle, KNOWN) == [Found(LEADS_TO_DEPRECATED["en"], "sea", f"{OTHER}main/")]


def test_a_link_leads_to_a_concept_of_the_vocabulary() -> None:
    turtle = concept("sea", "skos:broader :oceann ; rdfs:seeAlso :page")
    turtle = "@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> ." + turtle
    assert found("SKO-14", turtle) == [Found(LEADS_NOWHERE["en"], "sea", "oceann")]
    assert found("SKO-14", CLEAN) == []


def test_a_successor_exists() -> None:
    turtle = concept("main", "owl:deprecated true ; dcterms:isReplacedBy :sea")
    assert found("SKO-14", turtle) == [Found(LEADS_NOWHERE["en"], "main", "sea")]


def test_a_link_into_a_known_vocabulary_leads_to_one_of_its_concepts() -> None:
    turtle = concept("sea", f"skos:broadMatch <{OTHER}see/> , <{OTHER}sea/>")
    assert found("SKO-14", turtle) == []
    assert found("SKO-14", turtle, KNOWN) == [Found(LEADS_NOWHERE["en"], "sea", f"{OTHER}see/")]


def test_links_to_what_is_not_loaded_are_counted_as_not_assessed() -> None:
    turtle = concept("sea", f"skos:broadMatch <{OTHER}sea/> , <http://elsewhere.example/sea>")
    for code in ("SKO-12", "SKO-14"):
        assert not_assessed(code, turtle) == ["links to concepts of vocabularies that are not loaded: 2"]
        assert not_assessed(code, turtle, KNOWN) == ["links to concepts of vocabularies that are not loaded: 1"]
        assert not_assessed(code, concept("sea")) == []
