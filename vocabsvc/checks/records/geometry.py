"""Geometries of an ISO record against the boxes beside them."""

from collections.abc import Iterator
from decimal import Decimal
from functools import partial

from vocabsvc.checks.records.box import Box, boxes
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.formats.element import Element, href, local_name
from vocabsvc.formats.gml import Geometry, Position, read_geometry

_TOLERANCE = 0.1  # of a degree: boxes are rounded
_TURN = 360
_HALF_TURN = 180
_LATITUDE = 90
_PROJECTED = {
    "en": "The geometry is in {value}: whether it lies inside the box was not looked at.",
    "fr": "La géométrie est en {value}\u00a0: sa présence dans le rectangle n’a pas été examinée.",
}


def unreadable_geometry(view: RecordView) -> Iterator[Fault]:
    """Find geometries without readable positions."""
    for number, _, geometry in _geometries(view):
        if not geometry.positions:
            yield Fault(element=number, value=geometry.fault)


def outside_the_box(view: RecordView) -> Iterator[Fault | Gap]:
    """Find geometries of which a point lies outside every box of the resource, in either order of axes."""
    beside = list(boxes(view))
    for number, resource, geometry in _geometries(view):
        if geometry.positions and geometry.is_geographic is False:
            yield Gap(number, _PROJECTED, geometry.srs)
            continue
        own = [box for box in beside if resource in view.facts.subjects(box.node, "boundingBox")]
        if not own or not geometry.positions or _held(geometry, own, latitude_first=True):
            continue
        if (point := next((one for one in geometry.positions if not _inside(one, own)), None)) is not None:
            yield Fault(element=number, value=f"{point[0]:g} {point[1]:g}")


def axes_out_of_order(view: RecordView) -> Iterator[Fault]:
    """Find geometries whose positions can only be meant in the other order than their system's."""
    beside = list(boxes(view))
    for number, resource, geometry in _geometries(view):
        latitude_first = geometry.latitude_first
        if latitude_first is None or not geometry.positions or geometry.is_geographic is False:
            continue
        own = [box for box in beside if resource in view.facts.subjects(box.node, "boundingBox")]
        stated, other = (
            partial(_held, geometry, own, latitude_first=way) for way in (latitude_first, not latitude_first)
        )
        if not stated() and other():
            yield Fault(element=number, value=geometry.srs)


def _geometries(view: RecordView) -> Iterator[tuple[int, str, Geometry]]:
    elements = view.facts.elements
    iso = set(view.facts.nodes("GeographicExtent"))
    for node in view.facts.nodes("BoundingPolygon"):
        if node not in iso:
            continue
        for resource in view.facts.subjects(node, "boundingPolygon"):
            for prop in view.document.elements[elements[node]]:
                if local_name(prop) == "polygon" and (shape := _shape(prop)) is not None:
                    yield view.document.numbers[shape], resource, read_geometry(shape)


def _shape(prop: Element) -> Element | None:
    return None if href(prop) else next(iter(prop), None)


def _held(geometry: Geometry, own: list[Box], *, latitude_first: bool) -> bool:
    """Tell whether all positions, read in one order, lie in the boxes, or on the globe where there is no box."""
    points = [(y, x) if latitude_first else (x, y) for x, y in geometry.positions]
    if not own:
        return all(abs(latitude) <= _LATITUDE and abs(longitude) <= _TURN for longitude, latitude in points)
    return all(_inside(point, own) for point in points)


def _inside(point: Position, own: list[Box]) -> bool:
    return any(_holds(box.numbers, point) for box in own)


def _holds(bounds: tuple[Decimal, Decimal, Decimal, Decimal], point: Position) -> bool:
    west, east, south, north = map(float, bounds)
    longitude, latitude = point
    if not min(south, north) - _TOLERANCE <= latitude <= max(south, north) + _TOLERANCE:
        return False
    for turned in (longitude, longitude - _TURN, longitude + _TURN):
        after, before = turned >= west - _TOLERANCE, turned <= east + _TOLERANCE
        if (after and before) or (west > east and abs(turned) <= _HALF_TURN + _TOLERANCE and (after or before)):
            return True
    return False
