"""Bounding boxes with numbers that cannot be meant as they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from vocabsvc.checks.records.land import all_land
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.model.record import Fact
from vocabsvc.model.report import Action, Edit
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import XSD

_DECIMAL = f"{XSD}decimal"
_TURN = 360
_GLOBAL_WIDTH = 359
_GLOBAL_HEIGHT = 178
_LONGITUDE = 180
_LATITUDE = 90
_NEAR_POLE = 91  # a bound just past the pole is a slip, no longitude
_REGION = re.compile(
    r"\b(bay|gulf|strait|fjord|estuary|coast|islands?|lagoon|river|lake|harbour|roadstead|mediterranean|baltic|atlantic"
    r"|(?:north|black|red|irish|celtic|adriatic|aegean|ionian|barents|norwegian|wadden|coral|tasman|caribbean) sea"
    r"|pacific|arctic|antarctica?|(?:southern|indian) ocean|golfe|baie|détroit|estuaire|côtes?|îles?|lagune|rivière|lac"
    r"|rade|méditerranée|baltique|mer (?:du nord|noire|rouge|d[’']iroise)|atlantique|pacifique|arctique|antarctique"
    r"|océan (?:indien|austral)|manche|bretagne|france|europe|africa|afrique|australia|australie)\b",
    re.IGNORECASE,
)
_GLOBAL = re.compile(r"\b(global|globe|world|worldwide|mondiale?s?|monde|planet|planète|earth|terre)\b", re.IGNORECASE)
_SEA = re.compile(
    r"\b(oceans?|oceanograph\w*|marine|sea ?water|sea surface|océans?|océanograph\w*|marins?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Bound:
    """One bound of a box: its number, and the fact that says it."""

    number: Decimal
    fact: Fact


@dataclass(frozen=True, slots=True)
class Box:
    """A box with four numbers; ``element`` is its number in the source map."""

    node: str
    element: int
    west: Bound
    east: Bound
    south: Bound
    north: Bound

    @property
    def numbers(self) -> tuple[Decimal, Decimal, Decimal, Decimal]:
        """West, east, south, north."""
        return self.west.number, self.east.number, self.south.number, self.north.number


def boxes(view: RecordView) -> Iterator[Box]:
    """Yield the boxes of a record whose four bounds are numbers."""
    elements = view.facts.elements
    for node in view.facts.nodes("BoundingBox"):
        bounds = [_bound(view, node, side) for side in ("west", "east", "south", "north")]
        west, east, south, north = bounds
        if west is not None and east is not None and south is not None and north is not None:
            yield Box(node, elements[node], west, east, south, north)


def south_above_north(view: RecordView) -> Iterator[Fault]:
    """Find boxes whose south is greater than their north."""
    for box in boxes(view):
        if box.south.number > box.north.number:
            edits = _exchange(view, box.south, box.north)
            yield Fault(element=box.south.fact.element, value=_text(box.south), edits=edits, focus=box.element)


def wide_over_antimeridian(view: RecordView) -> Iterator[Fault]:
    """Find boxes over the antimeridian that are wider than half the globe."""
    for box in boxes(view):
        for width in view.facts.texts(box.node, "antimeridianWidth"):
            if Decimal(width) > _LONGITUDE:
                yield Fault(element=box.element, value=width, edits=_exchange(view, box.west, box.east))


def counted_to_360(view: RecordView) -> Iterator[Fault]:
    """Find boxes whose longitudes are counted from 0 to 360; those of the whole globe need a look."""
    for box in boxes(view):
        pair = (box.west, box.east)
        if not all(0 <= bound.number <= _TURN for bound in pair) or all(one.number <= _LONGITUDE for one in pair):
            continue
        beyond = next(bound for bound in pair if bound.number > _LONGITUDE)
        is_global = box.east.number - box.west.number >= _GLOBAL_WIDTH
        edits: tuple[Edit, ...]
        if is_global:
            edits = (_edit(view, box.west, f"-{_LONGITUDE}"), _edit(view, box.east, f"{_LONGITUDE}"))
        else:
            edits = tuple(
                _edit(view, bound, f"{bound.number - _TURN:f}") for bound in pair if bound.number > _LONGITUDE
            )
        yield Fault(
            element=beyond.fact.element, value=_text(beyond), edits=edits, safe=not is_global, focus=box.element
        )


def exchanged_axes(view: RecordView) -> Iterator[Fault]:
    """Find boxes that are valid only with longitudes and latitudes exchanged."""
    for box in boxes(view):
        west, east, south, north = box.numbers
        is_valid = abs(south) <= _NEAR_POLE and abs(north) <= _NEAR_POLE
        if is_valid or max(abs(south), abs(north)) > _LONGITUDE or max(abs(west), abs(east)) > _LATITUDE or west > east:
            continue
        edits = (*_exchange(view, box.west, box.south), *_exchange(view, box.east, box.north))
        yield Fault(element=box.element, edits=edits)


def world_for_a_region(view: RecordView) -> Iterator[Fault]:
    """Find boxes of the whole world where the title names a part of it."""
    for box in boxes(view):
        west, east, south, north = box.numbers
        if east - west < _GLOBAL_WIDTH or north - south < _GLOBAL_HEIGHT:
            continue
        for resource in view.facts.subjects(box.node, "boundingBox"):
            title = view.facts.text(resource, "title")
            region = _REGION.search(title)
            if region is not None and not _GLOBAL.search(title):
                yield Fault(element=box.element, value=region[0])


def zeros(view: RecordView) -> Iterator[Fault]:
    """Find boxes whose bounds are all 0."""
    for box in boxes(view):
        if not any(box.numbers):
            yield Fault(element=box.element)


def marine_on_land(view: RecordView) -> Iterator[Fault]:
    """Find boxes of marine resources that lie wholly on land."""
    for box in boxes(view):
        west, east, south, north = map(float, box.numbers)
        in_range = -_LONGITUDE <= west <= east <= _LONGITUDE and -_LATITUDE <= south <= north <= _LATITUDE
        if not in_range or not all_land(west, east, south, north):
            continue
        if any(_is_marine(view, resource) for resource in view.facts.subjects(box.node, "boundingBox")):
            yield Fault(element=box.element)


def _is_marine(view: RecordView, resource: str) -> bool:
    """Tell by the topic category, or by the keywords in EML, which has none."""
    if resource not in view.facts.nodes("EmlDataset"):
        return "oceans" in view.facts.texts(resource, "topicCategory")
    return any(
        _SEA.search(label)
        for group in view.facts.texts(resource, "keywordGroup")
        for keyword in view.facts.texts(group, "keyword")
        for label in view.facts.texts(keyword, "label")
    )


def _bound(view: RecordView, node: str, side: str) -> Bound | None:
    facts = view.facts.facts(node, side)
    if len(facts) != 1 or not isinstance(facts[0].object, Literal) or facts[0].object.datatype != _DECIMAL:
        return None
    return Bound(Decimal(facts[0].object.lexical), facts[0])


def _text(bound: Bound) -> str:
    literal = bound.fact.object
    return bound.fact.given or (literal.lexical if isinstance(literal, Literal) else literal)


def _edit(view: RecordView, bound: Bound, text: str) -> Edit:
    return Edit(view.graph.source_map.xpath(bound.fact.element), Action.REPLACE, text)


def _exchange(view: RecordView, one: Bound, other: Bound) -> tuple[Edit, Edit]:
    return _edit(view, one, _text(other)), _edit(view, other, _text(one))
