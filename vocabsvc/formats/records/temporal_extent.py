"""Periods and instants of an ISO record, in either version of GML."""

from vocabsvc.formats.element import Element, href, kind
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal


def lift_temporal_extents(lifting: Lifting, extent: str, resource: str, element: Element) -> None:
    """Lift the periods and instants inside an extent."""
    for prop in lifting.every(element, "temporalElement"):
        if not lifting.every(prop, "*") and (pointer := href(prop)):
            lifting.say(extent, "extentPart", lifting.reference(prop, pointer), prop)
    for part in lifting.every(element, "temporalElement/*"):
        lifting.say(extent, "extentPart", lifting.node(part, "ExtentPart"), part)
        for node, period in lifting.objects(resource, "temporalExtent", part, "extent", "TemporalExtent"):
            _lift_time(lifting, node, period)


def _lift_time(lifting: Lifting, node: str, element: Element) -> None:
    match kind(element):
        case "TimePeriod":
            lifting.node(element, "TimePeriod")
        case "TimeInstant":
            lifting.node(element, "TimeInstant")
    for end in ("begin", "end"):
        for instant in lifting.every(element, end):
            pointer = href(instant)
            if pointer.startswith("#") and (target := lifting.referenced(pointer[1:])) is not None:
                _lift_position(lifting, node, end, target, "timePosition")
            elif pointer:
                lifting.say(node, f"{end}Frame", Literal(pointer), instant)
            _lift_position(lifting, node, end, instant, "*/timePosition")
        _lift_position(lifting, node, end, element, f"{end}Position")
    _lift_position(lifting, node, "instant", element, "timePosition")


def _lift_position(lifting: Lifting, period: str, predicate: str, element: Element, path: str) -> None:
    # gml:TimePositionType: an indeterminate position may be empty, and another frame
    # than ISO 8601 (geological time, ordinal eras) is no date.
    for position in lifting.every(element, path):
        indeterminate = position.get("indeterminatePosition")
        if indeterminate is not None:
            lifting.say(
                period,
                f"{predicate}Indeterminate",
                Literal(indeterminate.strip()),
                position,
                attribute="indeterminatePosition",
            )
        if not (position.text or "").strip():
            continue
        frame = position.get("frame", "")
        if frame and "8601" not in frame:
            lifting.say(period, f"{predicate}Frame", Literal(frame), position, attribute="frame")
        else:
            lifting.dates(period, predicate, position, ".")
