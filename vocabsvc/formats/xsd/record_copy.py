"""The copy of a record that is validated: alone, without what no schema describes, and every place remembered."""

import re
from collections.abc import Collection
from copy import deepcopy
from functools import cached_property
from typing import cast

from lxml import etree

from vocabsvc.formats.element import Element, local_name, namespace
from vocabsvc.formats.xml import XmlDocument
from vocabsvc.formats.xsd.compiled import CompiledSchema, RaisedError

_STEP = re.compile(r"(?:(?P<prefix>[^:\[\]/]+):)?(?P<name>[^:\[\]/]+)(?:\[(?P<place>[0-9]+)\])?")
_EDITION = re.compile(r"(?P<stem>.+/[0-9]+)\.(?P<minor>[0-9]{1,3})")
_ISO_ROOTS = {"MD_Metadata", "MI_Metadata"}
_OF_TIME = re.compile(r" is not a valid value of the atomic type 'xs:(?:date|dateTime|time|duration|g[A-Z][A-Za-z]+)'")
_MOST_STEPS = 10_000_000  # about a second, since we walk there, too
_FEW_ELEMENTS = 10_000
_MOST_LINES = 65_534  # libxml2 keeps them in 16 bits


class TooManyErrors(Exception):
    """There are so many, among so many siblings, that it takes too long to say where each is."""


class RecordCopy:
    """A record with its own document, which may be changed: the record itself stays as it is."""

    def __init__(self, document: XmlDocument, record: Element) -> None:
        self._document = document
        self._record = record
        self.root = _alone(record)

    @cached_property
    def numbers(self) -> dict[Element, int]:
        """Return the place of each element of the copy in the document; to be asked before anything is removed."""
        originals = self._document.numbers
        pairs = zip(self.root.iter(etree.Element), self._record.iter(etree.Element), strict=True)
        return {copied: originals[original] for copied, original in pairs}

    @cached_property
    def _by_line(self) -> dict[int, Element]:
        """Let each element stand in a line of its own, so that a line is as good as a number; if there are enough."""
        by_line = dict(enumerate(self.numbers, start=1)) if len(self.numbers) <= _MOST_LINES else {}
        for line, element in by_line.items():
            element.sourceline = line  # type: ignore[assignment]  # lxml-stubs do not know that it can be set
        return by_line

    def errors(self, schema: CompiledSchema) -> list[tuple[Element, RaisedError]]:
        """Validate, and return the errors with their elements.

        White space around dates, times and durations is none: it does not count in their types (XML Schema 1.0, part 2,
        4.3.6), though libxml2 refuses it.

        Raises:
            TooManyErrors: libxml2 would count siblings for more than about a second to say where they are.
        """
        raised = self._raised(schema)
        padded = [element for element, error in raised if _OF_TIME.search(error.message) and _is_padded(element)]
        for element in padded:
            element.text = (element.text or "").strip()
        return self._raised(schema) if padded else raised

    def _raised(self, schema: CompiledSchema) -> list[tuple[Element, RaisedError]]:
        by_line, steps = self._by_line, self._steps
        if steps > _MOST_STEPS and steps // len(self.numbers) * schema.count_errors(self.root) > _MOST_STEPS:
            raise TooManyErrors
        raised = schema.errors(self.root)
        return [(by_line[error.line] if error.line in by_line else self.at(error), error) for error in raised]

    @cached_property
    def _steps(self) -> int:
        """Return how many siblings are counted if every element has an error."""
        if len(self.numbers) < _FEW_ELEMENTS:
            return 0
        parents, positions = self._document.source_map.parents, self._document.source_map.positions
        costs: dict[int, int] = {}
        for number in self.numbers.values():
            costs[number] = costs.get(parents[number], 0) + positions[number]
        return sum(costs.values())

    def outside(self, namespaces: Collection[str]) -> list[Element]:
        """Return the elements in other namespaces than these, in document order."""
        foreign = {tag for tag in map(_tag, self.root.iter(etree.Element)) if _space(tag) not in {"", *namespaces}}
        return [element for element in self.numbers if element.tag in foreign] if foreign else []

    def rename(self, element: Element, tag: str) -> None:
        """Put a standard element in the place of a profile's, without the attributes that only a profile has."""
        _ = self.numbers
        own = f"{{{namespace(element)}}}"
        element.tag = tag
        for name in [str(name) for name in element.attrib]:
            if name.startswith(own) or name.rpartition("}")[2] == "isoType":
                del element.attrib[name]

    def remove(self, element: Element) -> None:
        """Take an element out, with all that is in it."""
        _ = self.numbers
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)

    def at(self, error: RaisedError) -> Element:
        """Return the element that an error's path leads to (``/gmd:MD_Metadata/*[3]/gmd:date[2]``).

        Without a path, it is the one in the error's line; the record itself, if there are more than libxml2 counts.
        """
        if not error.path:
            return self._by_line.get(error.line, self.root)
        element = self.root
        for step in error.path.split("/")[2:]:
            found = _STEP.fullmatch(step)
            child = None if found is None else _child(element, found["prefix"], found["name"], int(found["place"] or 1))
            if child is None:  # never seen; the innermost element that is known still holds the error
                return element
            element = child
        return element


