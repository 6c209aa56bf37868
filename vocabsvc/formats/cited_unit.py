"""Units as records cite them: attributes ``uom`` of ISO and the names of EML, to spellings that ``unit`` reads."""

import re
from collections.abc import Mapping

_DICTIONARY = re.compile(r"\S*[Uu]om\S*\.xml#(?:xpointer\(//\*\[@gml:id='(?P<pointed>[^']+)'\]\)|(?P<named>\S+))")
_UCUM = re.compile(
    r"(?:urn:(?:x-)?ogc:def:uom:(?:UCUM|OGC)[:\w.]*:|https?://\S+/uom/(?:UCUM|OGC)/[^/]*/)(?P<code>\S+)", re.IGNORECASE
)
_EPSG = re.compile(
    r"(?:urn:(?:x-)?ogc:def:uom:EPSG:[^:]*:|https?://www\.opengis\.net/def/uom/EPSG/[^/]*/|EPSG::?)(?P<code>[0-9]{4})",
    re.IGNORECASE,
)
_EPSG_UNITS: Mapping[str, str] = {
    "1024": "bar",
    "1025": "mm",
    "1026": "m/s",
    "1033": "cm",
    "1040": "s",
    "9001": "m",
    "9002": "ft",
    "9003": "US_survey_foot",
    "9030": "nautical_mile",
    "9036": "km",
    "9093": "mile",
    "9101": "radian",
    "9102": "degree",
    "9104": "arcsecond",
    "9122": "degree",
    "9201": "1",
}
_LONGEST = 300
_BRACES = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+")
_POWERS = {"squared": "^2", "square": "^2", "cubed": "^3", "cubic": "^3"}
_PREFIXES = frozenset(
    {"femto", "pico", "nano", "micro", "milli", "centi", "deci", "deka", "hecto", "kilo", "mega", "giga"}
)
_NUMBERS = {"hundred": "100", "thousand": "1000"}
_SAME: Mapping[str, str] = {
    "number": "count", "numbers": "count", "nominal": "", "leap": "", "wave": "", "feet": "foot", "inches": "inch",
    "mols": "mole", "molarity": "mole/liter", "molality": "mole/kilogram", "molar": "mole/liter", "knots": "knot",
    "celsius": "degC", "fahrenheit": "degF",
}  # fmt: skip
_ENDINGS = (
    (re.compile(r"(?:equivalent|einstein)s?$"), "mole"),
    (re.compile(r"s(?:ie|ei)mens?$"), "siemens"),
)
_WHOLE: Mapping[str, str] = {
    "dimensionless": "1", "wavenumber": "1/m", "partspermillion": "ppm", "partpermillion": "ppm",
    "partsperbillion": "ppb", "partperbillion": "ppb", "partperthousand": "permille", "partsperthousand": "permille",
    "permil": "permille", "permille": "permille", "nauticalmile": "nautical_mile", "inchofmercury": "inHg",
    "britishthermalunit": "Btu", "reciprocalmeter": "1/m", "inversemeter": "1/m", "metersabovesealevel": "m",
    "celsius": "degC", "degreecelsius": "degC", "degreescelsius": "degC", "fahrenheit": "degF", "arcdegree": "degree",
}  # fmt: skip


def read_uom(text: str) -> str:
    """Return the unit that an attribute ``uom`` names: a spelling for ``parse_unit``, or the citation of a concept.

    Forms: entries of ISO's ``gmxUom.xml``, URNs and addresses of UCUM and EPSG, UCUM with annotations, anything else.
    """
    cited = text.strip()
    if len(cited) > _LONGEST:
        return cited
    if found := _DICTIONARY.fullmatch(cited):
        return found["pointed"] or found["named"]
    if found := _EPSG.fullmatch(cited):
        return _EPSG_UNITS.get(found["code"], cited)
    if found := _UCUM.fullmatch(cited):
        cited = found["code"]
    return _BRACES.sub("", cited).strip("#[] ") if "://" not in cited else cited


def read_eml_unit(name: str) -> str:
    """Return the name of a unit of EML, such as ``milligramsPerMeterCubed``, as ``parse_unit`` takes it."""
    if len(name) > _LONGEST:
        return name
    whole = _WHOLE.get(re.sub(r"[\s_]", "", name).lower())
    if whole:
        return whole
    if not name.isalnum() or not re.search(r"[a-z]{3}", name):
        return name
    products: list[list[str]] = [[]]
    for word in (found.lower() for found in _WORD.findall(name)):
        if word in {"per", "inverse", "reciprocal"}:
            products.append([])
        else:
            products[-1].append(word)
    return "/".join("*".join(_factors(words)) or "1" for words in products)


def _factors(words: list[str]) -> list[str]:
    """Return units with their powers: the square stands before its unit (squareMeter) or behind it (meterSquared)."""
    factors: list[str] = []
    power = prefix = ""
    for word in words:
        if word in _PREFIXES:
            prefix = word
        elif word in _POWERS:
            if word in {"squared", "cubed"} and factors:
                factors[-1] += _POWERS[word]
            else:
                power = _POWERS[word]
        elif word == "of":
            break
        else:
            unit = _unit(word)
            factors += [prefix + unit + power] if unit else []
            power = prefix = ""
    return factors


def _unit(word: str) -> str:
    for ending, name in _ENDINGS:
        if ending.search(word):
            return ending.sub(name, word)
    return _NUMBERS.get(word) or _SAME.get(word, word)
