"""Constraints on access and use in an ISO record."""

import re

from vocabsvc.formats.element import Element, content, href, kind
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_PUBLIC_ACCESS = re.compile(r"metadata-?codelist/LimitationsOnPublicAccess", re.IGNORECASE)


def lift_constraints(lifting: Lifting, resource: str, element: Element) -> None:
    """Lift the constraints inside an identification section."""
    for node, inside in lifting.objects(resource, "constraints", element, "resourceConstraints", "Constraints"):
        _lift_texts(lifting, node, "useLimitation", inside)
        _lift_reference(lifting, node, inside)
        _lift_releasability(lifting, node, inside)
        lifting.texts(node, "licenceName", inside, "licenseName")  # these two by the Marine Community Profile
        lifting.texts(node, "licenceUri", inside, "licenseLink")
        match kind(inside):
            case "MD_LegalConstraints":
                lifting.node(inside, "LegalConstraints")
                _lift_legal(lifting, node, inside)
            case "MD_Constraints":
                lifting.node(inside, "GeneralConstraints")


def _lift_legal(lifting: Lifting, node: str, element: Element) -> None:
    lifting.codes(node, "accessConstraint", element, "accessConstraints")
    lifting.codes(node, "useConstraint", element, "useConstraints")
    _lift_texts(lifting, node, "otherConstraint", element)
    codes = {*lifting.values(node, "accessConstraint"), *lifting.values(node, "useConstraint")}
    if any(_PUBLIC_ACCESS.search(uri) for uri in lifting.values(node, "otherConstraintUri")):
        lifting.node(element, "PublicAccessLimitation")
    elif "otherRestrictions" in codes and any(
        (*lifting.values(node, "otherConstraint"), *lifting.values(node, "otherConstraintUri"))
    ):
        lifting.node(element, "ConditionsOfUse")


def _lift_texts(lifting: Lifting, node: str, predicate: str, element: Element) -> None:
    for prop in lifting.every(element, f"{predicate}s" if predicate == "otherConstraint" else predicate):
        lifting.texts(node, predicate, prop, ".")
        if href(prop) or any(map(href, prop)):
            lifting.iris(node, f"{predicate}Uri", prop)


def _lift_reference(lifting: Lifting, constraints: str, element: Element) -> None:
    """Lift the citation of a licence, which ISO 19115-3 has a place for."""
    for node, citation in lifting.objects(constraints, "licenceReference", element, "reference", "LicenceReference"):
        lifting.texts(node, "licenceName", citation, "title")
        lifting.texts(node, "licenceName", citation, "alternateTitle")
        lifting.texts(node, "licenceUri", citation, "onlineResource/*/linkage")
        lifting.texts(node, "licenceUri", citation, "identifier/*/code")
        for title in lifting.every(citation, "title"):
            lifting.iris(node, "licenceUri", title)


def _lift_releasability(lifting: Lifting, constraints: str, element: Element) -> None:
    """Lift to whom the resource may be given, which ISO 19115-3 has a place for."""
    for node, inside in lifting.objects(constraints, "releasability", element, "releasability", "Releasability"):
        lifting.texts(node, "releasabilityStatement", inside, "statement")
        for prop in lifting.every(inside, "addressee"):
            if whom := " ".join(content(prop).split()) or href(prop):
                lifting.say(node, "addressee", Literal(whom), prop)
