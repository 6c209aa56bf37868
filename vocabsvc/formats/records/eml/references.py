"""How one part of an EML document stands for another: an element ``references`` in the place of its content."""

from collections.abc import Iterator

from vocabsvc.formats.element import Element, content, local_name
from vocabsvc.formats.records.lifting import Lifting

_KINDS = {
    "party": (
        "creator",
        "metadataProvider",
        "associatedParty",
        "contact",
        "publisher",
        "personnel",
        "editor",
        "originator",
        "identifierName",
        "institution",
        "performer",
        "recipient",
        "party",
    ),
    "project": ("project", "relatedProject"),
    "dataset": ("dataset", "dataSource"),
    "citation": (
        "citation",
        "referencePublication",
        "usageCitation",
        "identificationReference",
        "classificationSystemCitation",
        "timeScaleCitation",
    ),
    "address": ("address", "conferenceLocation"),
}
_ELSEWHERE = {("coverage", "spatialSamplingUnits"): "geographicCoverage"}
"""Elements that are of another kind inside some than they are elsewhere."""

_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names}


def kind_of(element: Element) -> str:
    """Return what may stand for what: any party for a party, else what has the same name and type."""
    name, above = local_name(element), element.getparent()
    elsewhere = None if above is None else _ELSEWHERE.get((name, local_name(above)))
    return elsewhere or _KIND_OF.get(name, name)


def objects(
    lifting: Lifting, subject: str, predicate: str, parent: Element, path: str, *classes: str
) -> Iterator[tuple[str, Element]]:
    """Link to the elements at ``path`` and yield each with its node, following a ``references`` to what it names.

    Where nothing of that kind is in the document, the element is linked as a ``Reference`` and not yielded.
    """
    for element in lifting.every(parent, path):
        pointer = lifting.first(element, "references")
        target: Element | None = element
        if pointer is not None:
            for beside in lifting.every(element, "*"):  # the pointer, and the role that a party has here
                lifting.take(beside)
            target = lifting.referenced(content(pointer))
        if target is None or kind_of(target) != kind_of(element):
            identifier = "" if pointer is None else content(pointer)
            lifting.say(subject, predicate, lifting.reference(element, f"#{identifier}"), element)
            continue
        node = lifting.node(target, *classes)
        lifting.say(subject, predicate, node, target)
        yield node, target
