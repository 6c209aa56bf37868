import pytest

from vocabsvc.formats.curie import Prefixes
from vocabsvc.formats.sssom_slots import MAPPING_SLOTS, SET_SLOTS, join_values, split_values

PREFIXES = Prefixes({"centre": "https://x.example/"}, "https://hub.example/")


@pytest.mark.parametrize("values", [["a"], ["a", "b"], ["à|b", "c"], ["|"], ["", "a"]])
def test_a_bar_in_a_value_is_none_between_values(values: list[str]) -> None:
    assert list(split_values(join_values(values))) == values


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        ("confidence", "0.5"), ("confidence", "1e-3"), ("reviewer_agreement", "-1"), ("mapping_date", "2024-02-29"),
        ("author_id", "centre:a|centre:b"), ("see_also", "https://x.example/a|https://x.example/b"),
        ("mapping_cardinality", "1:n"), ("object_type", "skos concept"), ("match_string", r"a\|b"),
    ],
)  # fmt: skip
def test_what_a_slot_may_be(slot: str, text: str) -> None:
    MAPPING_SLOTS[slot].check(text, PREFIXES)


@pytest.mark.parametrize(
    ("slot", "text"),
    [
        ("confidence", "-0.1"), ("confidence", "1.01"), ("confidence", "nan"), ("confidence", "1_0"),
        ("similarity_score", "2"), ("reviewer_agreement", "-1.1"), ("mapping_date", "2025-02-29"),
        ("mapping_date", "20250228"), ("author_id", "centre:a|b"), ("author_id", "orcid:1"), ("license", "CC0"),
        ("mapping_cardinality", "2:1"), ("predicate_modifier", "not"), ("predicate_type", "rdfs literal"),
    ],
)  # fmt: skip
def test_what_it_may_not_be(slot: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"no|none|prefix|not"):
        MAPPING_SLOTS[slot].check(text, PREFIXES)


def test_what_is_propagated_is_a_slot_of_both() -> None:
    assert {name for name, slot in SET_SLOTS.items() if slot.propagated} == {
        name for name, slot in MAPPING_SLOTS.items() if slot.propagated
    }
