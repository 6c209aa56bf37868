from tests.unit.checks.vocabulary.vocabularies import CLEAN, Found, concept, found
from vocabsvc.checks.vocabulary.labels import (
    ALT_AND_HIDDEN,
    EMPTY_LABEL,
    NO_PREF_LABEL,
    PREF_AND_ALT,
    PREF_AND_HIDDEN,
    SEVERAL_PREF_LABELS,
)


def test_one_preferred_label_in_each_language_is_right() -> None:
    assert found("SKO-01", CLEAN) == []
    assert found("SKO-01", concept("sea", 'skos:prefLabel "Mer"@fr , "Sea"')) == []


def test_two_in_one_language_are_named_together() -> None:
    assert found("SKO-01", concept("mer", 'skos:prefLabel "Mer"@fr , "Mer côtière"@FR')) == [
        Found(SEVERAL_PREF_LABELS["en"], "mer", "Mer | Mer côtière")
    ]


def test_a_concept_needs_a_preferred_label() -> None:
    assert found("SKO-01", ':sea a skos:Concept ; skos:altLabel "Sea"@en .') == [Found(NO_PREF_LABEL["en"], "sea", "")]


def test_labels_of_any_kind_are_not_blank() -> None:
    turtle = concept("sea", 'skos:altLabel ""') + concept("main", 'skos:hiddenLabel "\\t "@fr')
    assert found("SKO-01", turtle) == [
        Found(EMPTY_LABEL["en"], "sea", "altLabel"),
        Found(EMPTY_LABEL["en"], "main", "hiddenLabel"),
    ]
    blank = ':sea a skos:Concept ; skos:prefLabel " "@en .'
    assert {one.message for one in found("SKO-01", blank)} == {EMPTY_LABEL["en"], NO_PREF_LABEL["en"]}


def test_labels_of_different_kinds_differ() -> None:
    turtle = concept("a", 'skos:altLabel "a"@en') + concept("b", 'skos:hiddenLabel "b"@en')
    turtle += concept("c", 'skos:altLabel "mer"@fr ; skos:hiddenLabel "mer"@fr')
    assert found("SKO-02", turtle) == [
        Found(PREF_AND_ALT["en"], "a", "a"),
        Found(PREF_AND_HIDDEN["en"], "b", "b"),
        Found(ALT_AND_HIDDEN["en"], "c", "mer"),
    ]


def test_a_label_without_language_equals_that_of_any_language_and_counts_once() -> None:
    turtle = concept("net", 'skos:prefLabel "net"@fr ; skos:altLabel "net"')
    assert found("SKO-02", turtle) == [Found(PREF_AND_ALT["en"], "net", "net")]


def test_one_word_in_two_languages_or_cases_is_no_overlap() -> None:
    assert found("SKO-02", concept("zone", 'skos:altLabel "zone"@fr , "ZONE"@en')) == []
    assert found("SKO-02", CLEAN) == []
