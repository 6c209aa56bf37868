"""Resources that an ISO record associates with its own: parts, series, sources, publications."""

from vocabsvc.formats.element import Element, attributes, href
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_NAMES = ("aggregateDataSetName/*/title", "name/*/title", "metadataReference/*/title")
_IDENTIFIERS = (
    "aggregateDataSetName/*/identifier/*/code",
    "aggregateDataSetIdentifier/*/code",
    "name/*/identifier/*/code",
    "metadataReference/*/identifier/*/code",
)
_PROPERTIES = ("aggregationInfo", "associatedResource")  # ISO 19139, ISO 19115-3


def lift_associations(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the associated resources inside an identification section."""
    known: set[tuple[tuple[str, ...], ...]] = set()
    for path in _PROPERTIES:
        for node, inside in lifting.objects(resource, "associatedResource", element, path, "AssociatedResource"):
            _lift_association(lifting, node, inside)
            identity = tuple(lifting.values(node, "associatedId") or lifting.values(node, "associatedName"))
            kinds = (lifting.values(node, "associationType"), lifting.values(node, "initiativeType"))
            key = (identity, *(tuple(kind) for kind in kinds))
            if any(identity) and key in known:
                lifting.say(node, "repeatedAssociation", Literal(identity[0]), inside)
            known.add(key)


def _lift_association(lifting: Lifting, node: str, element: Element) -> None:
    for path in _NAMES:
        lifting.texts(node, "associatedName", element, path)
    for path in _IDENTIFIERS:
        lifting.texts(node, "associatedId", element, path)
    for reference in (*lifting.every(element, "metadataReference"), *lifting.every(element, "name")):
        given = href(reference) or dict(attributes(reference)).get("uuidref", "")
        if given:
            lifting.say(node, "associatedId", Literal(given), reference)
    lifting.codes(node, "associationType", element, "associationType")
    lifting.codes(node, "initiativeType", element, "initiativeType")
