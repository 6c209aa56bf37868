"""Format strings of dates and times in EML columns (EML 2.2, eml-attribute, formatString)."""

import re
from collections.abc import Iterator
from itertools import groupby

from vocabsvc.checks.records.eml.document import named
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.element import content

# A symbol stands once for each digit or letter of the value; what is no symbol is a separator.
_LENGTHS = {"Y": (2, 4), "M": (1, 2, 3), "W": (3,), "D": (1, 2, 3), "h": (1, 2), "m": (1, 2), "s": (1, 2)}
_SEPARATORS = frozenset("T.,-/: _")
_TAIL = re.compile(r"\s*(?:Z|[+-]hh(?::?mm)?|A/P|AM/PM|[aApP]\.?[mM]\.?)$")
_FRACTION = re.compile(r"(?<=ss)[.,]s+|(?<=mm)[.,]m+")
_DATE = r"(?:YYYY(?:-?MM(?:-?DD)?|-?DDD)?)"
_TIME = r"(?:hh(?::mm(?:[.,]m+|:ss(?:[.,]s+)?)?|mm(?:ss(?:[.,]s+)?)?)?)"
_ISO = re.compile(rf"{_DATE}(?:[T ]{_TIME}(?:Z|[+-]hh(?::?mm)?)?)?|{_TIME}(?:Z|[+-]hh(?::?mm)?)?")
_PARTS = frozenset({"MM", "M", "DD", "D", "DDD", "MMM", "hh", "h", "mm", "m", "ss"})  # of a date in several columns
_TOKEN = re.compile(r"%.|hh24|mon|mi|([a-z])\1*|.", re.IGNORECASE)
_MEANT = {  # tokens of strftime, SQL and spreadsheets; those of m depend on where they stand
    "hh24": "hh",
    "mon": "MMM",
    "mi": "mm",
    "%Y": "YYYY",
    "%y": "YY",
    "%m": "MM",
    "%b": "MMM",
    "%d": "DD",
    "%j": "DDD",
    "%H": "hh",
    "%M": "mm",
    "%S": "ss",
}


def unreadable_formats(view: RecordView) -> Iterator[Fault]:
    """EML-18: format strings in other symbols than EML's, with what they are likely to mean."""
    for element in named(view, "formatString"):
        written = content(element)
        if written and not is_readable(written):
            meant = likely_format(written)
            yield Fault(element=view.document.numbers[element], value=written, expected=(meant,) if meant else ())


def formats_beside_iso(view: RecordView) -> Iterator[Fault]:
    """EML-18: format strings that can be read, of dates that do not follow ISO 8601."""
    for element in named(view, "formatString"):
        written = content(element)
        if is_readable(written) and not is_iso(written):
            yield Fault(element=view.document.numbers[element], value=written)


def is_iso(written: str) -> bool:
    """Tell a format of ISO 8601, with T or a blank before the time, or a part of one in a column of its own."""
    return bool(_ISO.fullmatch(written)) or written in _PARTS


def is_readable(written: str) -> bool:
    """Tell a format string in the symbols of EML, each in one place and as often as it may stand."""
    bare = _FRACTION.sub("", _TAIL.sub("", written))
    runs = [(symbol, len(list(run))) for symbol, run in groupby(bare) if symbol not in _SEPARATORS]
    symbols = [symbol for symbol, _ in runs]
    lengths_fit = all(length in _LENGTHS.get(symbol, ()) for symbol, length in runs)
    return bool(runs) and lengths_fit and len(symbols) == len(set(symbols))


def likely_format(written: str) -> str:
    """Return the format that one in other symbols is likely to mean, ``""`` where that is not clear.

    A month is taken to stand before the hour, minutes after it.
    """
    parts: list[str] = []
    after_hour = False
    for token in (found[0] for found in _TOKEN.finditer(written)):
        part = _MEANT.get(token) or _MEANT.get(token.lower()) or token
        if part is token and token[0] in "yYdD":
            part = token.upper()
        elif part is token and token[0] in "hHsS":
            part = token.lower()
        elif part is token and token[0] in "mM":
            part = token.lower() if after_hour else token.upper()
        after_hour = after_hour or part.startswith("h")
        parts.append(part)
    meant = "".join(parts)
    if meant == written or not is_readable(meant) or ("s" in meant and "h" not in meant):
        return ""
    return meant
