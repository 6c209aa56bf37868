"""Dimensions of samples and bands that an ISO record describes: their bounds and units."""

from vocabsvc.formats.element import Element, content, href, is_nil
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_PATHS = ("contentInfo/*/dimension", "contentInfo/*/attributeGroup/*/attribute")  # ISO 19139, ISO 19115-3


def lift_sample_dimensions(lifting: Lifting, record: str) -> None:
    """Lift the dimensions in the description of the content."""
    for path in _PATHS:
        for node, element in lifting.objects(record, "sampleDimension", lifting.root, path, "SampleDimension"):
            for name in ("maxValue", "minValue", "meanValue"):
                lifting.texts(node, "bound", element, name)
            for name in ("boundMax", "boundMin"):
                lifting.texts(node, "bandBound", element, name)
            _lift_unit(lifting, node, "boundUnit", element, "units")
            _lift_unit(lifting, node, "bandUnit", element, "boundUnits")


def _lift_unit(lifting: Lifting, node: str, predicate: str, element: Element, path: str) -> None:
    # A unit is a definition in GML, a reference to one, or a text.
    for prop in lifting.every(element, path):
        given = href(prop) or " ".join(content(prop).split())
        if given or (len(prop) and not is_nil(prop)):
            lifting.say(node, predicate, Literal(given), prop)
            lifting.take(prop)
