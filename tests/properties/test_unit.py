"""Any spelling of a unit is read or not understood, never an error."""

from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.formats.unit import parse_unit

spellings = st.text("mgolsuµ 0123456789+-./()^%#e") | st.lists(
    st.sampled_from((
        "milli", "micro", "meter", "gram", "mol", "/", "(", ")", " ", "-1", "0", "10+9", "day", "deg", "T", "C", "per",
        "^", "**", "9", "1e300", "°C", "dBm", "nan",
    )),
    max_size=12,
).map("".join)  # fmt: skip
names = st.from_regex(r"[A-Za-z_]{1,4}", fullmatch=True)


@given(spellings | names | st.text())
def test_reads_any_text(text: str) -> None:
    unit = parse_unit(text)
    if unit is not None:
        assert unit.same_size(unit)
        assert unit.converts_to(unit)


@given(st.text("(9^*)e+-1./m") | st.text(min_size=101, max_size=10_000))
def test_no_spelling_explodes(text: str) -> None:
    unit = parse_unit(text)
    assert unit is None or 0 < unit.factor < float("inf")


@given(spellings)
def test_dividing_by_a_unit_is_the_inverse_size(text: str) -> None:
    unit, inverse = parse_unit(f"m {text}"), parse_unit(f"m/({text})")
    if unit is not None and inverse is not None and 1e-9 < unit.factor < 1e9:
        assert abs(unit.factor * inverse.factor - 1) < 1e-6


@given(spellings, spellings)
def test_size_and_kind_agree_both_ways(text: str, other: str) -> None:
    first, second = parse_unit(text), parse_unit(other)
    if first is not None and second is not None:
        assert first.same_size(second) == second.same_size(first)
        assert first.converts_to(second) or not first.same_size(second)
