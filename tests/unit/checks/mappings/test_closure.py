from tests.unit.checks.mappings.sets import BASE, SEA, mapping_set
from vocabsvc.checks.mappings.closure import ExactMatches


def test_equality_goes_both_ways_and_on() -> None:
    one = mapping_set("centre:1 exactMatch sea:A", "centre:2 exactMatch sea:A", "centre:3 closeMatch sea:A")
    equal = ExactMatches.of(one.mappings)
    assert equal.equal_to(f"{BASE}centre/1") == {f"{BASE}centre/1", f"{BASE}centre/2", f"{SEA}A"}
    assert equal.equal_to(f"{BASE}centre/3") == {f"{BASE}centre/3"}
