"""The files in which EML entities are kept."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.eml.distribution import lift_distributions
from vocabsvc.formats.records.eml.references import objects
from vocabsvc.formats.records.eml.text import lift_attribute, lift_texts
from vocabsvc.formats.records.lifting import Lifting
from vocabsvc.model.statement import Literal


def lift_physicals(lifting: Lifting, record: str, entity: str, parent: Element) -> None:
    """Lift the files of an entity."""
    for node, physical in objects(lifting, entity, "physical", parent, "physical", "Physical"):
        lift_texts(lifting, node, "name", physical, "objectName")
        for other in ("characterEncoding", "compressionMethod", "encodingMethod"):
            for found in lifting.every(physical, other):
                lifting.take(found)
        lifting.decimals(node, "size", physical, "size")
        for size in lifting.every(physical, "size"):
            lift_attribute(lifting, node, "sizeUnit", size, "unit")
        for checksum in lifting.every(physical, "authentication"):
            value = lifting.node(checksum, "Checksum")
            lifting.say(node, "checksum", value, checksum)
            lift_texts(lifting, value, "value", checksum, ".")
            lift_attribute(lifting, value, "method", checksum, "method")
        for form in lifting.every(physical, "dataFormat/*"):
            lifting.say(node, "dataFormat", lifting.node(form, "DataFormat"), form)
            lifting.take(form)
        for form in lifting.every(physical, "dataFormat/externallyDefinedFormat"):
            known = lifting.node(form, "Format")
            lifting.say(record, "format", known, form)
            lift_texts(lifting, known, "name", form, "formatName")
            lift_texts(lifting, known, "version", form, "formatVersion")
        for form in lifting.every(physical, "dataFormat/textFormat/simpleDelimited"):
            _lift_delimiters(lifting, node, form)
        lift_distributions(lifting, record, node, physical)


def _lift_delimiters(lifting: Lifting, physical: str, element: Element) -> None:
    node = lifting.node(element, "DelimitedText")
    lifting.say(physical, "delimitedText", node, element)
    for delimiter in lifting.every(element, "fieldDelimiter"):
        # a blank or a tab is a delimiter, and must not be stripped
        lifting.say(node, "fieldDelimiter", Literal(delimiter.text or ""), delimiter)
    parent = element.getparent()
    for delimiter in lifting.every(parent, "recordDelimiter") if parent is not None else ():
        lifting.say(node, "recordDelimiter", Literal(delimiter.text or ""), delimiter)
