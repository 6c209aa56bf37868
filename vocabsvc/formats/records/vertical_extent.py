"""Vertical extents of an ISO record and the systems that their heights or depths are in."""

from vocabsvc.formats.element import Element, attributes, content, href, local_name
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.formats.records.reference_system import axis_direction, crs_iri
from vocabsvc.model.statement import Literal

_TITLE = "{http://www.w3.org/1999/xlink}title"
_DATUMS = ("verticalDatum", "usesVerticalDatum")


def lift_vertical_extents(lifting: Lifting, extent: str, resource: str, element: Element) -> None:
    """Lift the ranges of height or depth inside an extent."""
    for node, vertical in lifting.objects(
        extent, "extentPart", element, "verticalElement", "VerticalExtent", "IsoVerticalExtent"
    ):
        lifting.say(resource, "verticalExtent", node, vertical)
        for name in ("minimum", "maximum"):
            _lift_bound(lifting, node, name, vertical)
        for name in ("verticalCRS", "verticalCRSId"):
            lifting.nils(node, "verticalCrsNil", vertical, name)
            for system in lifting.every(vertical, name):
                _lift_system(lifting, node, system)


def _lift_bound(lifting: Lifting, node: str, name: str, vertical: Element) -> None:
    # Of an empty element it is said elsewhere that it is empty; it is no wrong number besides.
    for prop in lifting.every(vertical, f"{name}Value"):
        lifting.take(prop)
        if content(prop):
            lifting.decimals(node, name, prop, ".")


def _lift_system(lifting: Lifting, vertical: str, prop: Element) -> None:
    """Say which system it is, by IRI where that is known and in the record's words else, and which way it counts."""
    lifting.take(prop)
    pointer = href(prop) or prop.get("uuidref", "").strip()
    inside = next(iter(lifting.every(prop, "*")), None)
    if inside is None and pointer.startswith("#"):
        inside = lifting.referenced(pointer[1:])
    leaves = [] if inside is None else [leaf for leaf in inside.iter("{*}*") if not len(leaf)]
    words = [prop.get(_TITLE, "").strip(), *map(content, leaves)]
    named = [text for text in (pointer, *words) if text]
    if not named:
        return
    iri = crs_iri(*named)
    lifting.say(vertical, "verticalCrs", iri or Literal(named[0]), prop, named[0])
    stated = next((content(leaf).casefold() for leaf in leaves if local_name(leaf) == "axisDirection"), "")
    direction = stated if stated in {"up", "down"} else axis_direction(iri, " ".join(words))
    if direction:
        lifting.say(vertical, "axisDirection", Literal(direction), prop, stated)
    if inside is not None:
        _lift_datum(lifting, vertical, inside)


def _lift_datum(lifting: Lifting, vertical: str, system: Element) -> None:
    for element in system.iter("{*}*"):
        name = local_name(element)
        if name in _DATUMS:
            for identifier in element.iter("{*}identifier"):
                lifting.say(vertical, "verticalDatum", Literal(content(identifier)), identifier)
        elif name == "CoordinateSystemAxis":
            for attribute, value in attributes(element):
                if attribute == "uom":
                    lifting.say(vertical, "verticalUnit", Literal(value), element)
