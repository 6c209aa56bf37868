"""Any spelling of a unit is read or not understood, never an error."""

from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.model.unit import parse_unit

spellings = st.text("mgolsuµ 0123456789+-./()^%#e") | st.lists(
    st.sampled_from(
        ("milli", "micro", "meter", "gram", "mol", "/", "(", ")", " ", "-1", "0", "10+9", "day", "deg", "T")
    ),
    max_size=8,
).map("".join)


@given(spellings | st.text())
def test_reads_any_text(text: str) -> None:
    unit = parse_unit(text)
    if unit is not None:
        assert unit.same_size(unit)
        assert unit.converts_to(unit)


@given(spellings)
def test_dividing_by_a_unit_is_the_inverse_size(text: str) -> None:
    unit, inverse = parse_unit(f"m {text}"), parse_unit(f"m/({text})")
    if unit is not None and inverse is not None and 1e-9 < unit.factor < 1e9:
        assert abs(unit.factor * inverse.factor - 1) < 1e-6
