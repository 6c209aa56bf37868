import pytest

from tests.unit.checks.vocabulary.vocabularies import CLEAN, Found, concept, found
from vocabsvc.checks.vocabulary.relations import (
    CYCLE,
    EXACT_AND_OTHER,
    MAPPING_INSIDE,
    REDUNDANT_BROADER,
    RELATED_IN_HIERARCHY,
    RELATION_OUTSIDE,
)

CODES = ("SKO-07", "SKO-08", "SKO-09", "SKO-10", "SKO-11")
OTHER = "<http://other.example/sea>"


@pytest.mark.parametrize("code", CODES)
def test_a_clean_hierarchy_has_nothing_of_it(code: str) -> None:
    assert found(code, CLEAN) == []


def test_a_cycle_is_shown_from_its_first_concept_stated_from_either_side() -> None:
    turtle = concept("a", "skos:broader :b") + concept("b", "skos:broader :c") + concept("a", "skos:narrower :c")
    assert found("SKO-07", turtle) == [Found(CYCLE["en"], "a", "a → b → c → a")]
    assert found("SKO-07", concept("a", "skos:broader :a")) == [Found(CYCLE["en"], "a", "a → a")]


def test_a_long_cycle_is_cut_short() -> None:
    turtle = "".join(concept(f"c{number}", f"skos:broader :c{(number + 1) % 6}") for number in range(6))
    assert found("SKO-07", turtle) == [Found(CYCLE["en"], "c0", "c0 → c1 → c2 → c3 → … → c0")]


def test_a_broader_concept_that_follows_is_redundant() -> None:
    turtle = (
        concept("a", "skos:broader :b , :d , :x") + concept("b", "skos:broader :c") + concept("c", "skos:broader :d")
    )
    assert found("SKO-08", turtle) == [Found(REDUNDANT_BROADER["en"], "a", "d")]


def test_two_broader_concepts_of_which_neither_follows_are_not() -> None:
    turtle = concept("a", "skos:broader :b , :c") + concept("b", "skos:broader :d") + concept("c", "skos:broader :d")
    assert found("SKO-08", turtle) == []
    # the way from b back to c leads through a itself
    assert found("SKO-08", concept("a", "skos:broader :b , :c") + concept("b", "skos:broader :a")) == []


def test_related_concepts_are_not_above_each_other() -> None:
    chain = concept("b", "skos:broader :c") + concept("c", "skos:related :a")
    turtle = concept("a", "skos:broader :b ; skos:related :c") + chain
    assert found("SKO-09", turtle) == [Found(RELATED_IN_HIERARCHY["en"], "a", "c")]
    assert found("SKO-09", concept("a", "skos:broader :b") + chain) == [Found(RELATED_IN_HIERARCHY["en"], "c", "a")]
    assert found("SKO-09", concept("a") + chain) == []


@pytest.mark.parametrize("same", ["skos:exactMatch", "owl:sameAs"])
@pytest.mark.parametrize("other", ["skos:broadMatch", "skos:narrowMatch", "skos:relatedMatch", "skos:broader"])
def test_the_same_is_not_different(same: str, other: str) -> None:
    clash = concept("sea", f"{same} {OTHER} ; {other} {OTHER}")
    assert found("SKO-10", clash) == [Found(EXACT_AND_OTHER["en"], "sea", OTHER[1:-1])]


def test_a_clash_is_seen_from_both_sides_and_named_once() -> None:
    turtle = concept("a", "skos:exactMatch :b") + concept("b", "skos:exactMatch :a ; skos:relatedMatch :a")
    assert found("SKO-10", turtle) == [Found(EXACT_AND_OTHER["en"], "a", "b")]


def test_exact_and_close_or_exact_and_broad_to_two_concepts_are_no_clash() -> None:
    assert found("SKO-10", concept("sea", f"skos:exactMatch {OTHER} ; skos:closeMatch {OTHER}")) == []
    assert found("SKO-10", concept("sea", f"skos:exactMatch {OTHER} ; skos:broadMatch :water")) == []


def test_hierarchy_stays_inside_and_mappings_lead_out() -> None:
    turtle = concept("a", f"skos:broader {OTHER} ; skos:exactMatch :b") + concept("b", f"skos:broadMatch {OTHER}")
    assert found("SKO-11", turtle) == [
        Found(RELATION_OUTSIDE["en"], "a", OTHER[1:-1]),
        Found(MAPPING_INSIDE["en"], "a", "b"),
    ]


def test_units_missing_concepts_and_other_schemes_are_in_their_place() -> None:
    unit = "<http://vocab.nerc.ac.uk/collection/P06/current/UPAA/>"
    assert found("SKO-11", concept("sea", f"skos:related {unit}")) == []
    assert found("SKO-11", concept("sea", "skos:broader :absent")) == []
    other_scheme = ':mer a skos:Concept ; skos:inScheme :autre ; skos:prefLabel "Mer"@fr .'
    assert found("SKO-11", concept("sea", "skos:exactMatch :mer") + other_scheme) == []
