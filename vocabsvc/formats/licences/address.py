"""Addresses of licences: which licence one is of, and which one a licence has."""

import re
from collections.abc import Callable

from vocabsvc.model.licence import Licence

_TERMS = ("by", "nc", "nd", "sa")

_L08 = {"CA": Licence("CC-BY", "3.0"), "CB": Licence("CC-BY", "4.0")}
_EU_ONLY = {"CC0": Licence("CC0", "1.0"), "ODC_BL": Licence("ODbL", "1.0"), "ODC_BY": Licence("ODC-By", "1.0")}
_NO_CONDITIONS = "ConditionsApplyingToAccessAndUse/noConditionsApply"

_ADDRESSES = {
    "CC0-1.0": "https://creativecommons.org/publicdomain/zero/1.0/",
    "CC-PDM-1.0": "https://creativecommons.org/publicdomain/mark/1.0/",
    "ODbL-1.0": "https://opendatacommons.org/licenses/odbl/1-0/",
    "ODC-By-1.0": "https://opendatacommons.org/licenses/by/1-0/",
    "PDDL-1.0": "https://opendatacommons.org/licenses/pddl/1-0/",
    "etalab-2.0": "https://spdx.org/licenses/etalab-2.0",
    "OGL-UK-1.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/1/",
    "OGL-UK-2.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/2/",
    "OGL-UK-3.0": "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
    "OGL-Canada-2.0": "https://open.canada.ca/en/open-government-licence-canada",
    "DL-DE-BY-2.0": "https://www.govdata.de/dl-de/by-2-0",
    "DL-DE-ZERO-2.0": "https://www.govdata.de/dl-de/zero-2-0",
    "SeaDataNet": "http://vocab.nerc.ac.uk/collection/L08/current/LS/",
}


def licence_at(address: str) -> Licence | None:
    """Return the licence that an address is of, ``None`` where it is of none that is known."""
    for pattern, read in _FORMS:
        if found := pattern.search(address):
            return read(found)
    return None


def address_of(licence: Licence) -> str:
    """Return the address of a licence, ``""`` where it is not told well enough which version is meant."""
    if licence.family.startswith("CC-BY") and licence.version:
        terms = licence.family.removeprefix("CC-").lower()
        port = f"{licence.port.lower()}/" if licence.port else ""
        return f"https://creativecommons.org/licenses/{terms}/{licence.version}/{port}"
    return _ADDRESSES.get(licence.name, "")


def family_of(terms: set[str]) -> str:
    """Return the Creative Commons family with these terms (``by``, ``nc``, ``nd``, ``sa``)."""
    return "-".join(("CC", *(term.upper() for term in _TERMS if term in terms | {"by"})))


def _creative_commons(found: re.Match[str]) -> Licence:
    return Licence(family_of(set(found[1].lower().split("-"))), found[2] or "", (found[3] or "").upper())


def _european(found: re.Match[str]) -> Licence:
    code = found[1].upper()
    if made := re.fullmatch(r"CC_(BY[A-Z]*)_([1-4])_([0-9])(?:_([A-Z]+))?", code):
        return Licence(
            family_of({term for term in _TERMS if term.upper() in made[1]}), f"{made[2]}.{made[3]}", made[4] or ""
        )
    return _EU_ONLY.get(code, Licence(code))


def _spdx(found: re.Match[str]) -> Licence:
    return licence_of_id(found[1])


def licence_of_id(identifier: str) -> Licence:
    """Return the licence with an identifier of the SPDX License List; versions of its families are told apart."""
    if made := re.fullmatch(r"(CC-BY(?:-[A-Z]{2})*?)-([1-4]\.[0-9])(?:-([A-Z]{2,3}))?", identifier, re.IGNORECASE):
        return Licence(family_of(set(made[1].lower().split("-"))), made[2], (made[3] or "").upper())
    if made := re.fullmatch(
        r"(CC0|CC-PDM|ODbL|ODC-By|PDDL|etalab|OGL-UK|OGL-Canada|DL-DE-BY|DL-DE-ZERO)-([0-9.]+)",
        identifier,
        re.IGNORECASE,
    ):
        known = {name.rpartition("-")[0].lower(): name.rpartition("-")[0] for name in _ADDRESSES}
        return Licence(known.get(made[1].lower(), made[1]), made[2])
    return Licence(identifier)


def _nvs(found: re.Match[str]) -> Licence:
    code = found[1].upper()
    return _L08.get(code, Licence("SeaDataNet") if code == "LS" else Licence(f"L08-{code}"))


def _fixed(licence: Licence) -> Callable[[re.Match[str]], Licence]:
    return lambda _: licence


def _versioned(family: str) -> Callable[[re.Match[str]], Licence]:
    return lambda found: Licence(family, f"{found[1]}.0" if found[1] else "")


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Licence]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), read)
    for pattern, read in (
        (
            (
                r"creativecommons\.org/licen[sc]es/(by(?:-(?:nc|nd|sa))*|(?:nc|nd|sa)(?:-(?:by|nc|nd|sa))*)"
                r"(?:/([1-4]\.[0-9])(?:/([a-z]{2,3})(?![a-z]))?)?"
            ),
            _creative_commons,
        ),
        (r"creativecommons\.org/publicdomain/zero|creativecommons\.org/share-your-work/public-domain/cc0",
         _fixed(Licence("CC0", "1.0"))),
        (r"creativecommons\.org/publicdomain/mark", _fixed(Licence("CC-PDM", "1.0"))),
        (r"spdx\.org/licenses/([A-Za-z0-9.+-]+?)(?:\.html|\.json|\.txt)?/?(?:#.*)?$", _spdx),
        (r"publications\.europa\.eu/resource/authority/licence/([A-Za-z0-9_]+)", _european),
        (r"(?:SDN:L08:[^:/]*:|/collection/L08/current/)([A-Z]{2})", _nvs),
        (r"opendatacommons\.org/licenses/odbl", _fixed(Licence("ODbL", "1.0"))),
        (r"opendatacommons\.org/licenses/by", _fixed(Licence("ODC-By", "1.0"))),
        (r"opendatacommons\.org/licenses/pddl", _fixed(Licence("PDDL", "1.0"))),
        (r"etalab\.gouv\.fr/\S*licence[-_]ouverte(?:\S*?v?([12])\.0)?", _versioned("etalab")),
        (r"github\.com/etalab/licence-ouverte()", _versioned("etalab")),
        (r"nationalarchives\.gov\.uk/doc/open-government-licence(?:/version/([1-3]))?", _versioned("OGL-UK")),
        (r"(?:open|ouvert)\.canada\.ca/\S*(?:open-government-licence|licence-du-gouvernement-ouvert)",
         _fixed(Licence("OGL-Canada", "2.0"))),
        (r"govdata\.de/dl-de/by(?:-([12])-0)?", _versioned("DL-DE-BY")),
        (r"govdata\.de/dl-de/zero(?:-([12])-0)?", _versioned("DL-DE-ZERO")),
        (re.escape(_NO_CONDITIONS), _fixed(Licence("no-conditions"))),
    )
)  # fmt: skip
