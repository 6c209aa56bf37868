"""libxml2's errors read: which fault, about which name and value, and one error for each cause."""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from vocabsvc.formats.element import Element, local_name, namespace
from vocabsvc.formats.xsd.assessment import EDITORS
from vocabsvc.formats.xsd.compiled import RaisedError, expected_tags
from vocabsvc.formats.xsd.faults import FAULTS, OF_ATTRIBUTES, OF_TYPE, rank
from vocabsvc.formats.xsd.names import Names
from vocabsvc.formats.xsd.value_types import in_words
from vocabsvc.formats.xsd.wording import clipped, message, named_attributes
from vocabsvc.model.xsd import Text, XsdError, XsdFault

_HEAD = re.compile(r"Element '[^']*'(?:, attribute '(?P<attribute>[^']*)')?: (?P<text>.*)", re.DOTALL)
_ATTRIBUTE = re.compile(r"The attribute '(?P<name>[^']*)' is")
_TYPE = re.compile(r" is not a valid value of the (?:local )?(?:atomic|list|union) type(?: '(?P<name>[^']*)')?")
_SET = re.compile(r" is not an element of the set \{(?P<values>.*)\}\.", re.DOTALL)
_LAST_QUOTED = re.compile(r".*'(?P<last>[^']*)'", re.DOTALL)
_KEY = re.compile(r"key-sequence \[(?P<key>.*)\]", re.DOTALL)
_TYPE_NAMED = re.compile(r"(?:The QName value|The type definition) '(?P<name>[^']*)'")


def read_errors(
    raised: Iterable[tuple[Element, RaisedError]],
    numbers: Mapping[Element, int],
    written: Sequence[str],
    names: Names,
) -> tuple[XsdError, ...]:
    """Return one error a cause, in document order; ``written`` are the names of the record's own elements."""
    by_element: dict[Element, list[_Reading]] = {}
    for element, error in raised:
        by_element.setdefault(element, []).append(_Reading(element, error, names))
    kept = [one for readings in by_element.values() for one in _causes(readings)]
    kept.sort(key=lambda one: numbers[one.element])
    places = ((one, numbers[one.element]) for one in kept)
    return tuple(one.error(number, written[number]) for one, number in places)


