"""Other addresses of what ships as lists: organisations, licences, languages, code lists, INSPIRE, EPSG.

Each function returns the IRI as it ships with the vocabulary's id and the code, or ``None`` for any other text.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

_ISO = "http://standards.iso.org/iso/"
_GMX = f"{_ISO}19139/resources/gmxCodelists.xml"
_GMI = f"{_ISO}19139/resources/gmiCodelists.xml"
_CAT = f"{_ISO}19115/resources/Codelists/cat/codelists.xml"
_DQ = f"{_ISO}19157/resources/Codelists/cat/codelists.xml"

CATALOGUES = {
    "EDMO": "https://edmo.seadatanet.org/report/",
    "EDMERP": "https://edmerp.seadatanet.org/report/",
}
"""SeaDataNet's catalogues that URNs cite as they do NVS -> what the IRIs of their entries begin with."""

_CATALOGUE = re.compile(
    r"https?://(?:(?P<list>edmo|edmerp)\.seadatanet\.org/|(?:www\.)?seadatanet\.maris2\.nl/v_(?P<old>edmo|edmerp)/)"
    r"(?:report/|(?:v_\w+/)?\w+\.asp\?(?:\S*&)?n_code=)?(?P<code>[0-9]+)/?",
    re.IGNORECASE,
)
_CODE_LIST = re.compile(
    r"(?:\S*/)?(?P<file>gmxcodelists?|ml_gmxcodelists?|gmicodelists?|codelists?)\.xml"
    r"[#?](?:\w+:)?(?P<list>[A-Za-z]{2,3}_[A-Za-z]+|DCPList|LanguageCode|Country(?:Code)?)(?:_(?P<code>\S+))?",
    re.IGNORECASE,
)
_SPDX = re.compile(
    r"https?://(?:www\.)?spdx\.org/licenses/(?P<code>[A-Za-z0-9.+-]+?)(?:\.(?:html|json|jsonld|rdf|ttl|txt|xml))?/?"
)
_CREATIVE_COMMONS = re.compile(
    r"https?://(?:www\.)?creativecommons\.org/(?P<path>(?:licenses|publicdomain)/[a-z-]+/[0-9.]+(?:/[a-z]{2,4})?)"
    r"(?:/(?:deed|legalcode)(?:[.-]\w+)*)?/?",
    re.IGNORECASE,
)
_LANGUAGE = re.compile(
    r"https?://(?:(?:www\.|id\.)?loc\.gov/(?:standards/iso639-2|vocabulary/iso639-[12])/(?:[\w./]*[#?=])?"
    r"|publications\.europa\.eu/resource/authority/language/|lexvo\.org/id/iso639-3/)"
    r"(?P<code>[a-z]{2,3})(?:\.[a-z]+)*/?",
    re.IGNORECASE,
)
_GEMET = re.compile(r"https?://(?:www\.)?eionet\.europa\.eu/gemet/(?:[a-z]{2}/)?inspire-theme/(?P<code>[a-z]{2})/?")
_INSPIRE = re.compile(
    r"https?://inspire\.ec\.europa\.eu/(?:registry/)?"
    r"(?:theme/(?P<theme>[\w-]+)|metadata-?codelist/(?P<value>[\w-]+(?:/[\w-]+)?))"
    r"(?::[0-9]+)?(?:/[\w-]+(?=\.))?(?:\.[a-z0-9]+)*/?",
    re.IGNORECASE,
)
_EPSG = re.compile(
    r"(?:urn:(?:x-)?ogc:def:crs:EPSG:[^:\s]*:|https?://www\.opengis\.net/(?:def/crs/EPSG/[^/\s]+/|gml/srs/epsg\.xml#)"
    r"|EPSG::?|https?://(?:www\.)?epsg\.(?:org/crs_|io/))(?P<code>[0-9]{4,5})(?:/\S*)?",
    re.IGNORECASE,
)


class Listed(NamedTuple):
    """An entry of a list; ``iri`` is that of the list itself where there is no ``code``."""

    iri: str
    vocabulary: str
    code: str


def read_list_address(text: str) -> Listed | None:
    """Return the entry of a list that an address means."""
    return next((found for form in _FORMS if (found := form(text))), None)


def read_code_list(text: str) -> Listed | None:
    """Return the code list that an address means, or the value whose identifier follows it.

    Dictionaries of ISO 19139 are known by their file names wherever they lie (``gmxCodelists``, ``ML_gmxCodelists``,
    ``codeList``), those of ISO 19115-3 and 19157 by the number in their address.
    """
    found = _CODE_LIST.fullmatch(text)
    if not found:
        return None
    name, code = found["list"], found["code"] or ""
    if name == "LanguageCode":
        return _language(code)
    if name.startswith("Country"):
        return Listed("http://publications.europa.eu/resource/authority/country", "countries", code)
    catalogue = _GMX
    if found["file"].lower() == "codelists" and re.search(r"/191(?:15|57)/", text):
        catalogue = _DQ if name.startswith("DQ") else _CAT
    elif name.startswith("MI_"):
        catalogue = _GMI
    iri = f"{catalogue}#{name}" + (f"_{code}" if code else "")
    return Listed(iri, "iso-19139" if catalogue in {_GMX, _GMI} else "iso-19115-3", code and f"{name}_{code}")


def _catalogue(text: str) -> Listed | None:
    found = _CATALOGUE.fullmatch(text)
    if not found:
        return None
    name = (found["list"] or found["old"]).upper()
    return Listed(CATALOGUES[name] + found["code"], name, found["code"])


def _spdx(text: str) -> Listed | None:
    found = _SPDX.fullmatch(text)
    return Listed(f"http://spdx.org/licenses/{found['code']}", "SPDX", found["code"]) if found else None


def _creative_commons(text: str) -> Listed | None:
    found = _CREATIVE_COMMONS.fullmatch(text)
    return Listed(f"https://creativecommons.org/{found['path'].lower()}/", "", "") if found else None


def _any_language(text: str) -> Listed | None:
    found = _LANGUAGE.fullmatch(text)
    return _language(found["code"]) if found else None


def _language(code: str) -> Listed:
    return Listed(f"http://id.loc.gov/vocabulary/iso639-2/{code.lower()}", "languages", code.lower())


def _theme(text: str) -> Listed | None:
    found = _GEMET.fullmatch(text)
    return (
        Listed(f"http://inspire.ec.europa.eu/theme/{found['code']}", "inspire-themes", found["code"]) if found else None
    )


def _inspire(text: str) -> Listed | None:
    found = _INSPIRE.fullmatch(text)
    if not found:
        return None
    path = f"theme/{found['theme']}" if found["theme"] else f"metadata-codelist/{found['value']}"
    return Listed(f"http://inspire.ec.europa.eu/{path}", "", "")


def _reference_system(text: str) -> Listed | None:
    found = _EPSG.fullmatch(text)
    return (
        Listed(f"http://vocab.nerc.ac.uk/collection/L10/current/{found['code']}/", "L10", found["code"])
        if found
        else None
    )


_FORMS: tuple[Callable[[str], Listed | None], ...] = (
    _catalogue,
    read_code_list,
    _spdx,
    _creative_commons,
    _any_language,
    _theme,
    _inspire,
    _reference_system,
)
