"""Constraints on access and use in an ISO record."""

from vocabsvc.formats.element import Element, kind
from vocabsvc.formats.records.lifting import Lifting


def lift_constraints(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the constraints inside an identification section."""
    for node, inside in lifting.objects(resource, "constraints", element, "resourceConstraints", "Constraints"):
        lifting.texts(node, "useLimitation", inside, "useLimitation")
        if kind(inside) == "MD_LegalConstraints":
            lifting.node(inside, "LegalConstraints")
            lifting.codes(node, "restriction", inside, "accessConstraints")
            lifting.codes(node, "restriction", inside, "useConstraints")
            lifting.texts(node, "otherConstraint", inside, "otherConstraints")
