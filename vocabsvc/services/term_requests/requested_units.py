"""The P06 concept for a unit as a centre spells it."""

import re

from vocabsvc.model.term_request import RequestedUnit
from vocabsvc.services.mapper.unit_concepts import Closeness, UnitConcepts

_COUNTED = re.compile(
    r"\b(?:nr|nb|no\.? ?of )?(?:cells?|cellules?|copies|copy|individuals?|individus?|inds?\.?|particles?|particules?|"
    r"items?|organisms?|counts?|number|nombre)(?= ?/| ?\*| per | par |[ .](?:m?l|L|m|cm|g|kg)(?:\^|\*\*)?-\d| l-1)",
    re.IGNORECASE,
)
_WEIGHED = re.compile(
    r"[ (]+(?:d\.?w|w\.?w|f\.?w|(?:dry|wet|fresh)(?: (?:weight|wt))?|poids (?:sec|frais|humide))\.?\)?(?=$|[ /])",
    re.IGNORECASE,
)


class RequestedUnits:
    """Finds units by spelling, then by symbols."""

    def __init__(self, units: UnitConcepts) -> None:
        self._units = units

    def find(self, given: str) -> RequestedUnit:
        """Return the concept of the same spelling or symbols, of several the most used; none where there is none.

        One of the same size only may be another.
        """
        found = next(iter(self._units.matching(spelled_plainly(given))), None)
        if found is None or found.closeness <= Closeness.SAME_SIZE:
            return RequestedUnit(given)
        entry = found.entry
        return RequestedUnit(given, entry.ref.uri, entry.ref.notation, entry.labels[0] if entry.labels else "")


def spelled_plainly(unit: str) -> str:
    """Return a unit without what is counted or how it was weighed: ``cells/l`` is ``#/l``, ``ng/g dw`` is ``ng/g``."""
    return _WEIGHED.sub("", _COUNTED.sub("#", unit.strip())).strip()
