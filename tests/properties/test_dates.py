"""Dates are read as XSD has them, whatever their year, and their bounds keep its order."""

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.formats.dates import PartialDate, parse_date, parse_date_of_any_era
from vocabsvc.namespaces import XSD
from vocabsvc.shacl.chronology import is_moment, read_moment

TYPES = ("gYear", "gYearMonth", "date", "dateTime")
YEARS = st.one_of(st.integers(-20_000, 20_000), st.integers(-(10**12), 99_999)).filter(bool)
ZONES = st.sampled_from(("", "Z", "+14:00", "-14:00", "-07:30", "+15:00"))


@st.composite
def dates(draw: st.DrawFn) -> tuple[str, str]:
    """A type and a text that has its form, of a day that may not be in any calendar."""
    kind = draw(st.sampled_from(TYPES))
    year = draw(YEARS)
    text = f"{'-' if year < 0 else ''}{abs(year):04}"
    if kind != "gYear":
        text += f"-{draw(st.integers(1, 13)):02}"
    if kind in {"date", "dateTime"}:
        text += f"-{draw(st.integers(1, 31)):02}"
    if kind == "dateTime":
        text += f"T{draw(st.integers(0, 23)):02}:59:0{draw(st.sampled_from(('0', '1.5')))}"
    return kind, text + draw(ZONES)


@given(dates())
def test_a_date_is_what_xsd_takes_for_one(written: tuple[str, str]) -> None:
    kind, text = written
    date = parse_date_of_any_era(text)
    assert (date is not None) == is_moment(kind, text)
    if date is not None:
        assert date.value == (text, f"{XSD}{kind}", "")


@given(st.text(alphabet="-+0129:TZ. ", max_size=14))
def test_any_text_is_a_date_or_none(text: str) -> None:
    date = parse_date_of_any_era(text)
    kinds = [kind for kind in TYPES if is_moment(kind, text)]
    if date is not None:
        assert date.value.datatype in {f"{XSD}{kind}" for kind in kinds}
    elif kinds:  # XSD 1.1 has a year 0 and midnight as 24:00, 1.0 and datetime have not; six digits are no year here
        assert text.lstrip("-").startswith("0000") or "T24" in text or text[:6].isdecimal()


@given(dates(), dates())
def test_bounds_keep_the_order(left: tuple[str, str], right: tuple[str, str]) -> None:
    """What ends before another begins is never said to begin after it."""
    one, other = parse_date_of_any_era(left[1]), parse_date_of_any_era(right[1])
    if one is None or other is None:
        return
    for date in (one, other):
        assert moments(date)[0] <= moments(date)[1]
    if is_far(one) or is_far(other):
        earlier, later = sorted((one, other), key=year)
        if year(earlier) < year(later) - 1:  # zones may go over a year's end
            assert moments(earlier)[0] <= moments(later)[0]
            assert moments(earlier)[1] <= moments(later)[1]


@pytest.mark.parametrize("text", ["0001-01-01+14:00", "9999-12-31-14:00"])
def test_a_zone_may_lead_out_of_what_datetime_holds(text: str) -> None:
    assert read_moment("date", text) is not None
    assert parse_date(text) is None
    assert parse_date_of_any_era(text) is not None


def moments(date: PartialDate) -> tuple[datetime, datetime]:
    return datetime.fromisoformat(date.earliest.lexical), datetime.fromisoformat(date.latest.lexical)


def is_far(date: PartialDate) -> bool:
    return parse_date(date.value.lexical) is None


def year(date: PartialDate) -> int:
    text = date.value.lexical
    sign = -1 if text.startswith("-") else 1
    return sign * int(text.lstrip("-").partition("-")[0].partition("+")[0].partition("Z")[0])
