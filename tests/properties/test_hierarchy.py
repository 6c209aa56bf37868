"""The hierarchy against the plain definition of what is above what."""

from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.checks.vocabulary.hierarchy import Hierarchy

NAMES = "abcdefg"
HIERARCHIES = st.dictionaries(
    st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES), min_size=1, unique=True).map(tuple)
).map(Hierarchy)


def above(hierarchy: Hierarchy, name: str) -> set[str]:
    """All that is above a concept, found step by step until nothing new comes."""
    found: set[str] = set()
    new = set(hierarchy.above(name))
    while new - found:
        found |= new
        new = {upper for lower in found for upper in hierarchy.above(lower)}
    return found


@given(HIERARCHIES)
def test_there_are_cycles_exactly_when_a_concept_is_above_itself(hierarchy: Hierarchy) -> None:
    assert bool(list(hierarchy.cycles())) == any(name in above(hierarchy, name) for name in NAMES)


@given(HIERARCHIES)
def test_every_step_of_a_cycle_is_stated_and_no_concept_comes_twice(hierarchy: Hierarchy) -> None:
    for cycle in hierarchy.cycles():
        assert len(set(cycle)) == len(cycle)
        assert all(upper in hierarchy.above(lower) for lower, upper in zip(cycle, [*cycle[1:], cycle[0]], strict=True))


@given(HIERARCHIES, st.sampled_from(NAMES), st.sampled_from(NAMES))
def test_what_is_reached_is_what_is_above(hierarchy: Hierarchy, start: str, goal: str) -> None:
    assert hierarchy.reaches([start], goal) == (goal in above(hierarchy, start))
