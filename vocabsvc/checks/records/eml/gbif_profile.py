"""What the metadata profile of GBIF has, where a record declares it."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from lxml import etree

from vocabsvc.checks.records.eml.document import children
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.formats.element import Element, local_name
from vocabsvc.model.constraint import Message

_SCHEMA_LOCATION = "{http://www.w3.org/2001/XMLSchema-instance}schemaLocation"
_NAME = "eml-gbif-profile"  # in the address of its schema, and the name of a set that has it
_REST: Message = {
    "en": "Only which elements there are was held against the GBIF profile; its schema was not assessed.",
    "fr": "Seule la présence des éléments a été comparée au profil GBIF ; son schéma n’a pas été évalué.",
}
_MISSING: Message = {
    "en": "In the GBIF profile, which the record declares, {holder} must have {name}.",
    "fr": "Dans le profil GBIF, que déclare la fiche, {holder} doit avoir {name}.",
}
_NO_PLACE: Message = {
    "en": "In the GBIF profile, which the record declares, {name} has no place in {holder}.",
    "fr": "Dans le profil GBIF, que déclare la fiche, {name} n’a pas sa place dans {holder}.",
}
_REPEATED: Message = {
    "en": "In the GBIF profile, which the record declares, {holder} has {name} only once.",
    "fr": "Dans le profil GBIF, que déclare la fiche, {holder} n’a qu’une fois {name}.",
}
_OR = {"en": " or ", "fr": " ou "}


@dataclass(frozen=True, slots=True)
class _Part:
    """Elements of which any may stand for another, and whether there must be one, and may be several."""

    names: tuple[str, ...]
    required: bool
    repeatable: bool


def gbif_profile(view: RecordView) -> Iterator[Fault | Gap]:
    """EML-33: what elements lack, and what they hold that the profile has no place for, where it is declared."""
    if _NAME not in view.root.get(_SCHEMA_LOCATION, ""):
        return
    yield from _within(view, view.root)
    if _NAME not in view.xsd.schema_set:
        yield Gap(view.document.numbers[view.root], _REST)


def _within(view: RecordView, root: Element) -> Iterator[Fault]:
    contents, waiting = _contents(), [root]
    while waiting:
        element = waiting.pop()
        parts = contents.get(local_name(element))
        if parts is None:
            continue
        yield from _faults(view, element, parts)
        known = {name for part in parts for name in part.names}
        waiting += [child for child in element.iterchildren(etree.Element) if local_name(child) in known]


def _faults(view: RecordView, element: Element, parts: tuple[_Part, ...]) -> Iterator[Fault]:
    numbers, holder = view.document.numbers, local_name(element)
    known = {name for part in parts for name in part.names}
    for child in element.iterchildren(etree.Element):
        if local_name(child) not in known:
            name = local_name(child)
            yield Fault(element=numbers[child], value=name, message=_said(_NO_PLACE, holder, (name,)))
    for part in parts:
        found = children(element, *part.names)
        if part.required and not found:
            said = _said(_MISSING, holder, part.names)
            yield Fault(element=numbers[element], value=part.names[0], expected=part.names, message=said)
        for again in found[1:] if not part.repeatable else ():
            said = _said(_REPEATED, holder, part.names)
            yield Fault(element=numbers[again], value=local_name(again), message=said)


def _said(message: Message, holder: str, names: tuple[str, ...]) -> Message:
    return {lang: text.format(holder=holder, name=_OR[lang].join(names)) for lang, text in message.items()}


@cache
def _contents() -> Mapping[str, tuple[_Part, ...]]:
    """Return what each element holds, by its name."""
    text = files("vocabsvc.checks.records.eml").joinpath("gbif_profile.toml").read_text("utf-8")
    return {name: tuple(map(_part, held.split())) for name, held in tomllib.loads(text).items()}


def _part(written: str) -> _Part:
    names = tuple(written.rstrip("?+*").split("|"))
    return _Part(names, required=written[-1] not in "?*", repeatable=written[-1] in "+*")
