"""Dates as metadata writes them: from a year to a time with zone, with their bounds in UTC."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import XSD

_DATE = re.compile(
    r"""(?P<year>[0-9]{4})
        (?:-(?P<month>[0-9]{2})
          (?:-(?P<day>[0-9]{2})
             (?P<time>T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]+)?)?
          )?
        )?
        (?P<zone>Z|[+-](?:0[0-9]|1[0-3]):[0-5][0-9]|[+-]14:00)?""",
    re.VERBOSE,
)

# After our era no more than five digits: six or eight are a month or a day without its hyphens.
_WITH_YEAR = re.compile(r"(?P<era>-?)(?P<year>[1-9][0-9]{4}|(?<=-)[1-9][0-9]{5,}|[0-9]{4})(?![0-9])(?P<rest>.*)")

_OTHERWISE = tuple(
    re.compile(pattern)
    for pattern in (
        r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})[-/. ](?P<day>[0-9]{1,2})(?P<time>.*)",
        r"(?P<one>[0-9]{1,2})[-/. ](?P<other>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})(?P<time>.*)",
        r"(?P<year>[0-9]{4})(?P<month>[0-9]{2})(?P<day>[0-9]{2})(?P<time>)",
        r"(?P<year>[0-9]{4})[-/. ](?P<month>[0-9]{1,2})(?P<time>)",
        r"(?P<month>[0-9]{1,2})[-/. ](?P<year>[0-9]{4})(?P<time>)",
        r"(?P<day>[0-9]{1,2})(?:er|st|nd|rd|th)? (?P<name>[^\W\d_]{3,9})\.?,? (?P<year>[0-9]{4})(?P<time>)",
        r"(?P<name>[^\W\d_]{3,9})\.? (?P<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?P<year>[0-9]{4})(?P<time>)",
        r"(?P<name>[^\W\d_]{3,9})\.? (?P<year>[0-9]{4})(?P<time>)",
    )
)
_NAMES = (  # English and French, each by what no other month begins with
    ("jan",), ("feb", "fév", "fev"), ("mar",), ("apr", "avr"), ("may", "mai"), ("jun", "juin"),
    ("jul", "juil"), ("aug", "aoû", "aou"), ("sep",), ("oct",), ("nov",), ("dec", "déc"),
)  # fmt: skip
_TIME = re.compile(
    r"[T ](?P<hour>[0-9]{1,2}):(?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}(?:\.[0-9]+)?))?"
    r" ?(?P<zone>Z|UTC|GMT|[+-][0-9]{2}:?[0-9]{2})?"
)
_MONTHS = 12
_CYCLE = 400  # years, after which the calendar repeats itself
_ALIKE = 2000  # the first year of such a cycle
_FIRST, _LAST = "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"  # of datetime


@dataclass(frozen=True, slots=True)
class PartialDate:
    """A date as given, typed, and the first and last second it may mean (xsd:dateTime in UTC)."""

    value: Literal
    earliest: Literal
    latest: Literal


def parse_date(text: str) -> PartialDate | None:
    """Return the date, or ``None`` where ``text`` is no xsd:gYear, gYearMonth, date or dateTime of our era.

    A date without zone is taken as UTC: XSD leaves it open by 14 hours, which no record means.
    """
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    try:
        return _bounded(text, match)
    except (ValueError, OverflowError):  # the 30th of February, or a zone that leaves the year 9999
        return None


def parse_date_of_any_era(text: str) -> PartialDate | None:
    """Do what ``parse_date`` does for years that XSD 1.0 has besides: -0500, which is before our era, or 12000.

    Such dates are further away than bounds can tell: both are the first second of the year 1, or the last of 9999.
    """
    near = parse_date(text)
    if near is not None:
        return near
    match = _WITH_YEAR.fullmatch(text)
    if match is None or not match["year"].strip("0"):  # there is no year 0
        return None
    year = int(f"{match['era']}{match['year'][-4:]}")  # as far as it counts in the cycle
    alike = parse_date(f"{_ALIKE + year % _CYCLE}{match['rest']}")
    if alike is None:
        return None
    edge = Literal(_FIRST if match["era"] or match["year"] == "0001" else _LAST, f"{XSD}dateTime")
    return PartialDate(Literal(text, alike.value.datatype), edge, edge)


def likely_date(text: str) -> str:
    """Return in ISO 8601 what a date in another order or with other signs can only mean, else ``""``.

    17/05/2019 has one reading, 05/04/2019 has two and none is returned.
    """
    for pattern in _OTHERWISE:
        if (match := pattern.fullmatch(text)) is not None:
            read = _reordered(match.groupdict())
            return read if read and parse_date(read) is not None else ""
    return ""


def _reordered(parts: dict[str, str]) -> str:
    time = _iso_time(parts["time"])
    if time is None:
        return ""
    if "name" in parts:
        found = [number for number, names in enumerate(_NAMES, 1) if parts["name"].casefold().startswith(names)]
        if len(found) != 1:
            return ""
        parts = {**parts, "month": str(found[0])}
    if "one" in parts:
        one, other = int(parts["one"]), int(parts["other"])
        if one <= _MONTHS and other <= _MONTHS and one != other:
            return ""
        month, day = (one, other) if other > _MONTHS else (other, one)
        return f"{parts['year']}-{month:02}-{day:02}{time}"
    shown = [parts["year"], *(f"{int(parts[name]):02}" for name in ("month", "day") if name in parts)]
    return "-".join(shown) + time


def _iso_time(text: str) -> str | None:
    """Return a time of day as xsd:dateTime has it, ``""`` for none, ``None`` if it is no time."""
    if text in {"", "Z"}:
        return text
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    zone = match["zone"] or ""
    if zone in {"UTC", "GMT"}:
        zone = "Z"
    elif zone not in {"", "Z"} and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    return f"T{int(match['hour']):02}:{match['minute']}:{match['second'] or '00'}{zone}"


def _bounded(text: str, match: re.Match[str]) -> PartialDate:
    year, month, day, time, zone = match.groups()
    if time:
        datatype, first = "dateTime", datetime.fromisoformat(text)
        last = first
    else:
        datatype = "date" if day else "gYearMonth" if month else "gYear"
        last_month = int(month or 12)
        last_day = int(day or monthrange(int(year), last_month)[1])
        offset = "+00:00" if zone in {None, "Z"} else zone
        first = datetime.fromisoformat(f"{year}-{month or '01'}-{day or '01'}T00:00:00{offset}")
        last = datetime.fromisoformat(f"{year}-{last_month:02}-{last_day:02}T00:00:00{offset}")
        last += timedelta(hours=23, minutes=59, seconds=59)
    return PartialDate(Literal(text, f"{XSD}{datatype}"), _utc(first), _utc(last))


def _utc(moment: datetime) -> Literal:
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=UTC)
    written = moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
    return Literal(written, f"{XSD}dateTime")
