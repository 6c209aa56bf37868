"""How the unit that a term is given in relates to the units of concepts."""

import re
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache

from vocabsvc.formats.unit import Unit, parse_unit
from vocabsvc.model.folding import fold

_SCALE = re.compile(r"[(,;/]?\s*\b(?:i?p?ts|its|t)[ -]?(?:90|68)\b\s*\)?|\(?\bwmo\b\)?", re.IGNORECASE)
_PER_MASS = re.compile(r"(?:/|\bper )\s*(?:k?g|kilogram|gram)\b|\bk?g\s*(?:\^|\*\*)?-1\b", re.IGNORECASE)
_PER_VOLUME = re.compile(
    r"(?:/|\bper )\s*(?:m?l|lit(?:er|re)|d?c?m\W{0,2}3|cubic)|\b(?:l|ml|lit(?:er|re))\s*(?:\^|\*\*)?-1\b|"
    r"\b[dc]?m\s*(?:\^|\*\*)?-3\b",
    re.IGNORECASE,
)
_AMOUNTS = frozenset({"[substance]", "[mass]", "[length]"})
_SALINITY = re.compile(
    r"^\W*(?:pss(?:[ -]?(?:19)?78)?|psu|practical salinity(?: units?)?(?: \(pss.*)?)\W*$", re.IGNORECASE
)
_TEMPERATURE_SCALE = re.compile(r"^\W*(?:its|ipts)[ -]?(?:90|68)\W*$", re.IGNORECASE)
_SAYS_NOTHING = frozenset(
    {"none", "n/a", "na", "nan", "unknown", "not provided", "not applicable", "null", "unspecified"}
)


class UnitRelation(IntEnum):
    """From another kind of quantity to the same size."""

    OTHER = -1
    UNKNOWN = 0
    AMOUNT = 1
    """Of an amount by mole, mass or volume in as much of the same: they convert once the substance is known."""
    CONVERTIBLE = 2
    SAME = 3


@lru_cache(32_768)  # the same units are met again and again
def relate_units(given: str, spellings: tuple[str, ...]) -> UnitRelation:
    """Return the best relation of any alternative of ``given`` (separated by ``|``) to any spelling of one unit."""
    asked = _asked(given)
    if not asked or not spellings:
        return UnitRelation.UNKNOWN
    best = UnitRelation.OTHER
    understood = False
    for spelling in spellings:
        folded, other, other_basis = _read(spelling)
        for text, unit, basis in asked:
            if text == folded:
                return UnitRelation.SAME
            if unit is None or other is None:
                continue
            understood = True
            best = max(best, _relation(unit, other, basis, other_basis))
    return best if understood else UnitRelation.UNKNOWN


def _relation(unit: Unit, other: Unit, basis: str, other_basis: str) -> UnitRelation:
    if basis and other_basis and basis != other_basis:  # mg/kg and ml/m3 are both millionths
        return UnitRelation.OTHER
    if unit.same_size(other):
        return UnitRelation.SAME
    if unit.converts_to(other):
        return UnitRelation.CONVERTIBLE
    amounts = {name for one in (unit, other) for name, _ in one.dimensions} <= _AMOUNTS
    return UnitRelation.AMOUNT if basis and basis == other_basis and amounts else UnitRelation.OTHER


def alternatives(given: str) -> Iterator[str]:
    """Yield the units that are given with ``|`` between, without scales; those that say nothing are left out."""
    for part in given.split("|"):
        text = part.strip().replace("\\", "")
        if _SALINITY.match(text):
            yield "1"
        elif _TEMPERATURE_SCALE.match(text):
            yield "degC"
        elif text and fold(text) not in _SAYS_NOTHING:
            yield _SCALE.sub("", text.partition(" since ")[0]).strip() or text


@lru_cache(8192)
def _asked(given: str) -> tuple[tuple[str, Unit | None, str], ...]:
    return tuple(map(_read, alternatives(given)))


@lru_cache(8192)
def _read(text: str) -> tuple[str, Unit | None, str]:
    """Return a spelling folded, its unit, and its basis."""
    return fold(text), parse_unit(text) or parse_unit(text.lower()), basis_of(text)


def basis_of(unit: str) -> str:
    """Return ``mass`` or ``volume`` for a unit of an amount per kilogram or per litre, else nothing."""
    if _PER_MASS.search(unit):
        return "mass"
    return "volume" if _PER_VOLUME.search(unit) else ""
