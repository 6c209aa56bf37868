"""Dimensions of samples and bands that an ISO record describes: their parameters, bounds and units.

The Marine Community Profile describes the parameters of the data in the identification section instead.
"""

import re

from vocabsvc.formats.element import HREF, Element, content, href, is_nil, local_name
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import XSD

_NEWER = "contentInfo/*/attributeGroup/*/attribute"
_PATHS = ("contentInfo/*/dimension", _NEWER)  # ISO 19139, ISO 19115-3
_PARAMETERS = (
    "name/*/code",
    "description",
    "descriptor",
    "sequenceIdentifier",
    "sequenceIdentifier/*/aName",
)
"""Where a dimension cites its parameter: of ISO 19115-3 the first two, of ISO 19139 the third, of both the others."""

_DATA_PARAMETERS = "identificationInfo/*/dataParameters/*/dataParameter"
_TERM_ADDRESSES = ("*/vocabularyTermURL/*", "*/vocabularyRelationship/*/vocabularyTermURL/*")
_TERM_NAMES = ("*/term", "*/name")
"""How the Marine Community Profile writes a term, in version 2.0 and before."""

_UNIT_NAMES = frozenset({"identifier", "name", "catalogSymbol"})
_CITATION = re.compile(r"https?://\S+|[A-Za-z]+:[\w:.-]*P01:\S+")


def lift_sample_dimensions(lifting: Lifting, record: str) -> None:
    """Lift the dimensions in the description of the content."""
    for path in _PATHS:
        for node, element in lifting.objects(record, "sampleDimension", lifting.root, path, "SampleDimension"):
            for name in ("maxValue", "minValue", "meanValue"):
                lifting.texts(node, "bound", element, name)
            for name in ("boundMax", "boundMin"):
                lifting.texts(node, "bandBound", element, name)
            for parameter in _PARAMETERS:
                _lift_parameter(lifting, node, element, parameter)
            _lift_unit(lifting, node, "boundUnit", element, "units")
            _lift_unit(lifting, node, "bandUnit", element, "boundUnits")
            if path == _NEWER and not content(element) and not any(one.attrib for one in element.iter("{*}*")):
                lifting.say(node, "emptyDimension", Literal("true", f"{XSD}boolean"), element)
    for node, element in lifting.objects(record, "sampleDimension", lifting.root, _DATA_PARAMETERS, "SampleDimension"):
        _lift_data_parameter(lifting, node, element)


def _lift_parameter(lifting: Lifting, node: str, element: Element, path: str) -> None:
    # A name in words says nothing of which term is meant.
    for prop in lifting.every(element, path):
        for carrier in (prop, *lifting.every(prop, "*")[:1]):
            given = href(carrier) or ("" if len(carrier) else content(carrier))
            if _CITATION.fullmatch(given):
                attribute = HREF if href(carrier) else ""
                lifting.say(node, "parameterUri", Literal(given), carrier, attribute=attribute)


def _lift_data_parameter(lifting: Lifting, node: str, element: Element) -> None:
    for prop in lifting.every(element, "parameterName"):
        for address, carrier in _written(lifting, prop, _TERM_ADDRESSES):
            if _CITATION.fullmatch(address):
                lifting.say(node, "parameterUri", Literal(address), carrier)
        lifting.take(prop)
    for prop in lifting.every(element, "parameterUnits"):
        spellings = [text for text, _ in _written(lifting, prop, (*_TERM_ADDRESSES, *_TERM_NAMES))]
        for text in spellings[:1]:
            lifting.say(node, "boundUnit", Literal(text), prop)
        for text in spellings:
            lifting.say(node, "unitSpelling", Literal(text), prop)
        lifting.take(prop)


def _written(lifting: Lifting, prop: Element, paths: tuple[str, ...]) -> list[tuple[str, Element]]:
    """Return the texts at some paths that are not empty, with their elements."""
    found = [one for path in paths for one in lifting.every(prop, path)]
    return [(text, one) for one in found if (text := " ".join(content(one).split()))]


def _lift_unit(lifting: Lifting, node: str, predicate: str, element: Element, path: str) -> None:
    # A unit is a definition in GML, a reference to one, or a text.
    for prop in lifting.every(element, path):
        given = href(prop) or " ".join(content(prop).split())
        if given or (len(prop) and not is_nil(prop)):
            lifting.say(node, predicate, Literal(given), prop)
            lifting.take(prop)
            if predicate == "boundUnit":
                _lift_spellings(lifting, node, prop)


def _lift_spellings(lifting: Lifting, node: str, prop: Element) -> None:
    """Say each way a unit is written: an address, a text, or what a definition in GML says of it."""
    definition = next(iter(prop), None)
    parts = [prop] if definition is None else [prop, definition, *definition]
    for part in parts:
        is_name = definition is None or part.getparent() is not definition or local_name(part) in _UNIT_NAMES
        for given in (href(part), "" if len(part) or not is_name else content(part)):
            if given:
                lifting.say(node, "unitSpelling", Literal(given), prop)
