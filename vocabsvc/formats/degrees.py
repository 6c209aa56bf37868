"""Degrees of longitude and latitude written otherwise than with a point."""

import re

_COMMA = re.compile(r"(?P<sign>[+-]?)(?P<whole>[0-9]{1,3})[,.](?P<part>[0-9]+) ?°?")
_WHOLE = re.compile(r"(?P<sign>[+-]?)(?P<whole>[0-9]{1,3}) ?°")
_SEXAGESIMAL = re.compile(
    r"""(?P<degrees>[0-9]{1,3}(?:[.,][0-9]+)?)\ ?[°d]?\ ?
        (?:(?P<minutes>[0-9]{1,2}(?:[.,][0-9]+)?)\ ?['’′]\ ?
           (?:(?P<seconds>[0-9]{1,2}(?:[.,][0-9]+)?)\ ?(?:["”″]|''|’’)\ ?)?
        )?
        (?P<side>[NSEW])""",
    re.VERBOSE,
)
_PLACES = 6  # of a degree: a decimetre


def likely_degrees(text: str) -> str:
    """Return the decimal degrees that a text such as ``43,9``, ``48.25°`` or ``4°36'W`` means, else ``""``.

    Only what can be read in one way counts: the letter O is west in French and east in German.
    """
    if (match := _COMMA.fullmatch(text)) is not None:
        return f"{match['sign']}{match['whole']}.{match['part']}"
    if (match := _WHOLE.fullmatch(text)) is not None:
        return f"{match['sign']}{match['whole']}"
    match = _SEXAGESIMAL.fullmatch(text)
    if match is None:
        return ""
    degrees, minutes, seconds = (
        float((match[name] or "0").replace(",", ".")) for name in ("degrees", "minutes", "seconds")
    )
    if minutes >= 60 or seconds >= 60 or (minutes and degrees % 1):
        return ""
    value = degrees + minutes / 60 + seconds / 3600
    shown = f"{value:.{_PLACES}f}".rstrip("0")
    whole, _, part = shown.partition(".")
    shown = f"{whole}.{part:0<2}"  # INSPIRE asks for two decimals
    return f"-{shown}" if match["side"] in "SW" else shown
