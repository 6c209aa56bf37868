"""What the metadata profile of GBIF has, where a record declares it."""

import tomllib
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml import etree

from vocabsvc.checks.records.eml.document import children
from vocabsvc.checks.records.eml.schema_location import SCHEMA_LOCATION
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.formats.element import Element, local_name
from vocabsvc.model.constraint import Message

_NAME = "eml-gbif-profile"  # in the address of its schema, and the name of a set that has it
_REST: Message = {
    "en": "Elements, their order and their attributes were held against the GBIF profile; values were not assessed.",
    "fr": "Les éléments, leur ordre et leurs attributs ont été comparés au profil GBIF\N{NO-BREAK SPACE}; "
    "les valeurs n’ont pas été évaluées.",
}
_MISSING = ("{holder} must have {name}", "{holder} doit avoir {name}")
_NO_PLACE = ("{name} has no place in {holder}", "{name} n’a pas sa place dans {holder}")
_REPEATED = ("{holder} has {name} only once", "{holder} n’a qu’une fois {name}")
_BEFORE = ("{name} stands before {other} in {holder}", "{name} se place avant {other} dans {holder}")
_AFTER = ("{name} stands after {other} in {holder}", "{name} se place après {other} dans {holder}")
_ATTRIBUTE = ("{holder} must have the attribute {name}", "{holder} doit avoir l’attribut {name}")
_FIXED = ("the attribute {name} of {holder} must be {other}", "l’attribut {name} de {holder} doit être {other}")


@dataclass(frozen=True, slots=True)
class _Part:
    """Elements of which any may stand for another, and whether there must be one, and may be several."""

    names: tuple[str, ...]
    required: bool
    repeatable: bool


@dataclass(frozen=True, slots=True)
class _Content:
    """``places`` are those at which each name may stand."""

    parts: tuple[_Part, ...]
    places: Mapping[str, int]
    ordered: bool


@dataclass(frozen=True, slots=True)
class _Profile:
    """``contents`` by the name of the element, ``attributes`` by the end of its path; ``""`` is for any value."""

    contents: Mapping[str, _Content]
    attributes: Mapping[str, Mapping[str, str]]


def gbif_profile(view: RecordView) -> Iterator[Fault | Gap]:
    """EML-33: elements and attributes that the profile asks for or has no place for there, where it is declared."""
    if _NAME not in view.root.get(SCHEMA_LOCATION, ""):
        return
    yield from _within(view, view.root)
    if _NAME not in view.xsd.schema_set:
        yield Gap(view.document.numbers[view.root], _REST)


def _within(view: RecordView, root: Element) -> Iterator[Fault]:
    profile, waiting = _profile(), [root]
    while waiting:
        element = waiting.pop()
        yield from _attribute_faults(view, element, profile)
        content = profile.contents.get(local_name(element))
        if content is None:
            continue
        yield from _content_faults(view, element, content)
        known = [child for child in element.iterchildren(etree.Element) if local_name(child) in content.places]
        if content.ordered:
            yield from _order_faults(view, element, known, content.places)
        waiting += known


def _content_faults(view: RecordView, element: Element, content: _Content) -> Iterator[Fault]:
    numbers, holder = view.document.numbers, local_name(element)
    for child in element.iterchildren(etree.Element):
        name = local_name(child)
        if name not in content.places:
            yield Fault(element=numbers[child], value=name, message=_said(_NO_PLACE, holder, name))
    for part in content.parts:
        found = children(element, *part.names)
        if part.required and not found:
            said = _said(_MISSING, holder, *part.names)
            yield Fault(element=numbers[element], value=part.names[0], expected=part.names, message=said)
        for again in found[1:] if not part.repeatable else ():
            said = _said(_REPEATED, holder, *part.names)
            yield Fault(element=numbers[again], value=local_name(again), message=said)


def _order_faults(
    view: RecordView, element: Element, held: Sequence[Element], places: Mapping[str, int]
) -> Iterator[Fault]:
    """Find the fewest elements that would have to move."""
    order = [places[local_name(child)] for child in held]
    kept = _longest_rise(order)
    for number, child in enumerate(held):
        if number in kept:
            continue
        later = next((one for one in kept if one < number and order[one] > order[number]), None)
        other = max(one for one in kept if order[one] < order[number]) if later is None else later
        said = _AFTER if later is None else _BEFORE
        name, beside = local_name(child), local_name(held[other])
        message = _said(said, local_name(element), name, other=beside)
        yield Fault(element=view.document.numbers[child], value=name, message=message)


def _longest_rise(order: Sequence[int]) -> list[int]:
    """Return the positions of a longest series that never falls."""
    ends: list[int] = []  # of the series of each length, the one that ends lowest
    before: list[int | None] = []
    for number, place in enumerate(order):
        length = bisect_right([order[end] for end in ends], place)
        before.append(ends[length - 1] if length else None)
        ends[length : length + 1] = [number]
    series: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        series.append(last)
        last = before[last]
    return series[::-1]


def _attribute_faults(view: RecordView, element: Element, profile: _Profile) -> Iterator[Fault]:
    parent, holder, number = element.getparent(), local_name(element), view.document.numbers[element]
    path = "" if parent is None else f"{local_name(parent)}/{holder}"
    wanted = profile.attributes.get(path) or profile.attributes.get(holder) or {}
    for name, value in wanted.items():
        given = element.get(name)
        if given is None:
            yield Fault(element=number, value=name, message=_said(_ATTRIBUTE, holder, name))
        elif value and given != value:
            said = _said(_FIXED, holder, name, other=value)
            yield Fault(element=number, value=given, expected=(value,), message=said)


def _said(sentence: tuple[str, str], holder: str, *names: str, other: str = "") -> Message:
    english = sentence[0].format(holder=holder, name=" or ".join(names), other=other)
    french = sentence[1].format(holder=holder, name=" ou ".join(names), other=other)
    return {
        "en": f"In the GBIF profile, which the record declares, {english}.",
        "fr": f"Dans le profil GBIF, que déclare la fiche, {french}.",
    }


@cache
def _profile() -> _Profile:
    text = files("vocabsvc.checks.records.eml").joinpath("gbif_profile.toml").read_text("utf-8")
    read = tomllib.loads(text)
    attributes = {name: dict(map(_attribute, said.split())) for name, said in read.pop("attributes").items()}
    return _Profile({name: _content(held) for name, held in read.items()}, attributes)


def _content(written: str) -> _Content:
    parts = tuple(_part(one) for one in written.removeprefix("~").split())
    places = {name: place for place, part in enumerate(parts) for name in part.names}
    return _Content(parts, places, ordered=not written.startswith("~"))


def _part(written: str) -> _Part:
    names = tuple(written.rstrip("?+*").split("|"))
    return _Part(names, required=written[-1] not in "?*", repeatable=written[-1] in "+*")


def _attribute(written: str) -> tuple[str, str]:
    name, _, value = written.partition("=")
    return name, value
