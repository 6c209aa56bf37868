import pytest

from tests.unit.checks.mappings.sets import BASE, LINE, concept, mapping_set, places, view
from vocabsvc.checks.mappings.relations import (
    clashing_predicates,
    equal_concepts,
    repeated_mapping,
    wrong_cardinality,
)
from vocabsvc.model.concept import Status


@pytest.mark.parametrize("other", ["broadMatch", "narrowMatch", "relatedMatch"])
def test_exact_excludes(other: str) -> None:
    one = mapping_set("centre:1 exactMatch sea:SALT", f"centre:1 {other} sea:SALT")
    assert [(line, slot) for line, slot, _ in places(clashing_predicates(view(one)))] == [
        (LINE, "predicate_id"),
        (LINE + 1, "predicate_id"),
    ]


def test_broad_excludes_narrow_in_either_direction() -> None:
    assert places(clashing_predicates(view(mapping_set("centre:1 broadMatch sea:A", "centre:1 narrowMatch sea:A"))))
    assert places(clashing_predicates(view(mapping_set("centre:1 broadMatch sea:A", "sea:A broadMatch centre:1"))))
    both = mapping_set("centre:1 broadMatch sea:A", "sea:A narrowMatch centre:1", "centre:1 closeMatch sea:A")
    assert places(clashing_predicates(view(both))) == []


def test_a_clash_with_another_set() -> None:
    one, other = mapping_set("centre:1 exactMatch sea:A"), mapping_set("sea:A narrowMatch centre:1", name="autre")
    assert places(clashing_predicates(view(one, others=[other]))) == [
        (LINE, "predicate_id", "centre:1 skos:exactMatch sea:A")
    ]


def test_a_negated_mapping_clashes_with_nothing() -> None:
    one = mapping_set("centre:1 exactMatch sea:A Not", "centre:1 broadMatch sea:A", more=["predicate_modifier"])
    assert places(clashing_predicates(view(one))) == []


def test_a_subject_with_two_exact_matches_makes_them_equal() -> None:
    one = mapping_set("centre:1 exactMatch sea:A", "centre:1 exactMatch sea:B", "centre:2 exactMatch gas:A")
    assert places(equal_concepts(view(one))) == [(LINE + 1, "object_id", "sea:A = sea:B")]


def test_two_subjects_with_one_exact_match_are_equal_too() -> None:
    one = mapping_set("centre:1 exactMatch sea:A", "centre:2 exactMatch sea:A")
    assert places(equal_concepts(view(one))) == [(LINE + 1, "object_id", "centre:1 = centre:2")]


def test_a_chain_through_other_sets_is_found_where_it_touches_the_concepts() -> None:
    first = mapping_set("centre:1 exactMatch gas:X")
    second = mapping_set("gas:X exactMatch sea:A", "centre:1 exactMatch sea:B", name="autre")
    assert places(equal_concepts(view(first, others=[second]))) == []
    assert places(equal_concepts(view(second, others=[first]))) == [(LINE + 1, "object_id", "sea:A = sea:B")]


def test_a_deprecated_concept_may_equal_the_one_that_replaced_it() -> None:
    one = mapping_set("centre:1 exactMatch sea:A", "centre:1 exactMatch sea:OLD")
    known = (concept("A"), concept("OLD", status=Status.DEPRECATED))
    assert places(equal_concepts(view(one, *known))) == []


def test_twice_and_backwards() -> None:
    one = mapping_set(
        "centre:1 broadMatch sea:A",
        "sea:A narrowMatch centre:1",
        "centre:1 broadMatch sea:A",
        "centre:1 closeMatch sea:A",
    )
    found = [(fault.mapping.line - LINE, fault.message["en"]) for fault in repeated_mapping(view(one)) if fault.mapping]
    assert found == [(1, "the mapping is stated in the other direction too"), (2, "the mapping is stated twice")]


def test_cardinality_is_counted() -> None:
    one = mapping_set(
        "centre:1 exactMatch sea:A 1:1", "centre:2 exactMatch sea:B 1:1", "centre:2 broadMatch sea:C 1:n",
        "centre:3 exactMatch sssom:NoTermFound 1:0", more=["mapping_cardinality"],
    )  # fmt: skip
    assert places(wrong_cardinality(view(one))) == [(LINE + 1, "mapping_cardinality", "1:1 ≠ 1:n")]


def test_cardinality_within_a_scope_is_left_alone() -> None:
    header = "#cardinality_scope: [predicate_id]\n"
    one = mapping_set("centre:1 exactMatch sea:A n:n", more=["mapping_cardinality"], header=header)
    assert places(wrong_cardinality(view(one))) == []


def test_values_are_curies_of_the_set() -> None:
    one = mapping_set("centre:1 exactMatch sea:A", "centre:1 broadMatch sea:A")
    assert BASE not in places(clashing_predicates(view(one)))[0][2]
