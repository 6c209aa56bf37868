"""Rings of polygons and ranks of taxa in EML coverages."""

import re
from collections.abc import Iterator

from vocabsvc.checks.records.eml.document import children, named, text
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.element import Element, content, local_name

_PAIR = re.compile(r"[+-]?[0-9]+(?:\.[0-9]*)?\s*,\s*[+-]?[0-9]+(?:\.[0-9]*)?")
_LEAST_POINTS = 3
_EAST, _NORTH = 180.0, 90.0
_RANKS = """
    domain superkingdom kingdom subkingdom infrakingdom superphylum phylum subphylum infraphylum parvphylum superclass
    class subclass infraclass parvclass cohort superorder order suborder infraorder parvorder superfamily family
    subfamily supertribe tribe subtribe genus subgenus section subsection series species subspecies variety form
"""
_HEIGHT = {name: height for height, name in enumerate(_RANKS.split())}
_HEIGHT |= {"division": _HEIGHT["phylum"], "subdivision": _HEIGHT["subphylum"]}  # as botanists say


def unreadable_rings(view: RecordView) -> Iterator[Fault]:
    """EML-23: rings of a polygon that are no longitudes and latitudes, or too few of them."""
    for ring in _rings(view):
        points = _points(ring)
        if len(points) < _LEAST_POINTS or any(abs(east) > _EAST or abs(north) > _NORTH for east, north in points):
            yield Fault(element=view.document.numbers[ring], value=" ".join(content(ring).split()))


def open_rings(view: RecordView) -> Iterator[Fault]:
    """EML-23: rings that do not come back to their first pair; the points of ``gRingPoint`` are closed by EML."""
    for ring in _rings(view):
        points = _points(ring)
        if local_name(ring) == "gRing" and points and points[0] != points[-1]:
            first = next(_PAIR.finditer(content(ring)))[0]
            yield Fault(element=view.document.numbers[ring], value=" ".join(content(ring).split()), expected=(first,))


def ranks_out_of_order(view: RecordView) -> Iterator[Fault]:
    """EML-25: taxa inside one whose rank is not above theirs; ranks that are not known are passed over."""
    heights: dict[Element | None, int | None] = {}
    for taxon in named(view, "taxonomicClassification"):
        rank = text(taxon, "taxonRankName")
        heights[taxon] = height = _HEIGHT.get(rank.casefold())
        outer = heights.get(taxon.getparent())
        if height is not None and outer is not None and height <= outer:
            name = children(taxon, "taxonRankName")[0]
            yield Fault(element=view.document.numbers[name], value=rank)


def taxa_of_no_register(view: RecordView) -> Iterator[Fault]:
    """EML-25: identifiers of taxa without their register."""
    for identifier in named(view, "taxonId"):
        if not str(identifier.get("provider", "")).strip():
            yield Fault(element=view.document.numbers[identifier], value=content(identifier))


def _rings(view: RecordView) -> Iterator[Element]:
    """Yield the elements that hold a ring as text, and those that hold it as points."""
    for holder in named(view, "datasetGPolygonOuterGRing"):
        yield from children(holder, "gRing") or [holder]


def _points(ring: Element) -> list[tuple[float, float]]:
    """Return longitude and latitude of each point; none where the text is something else."""
    if local_name(ring) != "gRing":
        written = [
            f"{text(point, 'gRingLongitude')},{text(point, 'gRingLatitude')}" for point in children(ring, "gRingPoint")
        ]
    else:
        inside = content(ring)
        if _PAIR.sub("", inside).strip():
            return []
        written = [found[0] for found in _PAIR.finditer(inside)]
    if not all(_PAIR.fullmatch(pair) for pair in written):
        return []
    pairs = (pair.split(",") for pair in written)
    return [(float(east), float(north)) for east, north in pairs]
