"""Checks on parameters against what NVS relates them to: groups of P02, units of P06, the boxes of places."""

from collections.abc import Iterator

from vocabsvc.checks.records.keyword_terms import shown_term
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.model.record import text_of

_MARGIN = 0.5
"""Degrees by which a box may miss a place: coasts and names are not drawn so finely."""

_SIDES = ("west", "east", "south", "north")


def parameter_of_other_group(view: RecordView) -> Iterator[Fault | Gap]:
    """Find parameters of P01 that are in none of the groups of P02 that the record cites, if it cites any."""
    for resource in view.facts.nodes("Resource"):
        groups = view.facts.texts(resource, "keywordGroup")
        keywords = [node for group in groups for node in view.facts.texts(group, "keyword")]
        concepts = {uri for node in keywords for uri in view.facts.texts(node, "concept")}
        cited = {uri for uri in concepts if view.facts.text(uri, "scheme") == "P02"}
        for node in keywords if cited else ():
            concept = view.facts.text(node, "concept")
            own = view.facts.texts(concept, "discovery") if concept else []
            if own and cited.isdisjoint(own):
                for status in view.facts.facts(node, "termStatus"):
                    shown = tuple(shown_term(view, uri) for uri in own)
                    yield Fault(element=status.element, value=status.given, expected=shown)


def place_outside_box(view: RecordView) -> Iterator[Fault | Gap]:
    """Find places that no bounding box of the resource touches."""
    for resource in view.facts.nodes("Resource"):
        boxes = [box for node in view.facts.texts(resource, "boundingBox") if (box := _box(view, node)) is not None]
        groups = view.facts.texts(resource, "keywordGroup")
        for node in (keyword for group in groups for keyword in view.facts.texts(group, "keyword")):
            place = _box(view, view.facts.text(node, "concept"))
            if boxes and place is not None and not any(_touch(place, box) for box in boxes):
                for status in view.facts.facts(node, "termStatus"):
                    expected = "W {:g}, E {:g}, S {:g}, N {:g}".format(*place)
                    yield Fault(element=status.element, value=_name(view, node), expected=(expected,))


def _name(view: RecordView, node: str) -> str:
    return view.facts.text(node, "label") or view.facts.text(view.facts.text(node, "concept"), "prefLabel")


def _box(view: RecordView, node: str) -> tuple[float, float, float, float] | None:
    """Return the four sides of a box, ``None`` where one is missing or impossible."""
    said = [fact for side in _SIDES for fact in view.facts.facts(node, side)[:1]] if node else []
    try:
        west, east, south, north = (float(text_of(fact.object)) for fact in said)
    except ValueError:
        return None
    possible = -180 <= west <= 180 and -180 <= east <= 180 and -90 <= south <= north <= 90
    return (west, east, south, north) if possible else None


def _touch(one: tuple[float, float, float, float], other: tuple[float, float, float, float]) -> bool:
    if one[2] > other[3] + _MARGIN or other[2] > one[3] + _MARGIN:
        return False
    return any(
        first[0] <= second[1] + _MARGIN and second[0] <= first[1] + _MARGIN
        for first in _spans(one)
        for second in _spans(other)
    )


def _spans(box: tuple[float, float, float, float]) -> list[tuple[float, float]]:
    """Return the longitudes of a box, in two pieces where it crosses the antimeridian."""
    west, east = box[:2]
    return [(west, east)] if west <= east else [(west, 180.0), (-180.0, east)]
