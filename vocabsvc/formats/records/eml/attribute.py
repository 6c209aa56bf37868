"""The columns or variables of an EML entity."""

from vocabsvc.formats.element import Element, local_name
from vocabsvc.formats.records.eml.annotation import lift_annotations
from vocabsvc.formats.records.eml.coverage import lift_coverages
from vocabsvc.formats.records.eml.references import objects
from vocabsvc.formats.records.eml.text import lift_texts
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal

_DOMAINS = ("numericDomain", "nonNumericDomain", "dateTimeDomain")


def lift_attributes(lifting: Lifting, entity: str, parent: Element) -> None:
    """Lift the attributes of an entity, whose list may stand in another."""
    for _, listed in objects(lifting, entity, "attributeList", parent, "attributeList", "AttributeList"):
        for node, attribute in objects(lifting, entity, "attribute", listed, "attribute", "Attribute"):
            _lift_attribute(lifting, node, attribute)


def _lift_attribute(lifting: Lifting, node: str, element: Element) -> None:
    lift_texts(lifting, node, "name", element, "attributeName")
    lift_texts(lifting, node, "definition", element, "attributeDefinition")
    for scale in lifting.every(element, "measurementScale/*"):
        lifting.say(node, "measurementScale", Literal(local_name(scale)), scale)
        lift_texts(lifting, node, "unit", scale, "unit/*")
        lift_texts(lifting, node, "formatString", scale, "formatString")
        for domain in (found for name in _DOMAINS for found in lifting.every(scale, name)):
            lifting.say(node, "domain", Literal(local_name(domain)), domain)
            # codes and bounds: there may be thousands; the checks read them from the tree
            lifting.take(domain)
        for precision in ("precision", "dateTimePrecision"):
            for found in lifting.every(scale, precision):
                lifting.take(found)
    for name in ("attributeLabel", "storageType", "missingValueCode", "accuracy", "methods"):
        for found in lifting.every(element, name):
            lifting.take(found)
    lift_coverages(lifting, node, element)
    lift_annotations(lifting, node, element)