def standard_tag(element: Element, known: Collection[str]) -> str | None:
    """Return the tag of the standard element that a profile's element is a kind of, ``None`` if it does not say.

    ``gco:isoType`` names it or its type, with a prefix or without; then its namespace is that of the content. An
    element of another minor edition of a known namespace is a kind of the one of the same name.
    """
    edition = other_edition(namespace(element), known)
    if edition:
        return str(etree.QName(edition, local_name(element)))
    said = next((str(value) for name, value in element.items() if str(name).rpartition("}")[2] == "isoType"), "")
    if not said and local_name(element) in _ISO_ROOTS and element.getparent() is None:
        said = local_name(element)
    prefix, _, name = said.strip().rpartition(":")
    name = name.removesuffix("_Type")
    if not name:
        return None
    named = element.nsmap.get(prefix) if prefix else None
    inside = (namespace(child) for child in element)
    space = named if named in known else next((space for space in inside if space in known), None)
    try:
        return None if space is None else str(etree.QName(space, name))
    except ValueError:
        return None


def other_edition(own: str, known: Collection[str]) -> str:
    """Return the known namespace that differs from ``own`` in its minor version only, the nearest; ``""`` for none.

    The content of ISO's classes is the same over the minor editions of a module (srv 2.0 and 2.1).
    """
    edition = _EDITION.fullmatch(own)
    if edition is None or own in known:
        return ""
    others = [found for space in known if (found := _EDITION.fullmatch(space)) and found["stem"] == edition["stem"]]
    return min((abs(int(one["minor"]) - int(edition["minor"])), one[0]) for one in others)[1] if others else ""


def _alone(record: Element) -> Element:
    if record.getparent() is None:
        return deepcopy(record)
    # A copy would lose the prefixes that only values use (xsi:type) and an envelope declares.
    prefixes = cast("dict[str, str]", record.nsmap)  # lxml-stubs do not know that None stands for no prefix
    root = etree.Element(str(record.tag), {str(name): str(value) for name, value in record.items()}, nsmap=prefixes)
    root.text = record.text
    root.extend(deepcopy(child) for child in record)
    return root


def _is_padded(element: Element) -> bool:
    text = element.text or ""
    return len(element) == 0 and text != text.strip()


def _tag(element: Element) -> str:
    return str(element.tag)


def _space(tag: str) -> str:
    return tag.rpartition("}")[0].removeprefix("{")


def _child(parent: Element, prefix: str | None, name: str, place: int) -> Element | None:
    for child in parent:
        if name == "*" or (
            child.prefix == prefix and local_name(child) == name and (prefix is not None or not namespace(child))
        ):
            place -= 1
            if place == 0:
                return child
    return None
