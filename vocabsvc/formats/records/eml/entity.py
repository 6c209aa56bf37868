"""The tables, grids and files of an EML dataset."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.eml.annotation import lift_annotations
from vocabsvc.formats.records.eml.attribute import lift_attributes
from vocabsvc.formats.records.eml.coverage import lift_coverages
from vocabsvc.formats.records.eml.methods import lift_methods
from vocabsvc.formats.records.eml.physical import lift_physicals
from vocabsvc.formats.records.eml.references import objects
from vocabsvc.formats.records.eml.text import lift_texts
from vocabsvc.formats.records.lifting import Lifting

ENTITIES = ("dataTable", "spatialRaster", "spatialVector", "storedProcedure", "view", "otherEntity")
"""The elements that describe an entity."""

_OTHERS = ("alternateIdentifier", "additionalInfo", "entityType", "caseSensitive")


def lift_entities(lifting: Lifting, record: str, resource: str, element: Element) -> None:
    """Lift the entities of a dataset."""
    for name in ENTITIES:
        for entity, inside in objects(lifting, resource, "entity", element, name, "Entity"):
            if name == "dataTable":
                lifting.node(inside, "DataTable")
            lift_texts(lifting, entity, "name", inside, "entityName")
            lift_texts(lifting, entity, "description", inside, "entityDescription")
            lift_texts(lifting, entity, "numberOfRecords", inside, "numberOfRecords")
            for other in _OTHERS:
                for found in lifting.every(inside, other):
                    lifting.take(found)
            lift_physicals(lifting, record, entity, inside)
            lift_attributes(lifting, entity, inside)
            lift_coverages(lifting, entity, inside)
            lift_methods(lifting, entity, inside)
            lift_annotations(lifting, entity, inside)
