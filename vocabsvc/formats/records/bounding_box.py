"""Bounding boxes of a record in any encoding."""

from collections.abc import Mapping
from decimal import Decimal

from vocabsvc.formats.degrees import likely_degrees
from vocabsvc.formats.element import Element
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import XSD

_TURN = 360
_HALF_TURN = 180


def lift_box(lifting: Lifting, box: Element, sides: Mapping[str, str]) -> str:
    """Lift a bounding box; ``sides`` has the path of each bound. Returns its node."""
    node = lifting.node(box, "BoundingBox")
    bounds: dict[str, Decimal] = {}
    for side, path in sides.items():
        for text, element in lifting.decimals(node, side, box, path):
            try:
                bounds[side] = Decimal(text)
            except ArithmeticError:
                if meant := likely_degrees(text):
                    lifting.say(node, f"{side}Suggestion", Literal(meant), element, text)
    _lift_crossing(lifting, node, box, bounds.get("west"), bounds.get("east"))
    return node


def _lift_crossing(lifting: Lifting, node: str, box: Element, west: Decimal | None, east: Decimal | None) -> None:
    if west is None or east is None or not (west.is_finite() and east.is_finite()):
        return
    if not -_HALF_TURN <= east < west <= _HALF_TURN:
        return
    width = Literal(f"{_TURN - (west - east):f}", f"{XSD}decimal")
    lifting.say(node, "antimeridianWidth", width, box)
