"""Extents of an ISO record in space and time."""

from vocabsvc.formats.element import Element, kind
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_SIDES = {
    "west": "westBoundLongitude",
    "east": "eastBoundLongitude",
    "south": "southBoundLatitude",
    "north": "northBoundLatitude",
}


def lift_extents(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the extents inside an identification section."""
    for extent, inside in lifting.objects(resource, "extent", element, "extent", "Extent"):
        _lift_extent(lifting, extent, resource, inside)


def _lift_extent(lifting: Lifting, extent: str, resource: str, element: Element) -> None:
    lifting.texts(extent, "description", element, "description")
    for place in lifting.every(element, "geographicElement/*"):
        match kind(place):
            case "EX_GeographicBoundingBox":
                node = lifting.node(place, "BoundingBox")
                lifting.say(resource, "boundingBox", node, place)
                for side, name in _SIDES.items():
                    lifting.decimals(node, side, place, name)
            case "EX_GeographicDescription":
                lifting.texts(resource, "geographicIdentifier", place, "geographicIdentifier/*/code")
            case _:
                node = lifting.node(place, "BoundingPolygon")
                lifting.say(resource, "boundingPolygon", node, place)
    for period in lifting.every(element, "temporalElement/*/extent/*"):
        node = lifting.node(period, "TemporalExtent")
        lifting.say(resource, "temporalExtent", node, period)
        _lift_position(lifting, node, "begin", period, ("beginPosition", "begin/*/timePosition"))
        _lift_position(lifting, node, "end", period, ("endPosition", "end/*/timePosition"))
        _lift_position(lifting, node, "instant", period, ("timePosition",))


def _lift_position(lifting: Lifting, period: str, predicate: str, element: Element, paths: tuple[str, ...]) -> None:
    # gml:TimePositionType: an indeterminate position may be empty, and another frame
    # than ISO 8601 (geological time, ordinal eras) is no date.
    for path in paths:
        for position in lifting.every(element, path):
            indeterminate = position.get("indeterminatePosition")
            if indeterminate is not None:
                lifting.say(period, f"{predicate}Indeterminate", Literal(indeterminate.strip()), position)
            has_text = bool((position.text or "").strip())
            if "8601" in position.get("frame", "8601") and (has_text or indeterminate is None):
                lifting.dates(period, predicate, position, ".")
