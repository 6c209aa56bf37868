"""What a unit tells of the property that is measured."""

import re
from collections import Counter

from vocabsvc.formats.unit import parse_unit
from vocabsvc.services.mapper.unit_relation import UnitRelation, relate_units
from vocabsvc.services.term_requests.label_lexicon import PartUse
from vocabsvc.services.term_requests.places import bases_of_unit
from vocabsvc.services.term_requests.requested_units import spelled_plainly

_MOSTLY = 0.8
_AMOUNT = re.compile(r"(?:[fpnumkµμ]|femto|pico|nano|micro|milli|kilo)?(?:g|mol|grams?|moles?)\b", re.IGNORECASE)


def property_of_amount(unit: str, thing: PartUse | None) -> str:
    """Return what P01 calls the property of an amount in this unit, ``""`` where the unit does not tell.

    ``thing`` is the object; of one that P01 knows, most labels with such a unit must agree.
    """
    if not unit:
        return ""
    if thing is not None:
        counted: Counter[str] = Counter()
        for use, count in thing.uses.items():
            if use.unit and relate_units(unit, use.unit) >= UnitRelation.AMOUNT:
                counted[use.property] += count
        (name, count), *_ = (*counted.most_common(1), ("", 0))
        if count >= _MOSTLY * counted.total() and count > 1:
            return name
    if not bases_of_unit(unit):
        return ""
    plain = spelled_plainly(unit)
    parsed = parse_unit(plain)
    if parsed is not None and "[time]" in dict(parsed.dimensions):
        return ""
    if plain.startswith("#"):
        return "Abundance"
    return "Concentration" if _AMOUNT.match(plain) else ""
