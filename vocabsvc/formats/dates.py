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
