"""Dates and times of XSD 1.1: lexical form to a point on the time line, and their partial order."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

_YEAR = r"(?P<year>-?(?:[1-9][0-9]{3,}|0[0-9]{3}))"
_MONTH = r"(?P<month>0[1-9]|1[0-2])"
_DAY = r"(?P<day>0[1-9]|[12][0-9]|3[01])"
_TIME = (
    r"(?:(?P<hour>[01][0-9]|2[0-3]):(?P<minute>[0-5][0-9]):(?P<second>[0-5][0-9])(?:\.(?P<fraction>[0-9]+))?"
    r"|(?P<midnight>24:00:00(?:\.0+)?))"
)
_ZONE = r"(?P<zone>Z|[+-](?:(?:0[0-9]|1[0-3]):[0-5][0-9]|14:00))"

_FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    name: re.compile(form)
    for name, form in {
        "dateTime": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}?",
        "dateTimeStamp": f"{_YEAR}-{_MONTH}-{_DAY}T{_TIME}{_ZONE}",
        "date": f"{_YEAR}-{_MONTH}-{_DAY}{_ZONE}?",
        "time": f"{_TIME}{_ZONE}?",
        "gYear": f"{_YEAR}{_ZONE}?",
        "gYearMonth": f"{_YEAR}-{_MONTH}{_ZONE}?",
        "gMonth": f"--{_MONTH}{_ZONE}?",
        "gMonthDay": f"--{_MONTH}-{_DAY}{_ZONE}?",
        "gDay": f"---{_DAY}{_ZONE}?",
    }.items()
}
NAMES: Final = tuple(_FORMS)
"""The types by their local names."""

_LEAP_YEAR: Final = 1972  # stands where a type has no year, so that --02-29 is a day
_MOST_DIGITS: Final = 18  # of a year that can be compared
_DAY_SECONDS: Final = 86_400
_MOST_ZONE: Final = 14 * 3600
_MONTH_DAYS: Final = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class Moment(NamedTuple):
    """A point on the time line: whole seconds and what is over, in UTC where ``zoned``.

    Only moments of one ``kind`` (the primitive type) are comparable. What a type does not say (the day of a
    gYearMonth) is the last possible, as in https://www.w3.org/TR/xmlschema11-2/#vp-dt-timeOnTimeline.
    """

    kind: str
    seconds: int
    rest: Decimal
    zoned: bool

    def compare(self, other: "Moment") -> int | None:
        """Return -1, 0 or 1, or ``None`` where XSD leaves the order open.

        A moment without time zone is before or after one with it only if it is so in every zone.
        """
        if self.kind != other.kind:
            return None
        left, right = (self.seconds, self.rest), (other.seconds, other.rest)
        if self.zoned == other.zoned:
            return (left > right) - (left < right)
        if not self.zoned:
            reverse = other.compare(self)
            return None if reverse is None else -reverse
        if left < (other.seconds - _MOST_ZONE, other.rest):
            return -1
        return 1 if left > (other.seconds + _MOST_ZONE, other.rest) else None


def read_moment(name: str, text: str) -> Moment | None:
    """Return the value of a literal of one of ``NAMES``, ``None`` where it is ill-typed or has a year of 19 digits."""
    match = _FORMS[name].fullmatch(text)
    if match is None:
        return None
    parts = match.groupdict()
    said = parts.get("year") or str(_LEAP_YEAR)
    if len(said) > _MOST_DIGITS:
        return None
    year, month = int(said), int(parts.get("month") or 12)
    last = _days_in(year, month)
    day = int(parts.get("day") or last)
    if day > last:
        return None
    seconds = _days(year, month, day) * _DAY_SECONDS + _seconds(parts, on_a_day=name != "time")
    zone = parts["zone"]
    return Moment(
        name.removesuffix("Stamp"),
        seconds - _offset(zone),
        Decimal(f"0.{parts.get('fraction') or 0}"),
        zone is not None,
    )


def is_moment(name: str, text: str) -> bool:
    """Return whether a literal is well-typed, however long its year."""
    match = _FORMS[name].fullmatch(text)
    if match is None:
        return False
    parts = match.groupdict()
    day = parts.get("day")
    # The calendar repeats every 400 years, so that four digits tell.
    year = int(parts["year"][-4:]) if parts.get("year") else _LEAP_YEAR
    return day is None or int(day) <= _days_in(year, int(parts.get("month") or 12))


def _seconds(parts: Mapping[str, str | None], *, on_a_day: bool) -> int:
    if parts.get("midnight"):
        return _DAY_SECONDS if on_a_day else 0  # as a time alone, 24:00:00 is 00:00:00
    hour, minute, second = (int(parts.get(name) or 0) for name in ("hour", "minute", "second"))
    return hour * 3600 + minute * 60 + second


def _offset(zone: str | None) -> int:
    if zone is None or zone == "Z":
        return 0
    seconds = int(zone[1:3]) * 3600 + int(zone[4:6]) * 60
    return -seconds if zone[0] == "-" else seconds


def _days_in(year: int, month: int) -> int:
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 29 if month == 2 and leap else _MONTH_DAYS[month - 1]


def _days(year: int, month: int, day: int) -> int:
    """Return the days since 1 March of the year 0, in the proleptic Gregorian calendar."""
    if month <= 2:
        year -= 1
    return year * 365 + year // 4 - year // 100 + year // 400 + (153 * ((month - 3) % 12) + 2) // 5 + day - 1


def add_months(year: int, month: int, months: int) -> int:
    """Return the day number of the first of the month that many months later."""
    years, index = divmod(month - 1 + months, 12)
    return _days(year + years, index + 1, 1)
