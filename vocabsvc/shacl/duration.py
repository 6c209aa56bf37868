"""Durations of XSD 1.1: months and seconds, and their partial order."""

import re
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

from vocabsvc.shacl.chronology import add_months

_MONTHS = r"(?:(?P<years>[0-9]+)Y)?(?:(?P<months>[0-9]+)M)?"
_TIMES = (
    r"(?:(?P<days>[0-9]+)D)?"
    r"(?:T(?=[0-9])(?:(?P<hours>[0-9]+)H)?(?:(?P<minutes>[0-9]+)M)?(?:(?P<seconds>[0-9]+(?:\.[0-9]+)?)S)?)?"
)
_FORMS: Final[Mapping[str, re.Pattern[str]]] = {
    "duration": re.compile(f"(?P<minus>-)?P(?=.){_MONTHS}{_TIMES}"),
    "yearMonthDuration": re.compile(f"(?P<minus>-)?P(?=.){_MONTHS}"),
    "dayTimeDuration": re.compile(f"(?P<minus>-)?P(?=.){_TIMES}"),
}
NAMES: Final = tuple(_FORMS)
"""The types by their local names."""

_MOST_DIGITS: Final = 18  # of one number
_MOST_LENGTH: Final = 200
_STARTS: Final = ((1696, 9), (1697, 2), (1903, 3), (1903, 7))
"""https://www.w3.org/TR/xmlschema11-2/#duration: the months from which durations are compared."""


class Duration(NamedTuple):
    """A duration; ``rest`` is what is over whole seconds."""

    months: int
    seconds: int
    rest: Decimal

    def compare(self, other: "Duration") -> int | None:
        """Return -1, 0 or 1, or ``None`` where it depends on when they begin (P1M and P30D)."""
        found = {
            (left > right) - (left < right)
            for left, right in ((self.after(*start), other.after(*start)) for start in _STARTS)
        }
        return found.pop() if len(found) == 1 else None

    def after(self, year: int, month: int) -> tuple[int, Decimal]:
        """Return the seconds, and what is over, that lie before its end where it begins with a month."""
        return add_months(year, month, self.months) * 86_400 + self.seconds, self.rest


def is_duration(name: str, text: str) -> bool:
    """Return whether a literal of one of ``NAMES`` is well-typed."""
    return _FORMS[name].fullmatch(text) is not None


def read_duration(name: str, text: str) -> Duration | None:
    """Return the value of a literal, ``None`` where it is ill-typed or has numbers of more than 18 digits."""
    match = _FORMS[name].fullmatch(text) if len(text) <= _MOST_LENGTH else None
    if match is None:
        return None
    parts = {unit: number for unit, number in match.groupdict().items() if number and unit != "minus"}
    if any(len(number.partition(".")[0]) > _MOST_DIGITS for number in parts.values()):
        return None
    whole, _, fraction = parts.pop("seconds", "0").partition(".")
    count = {unit: int(number) for unit, number in parts.items()}
    sign = -1 if match["minus"] else 1
    months = count.get("years", 0) * 12 + count.get("months", 0)
    seconds = count.get("days", 0) * 86_400 + count.get("hours", 0) * 3600 + count.get("minutes", 0) * 60 + int(whole)
    return Duration(sign * months, sign * seconds, sign * Decimal(f"0.{fraction or 0}"))
