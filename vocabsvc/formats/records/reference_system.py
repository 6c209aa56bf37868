"""Coordinate reference systems as records name them, brought to one IRI."""

import re

from vocabsvc.formats.element import Element, content, href
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_OGC = "http://www.opengis.net/def/crs/"
_REGISTER = (_OGC, "https://www.opengis.net/def/crs/")
_CODED = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"https?://(?:www\.)?opengis\.net/def/crs/(?P<authority>EPSG|OGC)/[^/]+/(?P<code>[0-9A-Z]+)/?",
        r"urn:(?:x-)?ogc:def:crs:(?P<authority>EPSG|OGC):(?:[0-9.]*:)?(?P<code>[0-9A-Z]+)",
        r"https?://(?:www\.)?(?P<authority>epsg)\.(?:io|org)/(?:.*[/_])?(?P<code>[0-9]{4,6})/?",
        r"https?://(?:www\.)?spatialreference\.org/ref/(?P<authority>epsg)/(?P<code>[0-9]+)/?",
        r"(?:urn:)?(?:x-)?(?:ogc:)?(?P<authority>CRS|OGC):(?P<code>CRS84|84)",
    )
)
_INSIDE = re.compile(
    r"(?<![A-Z])EPSG(?:\.xml#|[ :]{0,3}(?:[0-9.]+:)?)(?P<code>[0-9]{4,6})(?![0-9]|:[0-9])", re.IGNORECASE
)
_SEADATANET = re.compile(r".*SDN:L10::(?P<code>[0-9]{4,5})", re.IGNORECASE)  # L10 takes over the EPSG numbers
_NUMBER = re.compile(r"[0-9]{4,6}")
_EPSG_SPACE = re.compile(r"(?:.*[^A-Z])?EPSG(?:[^A-Z].*)?|.*European Petroleum Survey Group.*", re.IGNORECASE)
_SEADATANET_UNKNOWN = "2000"
_USUAL = frozenset({"4326", "4258", "4269", "4283", "3857", "3034", "3035", "2154", "27700"})
"""Numbers that mean the EPSG register even where nobody says so."""

# Names that mean one system of the EPSG register, as letters and digits in lower case
_NAMES = {
    "wgs84": "4326",
    "wgs1984": "4326",
    "gcswgs1984": "4326",
    "worldgeodeticsystem84": "4326",
    "worldgeodeticsystem1984": "4326",
    "wgs84geographic": "4326",
    "geographicwgs84": "4326",
    "etrs89": "4258",
    "gda94": "4283",
    "gda2020": "7844",
    "nad83": "4269",
    "nad27": "4267",
    "ed50": "4230",
    "rgf93": "4171",
    "lambert93": "2154",
    "rgf93lambert93": "2154",
    "rgflambert93": "2154",
    "etrs89laeaeurope": "3035",
    "etrs89laea": "3035",
    "etrs89lcceurope": "3034",
    "wgs84pseudomercator": "3857",
    "mslheight": "5714",
    "msldepth": "5715",
    "evrf2007": "5621",
    "evrf2000": "5730",
}
_DEPTH = frozenset({"5715", "5831", "5861", "5862", "5863", "5706", "5336", "5612", "5867", "5868", "8266"})
_HEIGHT = frozenset({"5714", "5829", "5703", "5711", "5712", "5720", "5709", "5621", "5730", "5773", "3855", "4979"})


def crs_iri(*named: str) -> str:
    """Return the IRI of the OGC register for what a record calls a system, ``""`` where that is not known.

    ``named`` are its code, link and name in any order; the name of a register makes a bare number a code of it.
    """
    for text in named:
        if iri := _registered(" ".join(text.split())):
            return iri
    number = next((text.strip() for text in named if _NUMBER.fullmatch(text.strip())), "")
    if number and (number in _USUAL or any(_EPSG_SPACE.fullmatch(text.strip()) for text in named)):
        return f"{_OGC}EPSG/0/{number}"
    return ""


def axis_direction(iri: str, text: str) -> str:
    """Return ``down`` for a vertical system that counts depths, ``up`` for heights, ``""`` where that is open.

    ``iri`` is as ``crs_iri`` gives it, ``text`` what the record says of the system in words.
    """
    number = iri.rpartition("/")[2]
    if number in _DEPTH or number in _HEIGHT:
        return "down" if number in _DEPTH else "up"
    words = text.casefold()
    down = re.search(r"\bdepths?\b|\bprofondeurs?\b|\bdown\b", words) is not None
    up = re.search(r"\bheights?\b|\baltitudes?\b|\belevation\b|\bhauteurs?\b|\bup\b", words) is not None
    return "" if down is up else "down" if down else "up"


def lift_reference_systems(lifting: Lifting, record: str) -> None:
    """Lift the reference systems of an ISO record."""
    for node, element in lifting.objects(
        record, "referenceSystem", lifting.root, "referenceSystemInfo", "ReferenceSystem"
    ):
        lift_reference_system(lifting, node, element)


def lift_reference_system(lifting: Lifting, node: str, element: Element) -> None:
    """Lift an MD_ReferenceSystem, or what stands for one."""
    for identifier in lifting.every(element, "referenceSystemIdentifier/*") or [element]:
        lifting.texts(node, "code", identifier, "code")
        lifting.texts(node, "codeSpace", identifier, "codeSpace")
        for prop in lifting.every(identifier, "code"):
            lifting.iris(node, "codeUri", prop)
        named = [text for prop in lifting.every(identifier, "code") for text in _names_of(lifting, prop)]
        spaces = [content(space) for space in lifting.every(identifier, "codeSpace/*")]
        spaces += [content(title) for title in lifting.every(identifier, "authority/*/title")]
        if iri := crs_iri(*named, *spaces):
            lifting.say(node, "crs", iri, element, " ".join(named[:1]))
            if not any(text.startswith(_REGISTER) for text in named):
                code = next(iter(lifting.every(identifier, "code/*")), element)
                lifting.say(node, "crsName", Literal(named[-1] if named else content(code)), code)


def _names_of(lifting: Lifting, prop: Element) -> list[str]:
    """Return the ways in which a code is given: link, SeaDataNet code, text."""
    found: list[str] = []
    for carrier in (prop, *lifting.every(prop, "*")[:1]):
        if carrier is not prop or not len(prop):
            found.append(content(carrier))
        if pointer := href(carrier):
            found.insert(0, pointer)
        value = carrier.get("codeListValue", "").strip()
        if "L10" in carrier.get("codeList", "") or "SDN_CRS" in carrier.get("codeList", ""):
            found.insert(0, f"SDN:L10::{value}")
    return found


def _registered(text: str) -> str:
    for pattern in _CODED:
        if (match := pattern.fullmatch(text)) is not None:
            authority, code = match["authority"].upper(), match["code"].upper()
            if authority == "EPSG":
                return f"{_OGC}EPSG/0/{code}"
            return f"{_OGC}OGC/1.3/CRS84" if code in {"84", "CRS84"} else f"{_OGC}OGC/0/{code}"
    if (match := _SEADATANET.fullmatch(text)) is not None and match["code"] != _SEADATANET_UNKNOWN:
        return f"{_OGC}EPSG/0/{match['code']}"
    codes = {match["code"] for match in _INSIDE.finditer(text)}
    if len(codes) == 1 and ":datum:" not in text:
        return f"{_OGC}EPSG/0/{codes.pop()}"
    name = _NAMES.get(re.sub(r"[^a-z0-9]", "", text.casefold()), "")
    return f"{_OGC}EPSG/0/{name}" if name else ""
