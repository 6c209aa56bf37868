"""Elements that an ISO record defines in extension of the standard."""

from vocabsvc.formats.records.lifting import Lifting

_TEXTS = ("maximumOccurrence", "domainValue", "condition", "conceptName")
_CODES = ("domainCode", "code")  # ISO 19115:2003, ISO 19115-1:2014


def lift_extensions(lifting: Lifting, record: str) -> None:
    """Lift the definitions of further elements."""
    path = "metadataExtensionInfo/*/extendedElementInformation"
    for node, element in lifting.objects(record, "extendedElement", lifting.root, path, "ExtendedElement"):
        lifting.codes(node, "dataType", element, "dataType")
        lifting.codes(node, "obligation", element, "obligation")
        for name in _TEXTS:
            lifting.texts(node, name, element, name)
        for name in _CODES:
            lifting.texts(node, "domainCode", element, name)
