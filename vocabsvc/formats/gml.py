"""Geometries in GML 2 to 3.2: their positions, without regard to the version."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vocabsvc.formats.element import Element, local_name

Position = tuple[float, float]
"""The first two coordinates of a position, in the order in which they stand."""

_LATITUDE_FIRST = re.compile(
    r"urn:(?:x-)?ogc:def:crs:EPSG:.*|https?://www\.opengis\.net/def/crs/EPSG/.*", re.IGNORECASE
)
_LONGITUDE_FIRST = re.compile(r".*CRS:?84|https?://www\.opengis\.net/gml/srs/epsg\.xml#.*", re.IGNORECASE)
_GEOGRAPHIC = frozenset({"4326", "4258", "4269", "4267", "4283", "4171", "4230", "7844", "4979", "4322"})
_EPSG = re.compile(r".*EPSG.*?([0-9]{4,6})/?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Geometry:
    """``srs`` is the ``srsName``, ``""`` for none; ``fault`` is text that could not be read as positions."""

    srs: str
    positions: tuple[Position, ...]
    fault: str = ""

    @property
    def is_geographic(self) -> bool | None:
        """Whether the positions are in degrees; ``None`` where the name does not tell."""
        if (found := _EPSG.fullmatch(self.srs)) is not None:
            return found[1] in _GEOGRAPHIC
        return True if _LONGITUDE_FIRST.fullmatch(self.srs) else None

    @property
    def latitude_first(self) -> bool | None:
        """The order of axes that the name of the system means; ``None`` for one that is used both ways."""
        if _LATITUDE_FIRST.fullmatch(self.srs):
            return self.is_geographic
        return False if _LONGITUDE_FIRST.fullmatch(self.srs) else None


def read_geometry(element: Element) -> Geometry:
    """Return all positions inside an element, of whatever geometry they are.

    What is no number, lacks its pair, or is a ring that does not close, ends up as the fault.
    """
    srs = ""
    positions: list[Position] = []
    for inside in element.iter("{*}*"):
        srs = srs or inside.get("srsName", "").strip()
        try:
            found = list(_positions(inside))
        except (ValueError, IndexError):
            return Geometry(srs, (), " ".join((inside.text or "").split())[:80] or local_name(inside))
        if found and _is_open_ring(inside, found):
            return Geometry(srs, (), " ".join((inside.text or "").split())[:80])
        positions += found
    return Geometry(srs, tuple(positions))


def _positions(element: Element) -> Iterator[Position]:
    text = element.text or ""
    match local_name(element):
        case "pos":
            numbers = [float(part) for part in text.split()]
            yield numbers[0], numbers[1]
        case "posList":
            numbers = [float(part) for part in text.split()]
            step = _dimension(element)
            if not numbers or len(numbers) % step:
                raise ValueError(text)
            for start in range(0, len(numbers), step):
                yield numbers[start], numbers[start + 1]
        case "coordinates":
            between = element.get("cs", ",") or ","
            decimal = element.get("decimal", ".") or "."
            for position in text.split(element.get("ts", " ").strip() or None):
                x, y = position.split(between)[:2]
                yield float(x.replace(decimal, ".")), float(y.replace(decimal, "."))
        case "coord":
            x, y = (next((child.text or "" for child in element if local_name(child) == name), "") for name in "XY")
            yield float(x), float(y)


def _dimension(element: Element) -> int:
    carrier: Element | None = element
    while carrier is not None:
        for name in ("srsDimension", "dimension"):
            if carrier.get(name, "").strip() in {"2", "3"}:
                return int(carrier.get(name, ""))
        carrier = carrier.getparent()
    return 2


def _is_open_ring(element: Element, found: list[Position]) -> bool:
    parent = element.getparent()
    is_ring = (
        parent is not None and local_name(parent) == "LinearRing" and local_name(element) in {"posList", "coordinates"}
    )
    return is_ring and (found[0] != found[-1] or len(found) < 4)
