import pytest

from tests.unit.checks.vocabulary.vocabularies import CLEAN, TEST, checked, concept
from vocabsvc.checks.vocabulary.view import KnownConcepts, VocabularyView, namespace_of
from vocabsvc.model.concept import Concept, Status
from vocabsvc.namespaces import SKOS


@pytest.mark.parametrize(
    ("iri", "namespace"),
    [
        ("http://vocab.example/P02/current/CAPH/", "http://vocab.example/P02/current/"),
        ("http://vocab.example/def#sea", "http://vocab.example/def#"),
        ("http://vocab.example/a/b", "http://vocab.example/a/"),
        ("urn:x:sea", "urn:x:"),
    ],
)
def test_a_namespace_is_all_but_the_last_step(iri: str, namespace: str) -> None:
    assert namespace_of(iri) == namespace


def test_what_the_vocabulary_says_of_its_own_concepts_goes_before_what_was_known() -> None:
    known = KnownConcepts.of((Concept(f"{TEST}sea", "T", status=Status.DEPRECATED), Concept("http://o/x", "O")))
    view = VocabularyView(checked(CLEAN), known, None)
    assert view.status(f"{TEST}sea") is Status.CURRENT
    assert view.status(f"{TEST}main") is Status.DEPRECATED
    assert view.status("http://o/x") is Status.CURRENT
    assert view.status("http://o/y") is None
    assert [view.may_judge(iri) for iri in (f"{TEST}y", "http://o/y", "http://p/y")] == [True, True, False]


def test_links_are_all_that_should_lead_to_a_concept() -> None:
    turtle = concept("sea", "skos:related :shore ; skos:exactMatch :mer ; dcterms:isReplacedBy :main")
    view = VocabularyView(checked(turtle), None, None)
    assert [(link.predicate.rpartition("/")[2], link.target) for _, link in view.links] == [
        (f"{SKOS}related".rpartition("/")[2], f"{TEST}shore"),
        ("isReplacedBy", f"{TEST}main"),
        (f"{SKOS}exactMatch".rpartition("/")[2], f"{TEST}mer"),
    ]