class _Reading:
    """One error of libxml2, taken apart."""

    def __init__(self, element: Element, raised: RaisedError, names: Names) -> None:
        self.element = element
        self.kind = raised.kind
        self._names = names
        head = _HEAD.fullmatch(raised.message)
        self._text = head["text"] if head else raised.message
        self.attributes: tuple[str, ...] = (head["attribute"],) if head and head["attribute"] else ()
        if not self.attributes and (found := _ATTRIBUTE.match(self._text)):
            self.attributes = (found["name"],)
        self.expected = expected_tags(self._text)
        self.fault = self._fault()

    @property
    def of_key(self) -> str:
        """What is said, if it is of a key, which stands somewhere below the element; an element may have several."""
        return self._text if self.kind.endswith("CVC_IDC") else ""

    def error(self, number: int, name: str) -> XsdError:
        """Return the error in our words."""
        attributes = self._named(self.attributes)
        value = self._value()
        expected = self._closest(value) if self.fault is XsdFault.NOT_LISTED else self._named(self.expected)
        words = self._words(name, attributes)
        said = message(self.fault, expected, value, words)
        return XsdError(number, self.kind, self.fault, said, name, ", ".join(attributes), value, tuple(expected))

    def _fault(self) -> XsdFault:
        kind = self.kind.removeprefix("SCHEMAV_")
        if kind == "ELEMENT_CONTENT":
            return self._fault_of_content()
        if kind == "CVC_IDC":
            return _fault_of_key(self._text)
        fault = FAULTS.get(kind, XsdFault.OTHER)
        if fault is XsdFault.NOT_LISTED and self._value() not in {"", self._value().strip()}:
            return XsdFault.SPACES if self._value().strip() in self._listed() else fault
        if fault is XsdFault.VALUE and self._type() == "xs:ID" and len(self._value().split()) == 1:
            valid = re.fullmatch(r"[^\W\d][\w.\-]*", self._value().strip())
            return XsdFault.DUPLICATE_ID if valid else fault
        return fault

    def _fault_of_content(self) -> XsdFault:
        if self._text.startswith("Missing child"):
            return XsdFault.MISSING
        if not self._text.startswith("This element is not expected"):
            return XsdFault.OTHER
        tag = str(self.element.tag)
        if tag not in self.expected and any(local_name(self.element) == _local(name) for name in self.expected):
            return XsdFault.WRONG_NAMESPACE
        if namespace(self.element) not in EDITORS and self._later():
            return XsdFault.MISPLACED
        before = self.element.getprevious()
        return XsdFault.REPEATED if before is not None and before.tag == tag else XsdFault.NOT_ALLOWED

    def _later(self) -> str:
        """Return the first element that is expected here and stands further down."""
        return next((str(one.tag) for one in self.element.itersiblings() if one.tag in self.expected), "")

    def _named(self, tags: Sequence[str]) -> tuple[str, ...]:
        return tuple(self._names.of(tag, self.element) for tag in tags)

    def _closest(self, value: str) -> tuple[str, ...]:
        listed = self._listed()
        return tuple(dict.fromkeys([*_close_to(value.strip(), tuple(listed)), *listed]))

    def _listed(self) -> list[str]:
        found = _SET.search(self._text)
        return re.findall(r"'([^']*)'", found["values"]) if found else []

    def _value(self) -> str:
        if self.of_key:
            found = _KEY.search(self._text)
            return ", ".join(re.findall(r"'([^']*)'", found["key"])) if found else ""
        if self.attributes:
            return str(self.element.get(self.attributes[0], "")) if len(self.attributes) == 1 else ""
        if len(self.element):
            pieces = (self.element.text, *(child.tail for child in self.element))
            return " ".join(" ".join(piece.split()) for piece in pieces if piece and piece.strip())
        return self.element.text or ""

    def _type(self) -> str:
        found = _TYPE.search(self._text)
        return (found["name"] or "") if found else ""

    def _words(self, name: str, attributes: Sequence[str]) -> Mapping[str, Text | str]:
        attribute = " ".join(attributes)
        at = {"en": f"The attribute {attribute} of {name}", "fr": f"L’attribut {attribute} de {name}"}
        of_type = self.fault in {XsdFault.UNKNOWN_TYPE, XsdFault.UNSUITABLE_TYPE}
        named = _TYPE_NAMED.search(self._text)
        inner = next(iter(self.element), None)
        return {
            "subject": at if attributes and not of_type else name,
            "name": name,
            "attribute": named_attributes(attributes),
            "namespace": namespace(self.element) or "–",
            "later": self._names.of(self._later(), self.element),
            "type": self._names.of(named["name"], self.element) if named else "–",
            "inner": "–" if inner is None else self._names.element(inner),
            "original": clipped(self._text.removesuffix(".")),
            "wanted": self._wanted(),
        }

    def _wanted(self) -> Text | str:
        if self.fault is XsdFault.VALUE:
            return in_words(self._type())
        if self.fault is XsdFault.WRONG_NAMESPACE:
            same = next(tag for tag in self.expected if _local(tag) == local_name(self.element))
            return same.rpartition("}")[0].removeprefix("{")
        last = _LAST_QUOTED.match(self._text)
        return last["last"] if last else "–"


def _causes(readings: Sequence[_Reading]) -> list[_Reading]:
    """Keep of one element's errors the cause, and one for each attribute or for all that are one fault."""
    of_type = [one for one in readings if one.fault in OF_TYPE]
    if of_type:
        return [min(of_type, key=lambda one: rank(one.fault))]
    kept: dict[object, _Reading] = {}
    for one in readings:
        if one.fault in OF_ATTRIBUTES:
            first = kept.setdefault(one.fault, one)
            first.attributes = tuple(dict.fromkeys((*first.attributes, *one.attributes)))
            continue
        key = (one.attributes, one.of_key)
        first = kept.setdefault(key, one)
        if rank(one.fault) < rank(first.fault):
            kept[key] = one
    return list(kept.values())


def _fault_of_key(text: str) -> XsdFault:
    if text.startswith("Duplicate key-sequence"):
        return XsdFault.DUPLICATE_KEY
    return XsdFault.UNKNOWN_KEY if text.startswith("No match found for key-sequence") else XsdFault.OTHER


@lru_cache(maxsize=1000)
def _close_to(value: str, listed: tuple[str, ...]) -> tuple[str, ...]:
    # Long values and lists are no slips of the pen, and take long.
    if len(value) > 60 or len(listed) > 500:
        return ()
    return tuple(difflib.get_close_matches(value, listed, 3, 0.6))


def _local(tag: str) -> str:
    return tag.rpartition("}")[2]
