"""Semantic annotations of EML 2.2: a subject, a property and a value, each with a label."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.eml.text import lift_attribute, lift_texts
from vocabsvc.formats.records.lifting import Lifting


def lift_annotations(lifting: Lifting, subject: str, parent: Element) -> None:
    """Lift the annotations in an element; they are about that element."""
    for annotation in lifting.every(parent, "annotation"):
        _lift_annotation(lifting, subject, annotation)


def lift_listed_annotations(lifting: Lifting, record: str) -> None:
    """Lift the annotations of the whole document; they name by id what they are about."""
    for annotation in lifting.every(lifting.root, "annotations/annotation"):
        target = lifting.referenced(annotation.get("references", "").strip())
        _lift_annotation(lifting, record if target is None else lifting.describe(target, "Element"), annotation)


def _lift_annotation(lifting: Lifting, subject: str, annotation: Element) -> None:
    node = lifting.node(annotation, "Annotation")
    lifting.say(subject, "annotation", node, annotation)
    for part in ("property", "value"):
        for uri in lifting.every(annotation, f"{part}URI"):
            lift_texts(lifting, node, f"{part}Uri", annotation, f"{part}URI")
            lift_attribute(lifting, node, f"{part}Label", uri, "label")


def lift_units(lifting: Lifting, record: str) -> None:
    """Lift the units that the document defines itself (STMML)."""
    for described in lifting.every(lifting.root, "additionalMetadata/describes"):
        lifting.take(described)
    for element in lifting.every(lifting.root, "additionalMetadata/metadata"):
        lifting.take(element)
        for unit in lifting.every(element, "unitList/unit"):
            node = lifting.node(unit, "UnitDefinition")
            lifting.say(record, "unitDefinition", node, unit)
            lift_attribute(lifting, node, "code", unit, "id")
            lift_attribute(lifting, node, "name", unit, "name")
            lift_attribute(lifting, node, "parentUnit", unit, "parentSI")
            lift_texts(lifting, node, "description", unit, "description")
