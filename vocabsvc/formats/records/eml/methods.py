"""How EML data were made."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.eml.coverage import lift_coverages
from vocabsvc.formats.records.eml.text import lift_texts
from vocabsvc.formats.records.lifting import Lifting


def lift_methods(lifting: Lifting, subject: str, element: Element) -> None:
    """Lift the steps of the methods of a resource or entity, and what was studied."""
    for path in ("methods/methodStep", "proceduralStep"):
        for step in lifting.every(element, path):
            node = lifting.node(step, "MethodStep")
            lifting.say(subject, "methodStep", node, step)
            lift_texts(lifting, node, "description", step, "description")
            for instrument in lifting.every(step, "instrumentation"):
                lifting.take(instrument)
    for extent in lifting.every(element, "methods/sampling/studyExtent"):
        for described in lifting.every(extent, "description"):
            lifting.take(described)
        lift_coverages(lifting, subject, extent)
    for part in ("methods/sampling/samplingDescription", "methods/qualityControl"):
        for found in lifting.every(element, part):
            lifting.take(found)
