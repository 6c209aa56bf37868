"""What an ISO record says of the variables and features of the resource, and of its levels and times."""

import re

from vocabsvc.formats.element import Element, content
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_DESCRIPTORS = ("dimension/*/descriptor", "attributeGroup/*/attribute/*/description")  # ISO 19139, ISO 19115-3
_FEATURES = ("featureTypes", "featureTypes/*/featureTypeName")
# Copernicus Marine writes these two as texts of a dimension.
_SAID = (
    ("verticalLevels", re.compile(r"vertical levels? number *: *(.+)", re.IGNORECASE)),
    ("temporalResolution", re.compile(r"temporal resolution *: *(.+)", re.IGNORECASE)),
)


def lift_content(lifting: Lifting, record: str) -> None:
    """Lift the descriptions of the content, and of the axes of a grid."""
    for _, element in lifting.objects(record, "contentInfo", lifting.root, "contentInfo", "ContentInformation"):
        for path in _FEATURES:
            for feature in lifting.every(element, path):
                if not lifting.every(feature, "MD_FeatureTypeInfo"):
                    lifting.texts(record, "featureType", feature, ".")
        for path in _DESCRIPTORS:
            for descriptor in lifting.every(element, path):
                _lift_descriptor(lifting, record, descriptor)
    for dimension in lifting.every(lifting.root, "spatialRepresentationInfo/*/axisDimensionProperties/*"):
        code = lifting.first(dimension, "dimensionName/*")
        if code is not None and (code.get("codeListValue", "").strip() or content(code)) == "vertical":
            lifting.texts(record, "verticalLevels", dimension, "dimensionSize")


def _lift_descriptor(lifting: Lifting, record: str, descriptor: Element) -> None:
    lifting.take(descriptor)
    text = content(descriptor)
    for predicate, form in _SAID:
        if found := form.fullmatch(text):
            carrier = next(iter(lifting.every(descriptor, "*")), descriptor)
            lifting.say(record, predicate, Literal(found[1].strip()), carrier, text)
