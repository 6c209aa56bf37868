from collections.abc import Mapping

from vocabsvc.checks.vocabulary.hierarchy import Hierarchy
from vocabsvc.model.concept import Concept

DEEP = 50_000


def hierarchy(broader: Mapping[str, str]) -> Hierarchy:
    """From one-letter names to those above them."""
    return Hierarchy({below: tuple(above) for below, above in broader.items()})


def test_both_directions_are_gathered_once() -> None:
    concepts = (Concept("a", "T", narrower=("b", "c")), Concept("b", "T", broader=("a", "d")))
    assert Hierarchy.of(concepts).broader == {"b": ("a", "d"), "c": ("a",)}


def test_what_is_above_at_any_distance_is_reached() -> None:
    chain = hierarchy({"a": "b", "b": "cx", "c": "d"})
    assert chain.reaches("a", "d")
    assert not chain.reaches("a", "a")
    assert not chain.reaches("d", "a")
    assert not chain.reaches("a", "d", without="b")


def test_each_closing_link_gives_a_cycle() -> None:
    assert list(hierarchy({"a": "b", "b": "c"}).cycles()) == []
    assert list(hierarchy({"a": "a"}).cycles()) == [("a",)]
    assert list(hierarchy({"x": "a", "a": "b", "b": "ca", "c": "b"}).cycles()) == [("b", "c"), ("a", "b")]


def test_two_ways_up_are_no_cycle() -> None:
    assert list(hierarchy({"a": "bc", "b": "d", "c": "d", "d": "e"}).cycles()) == []


def test_depth_is_not_limited() -> None:
    broader = {str(number): (str(number + 1),) for number in range(DEEP)}
    assert list(Hierarchy(broader).cycles()) == []
    assert Hierarchy(broader).reaches("0", str(DEEP))
    (cycle,) = Hierarchy({**broader, str(DEEP): ("0",)}).cycles()
    assert len(cycle) == DEEP + 1
