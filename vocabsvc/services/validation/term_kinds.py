"""What kind of term each vocabulary has: parameter, platform, instrument, place, project, cruise or unit."""

from collections.abc import Mapping
from types import MappingProxyType

KINDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "parameter": ("P02", "OD1", "P07", "P01", "P03", "A05", "R03", "P09", "P35", "P36", "F02", "EV_OCEAN"),
        "instrument": ("L05", "L22"),
        "platform": ("L06", "C17", "B76"),
        "place": ("C19", "C16", "MRGID", "C64"),
        "project": ("EDMERP",),
        "cruise": ("CSR", "C77"),
        "unit": ("P06",),
    }
)
"""Ids of vocabularies by kind, the one to use first."""

_KIND_OF = {name.lower(): kind for kind, names in KINDS.items() for name in names}
_TYPES: Mapping[str, frozenset[str]] = {
    "parameter": frozenset({"parameter", "theme", "dataparameter", "variable", "discipline", "subtopiccategory"}),
    "instrument": frozenset({"instrument", "sensor", "equipment", "instrumenttype", "sensortype", "sensor_model"}),
    "platform": frozenset({"platform", "platform_class", "platformclass"}),
    "place": frozenset({"place", "reference-geographical-area", "referencegeographicalarea", "region"}),
    "project": frozenset({"project"}),
    "cruise": frozenset({"cruise", "survey", "campaign", "project"}),
}
"""Keyword types that say what kind the keywords are, in small letters; the standards have one or two of each."""

_UNTYPED = frozenset({"instrument", "platform", "project", "cruise"})
"""Kinds for which ISO 19115:2003 has no type but theme."""


def kind_of(vocabulary: str) -> str:
    """Return the kind of the terms of a vocabulary, given its id in any case; ``""`` where they are of no one kind."""
    return _KIND_OF.get(vocabulary.lower(), "")


def fits_type(kind: str, keyword_type: str) -> bool:
    """Tell whether a keyword type may stand over terms of a kind; theme may where the first edition had no other."""
    folded = keyword_type.strip().lower()
    if kind not in _TYPES or not folded:
        return True
    return folded in _TYPES[kind] or (kind in _UNTYPED and folded == "theme")


def type_for(kind: str) -> str:
    """Return the keyword type to use for terms of a kind (ISO 19115-1:2014, SeaDataNet)."""
    return "theme" if kind in {"parameter", "unit"} else "project" if kind == "cruise" else kind


def kind_of_type(keyword_type: str) -> str:
    """Return the kind that a keyword type tells, ``""`` where it tells none, as theme does."""
    folded = keyword_type.strip().lower()
    return next((kind for kind, types in _TYPES.items() if folded in types - {"theme", "discipline"}), "")
