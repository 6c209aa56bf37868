"""Extents of an ISO record in space; those in time and depth are lifted with them."""

from vocabsvc.formats.element import Element, href, kind
from vocabsvc.formats.records.bounding_box import lift_box
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.temporal_extent import lift_temporal_extents
from vocabsvc.formats.records.vertical_extent import lift_vertical_extents
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import XSD

_SIDES = {
    "west": "westBoundLongitude",
    "east": "eastBoundLongitude",
    "south": "southBoundLatitude",
    "north": "northBoundLatitude",
}
_BOOLEANS = {"0": "false", "false": "false", "1": "true", "true": "true"}


def lift_extents(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the extents inside an identification section."""
    for extent, inside in lifting.objects(resource, "extent", element, "extent", "Extent"):
        _lift_extent(lifting, extent, resource, inside)


def _lift_extent(lifting: Lifting, extent: str, resource: str, element: Element) -> None:
    lifting.texts(extent, "description", element, "description")
    for prop in lifting.every(element, "geographicElement"):
        places = lifting.every(prop, "*")
        if not places and (pointer := href(prop)):
            lifting.say(extent, "extentPart", lifting.reference(prop, pointer), prop)
        for place in places:
            _lift_place(lifting, extent, resource, place)
    lift_temporal_extents(lifting, extent, resource, element)
    lift_vertical_extents(lifting, extent, resource, element)


def _lift_place(lifting: Lifting, extent: str, resource: str, place: Element) -> None:
    match kind(place):
        case "EX_GeographicBoundingBox":
            node = lift_box(lifting, place, _SIDES)
            lifting.say(resource, "boundingBox", node, place)
        case "EX_GeographicDescription":
            node = lifting.node(place, "GeographicDescription")
            lifting.texts(resource, "geographicIdentifier", place, "geographicIdentifier/*/code")
        case _:
            node = lifting.node(place, "BoundingPolygon")
            lifting.say(resource, "boundingPolygon", node, place)
            for polygon in lifting.every(place, "polygon"):
                lifting.take(polygon)
    lifting.node(place, "GeographicExtent")
    lifting.say(extent, "extentPart", node, place)
    for code in lifting.every(place, "extentTypeCode/*"):
        written = (code.text or "").strip()
        value = Literal(_BOOLEANS[written], f"{XSD}boolean") if written in _BOOLEANS else Literal(written)
        lifting.say(node, "extentTypeCode", value, code, written)
