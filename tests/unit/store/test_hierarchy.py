from vocabsvc.model.concept import Concept, Link
from vocabsvc.store.terms.hierarchy import ancestors_of, broader_of, inbound_links

CONCEPTS = (
    Concept("a", "V", broader=("b",), units=("u",)),
    Concept("b", "V", narrower=("x",), broader=("c",), related=("a",)),
    Concept("c", "V", broader=("b",), links=(Link("sameAs", "a"),)),
)


def test_a_hierarchy_is_read_from_both_sides() -> None:
    broader = broader_of(CONCEPTS)
    assert (broader["a"], broader["x"]) == ({"b"}, {"b"})


def test_ancestors_are_found_at_any_distance_in_spite_of_cycles() -> None:
    broader = broader_of(CONCEPTS)
    assert ancestors_of("a", broader) == {"b", "c"}
    assert ancestors_of("b", broader) == {"b", "c"}
    assert ancestors_of("u", broader) == set()


def test_everything_that_leads_to_a_concept_is_counted() -> None:
    counted = inbound_links(CONCEPTS, broader_of(CONCEPTS), mapped=["a", "a"])
    assert (counted["a"], counted["b"], counted["u"], counted["x"]) == (4, 3, 1, 0)
