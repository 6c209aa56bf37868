"""The research project in which an EML resource came to be, and who paid for it."""

from vocabsvc.formats.element import Element
from vocabsvc.formats.records.eml.annotation import lift_annotations
from vocabsvc.formats.records.eml.coverage import lift_coverages
from vocabsvc.formats.records.eml.party import lift_parties
from vocabsvc.formats.records.eml.references import objects
from vocabsvc.formats.records.eml.text import lift_texts
from vocabsvc.formats.records.lifting import Lifting

_AWARD = ("funderName", "funderIdentifier", "awardNumber")


def lift_projects(lifting: Lifting, subject: str, parent: Element, path: str = "project") -> None:
    """Lift the projects at ``path``, and those related to them."""
    for node, project in objects(lifting, subject, "project", parent, path, "Project"):
        lift_texts(lifting, node, "title", project, "title")
        lift_texts(lifting, node, "abstract", project, "abstract")
        lift_texts(lifting, node, "funding", project, "funding")
        for award in lifting.every(project, "award"):
            granted = lifting.node(award, "Award")
            lifting.say(node, "award", granted, award)
            lifting.take(award)
            for name in _AWARD:
                lift_texts(lifting, granted, name, award, name)
        lift_parties(lifting, node, "personnel", project, "personnel")
        for described in lifting.every(project, "studyAreaDescription"):
            lifting.take(described)
            lift_coverages(lifting, node, described)
        for described in lifting.every(project, "designDescription"):
            lifting.take(described)
        lift_annotations(lifting, node, project)
        if path == "project":  # a project that is related to itself would never end
            lift_projects(lifting, node, project, "relatedProject")
