"""The units of all that is measured in an ISO record."""

from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal


def lift_measures(lifting: Lifting) -> None:
    """Lift the attributes ``uom`` of the whole record; an empty one names no unit."""
    for element in lifting.root.iterfind(".//*[@uom]"):
        unit = element.get("uom", "").strip()
        if unit:
            lifting.say(lifting.describe(element, "Measure"), "uom", Literal(unit), element, attribute="uom")
