"""The citation of a resource in an ISO record: title, identifiers, dates."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.lifting import Lifting


def lift_citation(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the citation inside an identification section."""
    lifting.texts(resource, "title", element, "citation/*/title", translated="titleTranslation")
    lifting.texts(resource, "resourceId", element, "citation/*/identifier/*/code")
    for node, date in lifting.objects(resource, "date", element, "citation/*/date", "CitationDate"):
        lifting.dates(node, "value", date, "date")
        lifting.codes(node, "dateType", date, "dateType")
