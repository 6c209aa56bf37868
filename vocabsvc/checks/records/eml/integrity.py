"""Ids of EML documents and what refers to them (EML 2.2, validation and content references)."""

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from vocabsvc.checks.records.eml.document import Pointer, children, identified, named, references, targets
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.element import Element, content
from vocabsvc.formats.records.eml.references import kind_of


def repeated_ids(view: RecordView) -> Iterator[Fault]:
    """EML-02: every occurrence of an id after the first; the identifier of the package counts as one."""
    seen: set[str] = set()
    for identifier, element in identified(view):
        if identifier in seen:
            yield Fault(element=view.document.numbers[element], value=identifier)
        seen.add(identifier)


def dangling_references(view: RecordView) -> Iterator[Fault]:
    """EML-03: ``references`` to an id that is not there; like ids of elements of that kind are expected."""
    known = targets(view)
    for pointer in references(view):
        if pointer.target not in known:
            kind = _kind_of_parent(pointer.element)
            fitting = [name for name, element in known.items() if kind_of(element) == kind]
            yield _fault(view, pointer.element, pointer.target, fitting)


def dangling_annotations(view: RecordView) -> Iterator[Fault]:
    """EML-04: annotations of an id that is not there."""
    known = targets(view)
    for annotation in named(view, "annotation"):
        target = str(annotation.get("references", "")).strip()
        if annotation.get("references") is not None and target not in known:
            yield _fault(view, annotation, target, known)


def dangling_descriptions(view: RecordView) -> Iterator[Fault]:
    """EML-05: additional metadata on an id that is not there."""
    known = targets(view)
    for additional in children(view.root, "additionalMetadata"):
        for described in children(additional, "describes"):
            target = content(described)
            if target not in known:
                yield _fault(view, described, target, known)


def referring_ids(view: RecordView) -> Iterator[Fault]:
    """EML-06: elements that have both an id and a ``references``."""
    for pointer in references(view):
        parent = pointer.element.getparent()
        if parent is not None and parent.get("id") is not None:
            yield Fault(element=view.document.numbers[parent], value=str(parent.get("id")).strip())


def unidentified_subjects(view: RecordView) -> Iterator[Fault]:
    """EML-07: elements with annotations that say by themselves what they are about, and no id.

    The subject of additional metadata is told by ``describes``, so that annotations there need none.
    """
    seen: set[Element] = set()
    for annotation in named(view, "annotation"):
        parent = annotation.getparent()
        if parent is None or parent in seen or annotation.get("references") is not None:
            continue
        if children(annotation, "propertyURI", "valueURI") and not str(parent.get("id", "")).strip():
            seen.add(parent)
            yield Fault(element=view.document.numbers[parent])


def differing_systems(view: RecordView) -> Iterator[Fault]:
    """EML-10: references whose ``system`` is not that of the element they name."""
    known = targets(view)
    for pointer in references(view):
        target = known.get(pointer.target)
        if target is not None and str(target.get("system", "")).strip() != pointer.system:
            yield Fault(element=view.document.numbers[pointer.element], value=pointer.system)


def references_of_another_kind(view: RecordView) -> Iterator[Fault]:
    """EML-11: references to something that cannot stand in their place."""
    known = targets(view)
    for pointer in references(view):
        kind = _kind_of_parent(pointer.element)
        target = known.get(pointer.target)
        if target is not None and kind_of(target) != kind:
            fitting = [name for name, element in known.items() if kind_of(element) == kind]
            yield _fault(view, pointer.element, pointer.target, fitting)


def circular_references(view: RecordView) -> Iterator[Fault]:
    """EML-13: references to what they stand in, at once or by way of others."""
    known = targets(view)
    inside: dict[Element, list[Pointer]] = {}
    for pointer in references(view):
        for above in pointer.element.iterancestors():
            inside.setdefault(above, []).append(pointer)
    for pointer in references(view):
        if _leads_back(pointer, known, inside):
            yield Fault(element=view.document.numbers[pointer.element], value=pointer.target)


def _leads_back(start: Pointer, known: Mapping[str, Element], inside: Mapping[Element, list[Pointer]]) -> bool:
    above = set(start.element.iterancestors())
    waiting, seen = [start.target], {start.target}
    while waiting:
        target = known.get(waiting.pop())
        if target is None:
            continue
        if target in above:
            return True
        for pointer in inside.get(target, ()):
            if pointer.target not in seen:
                seen.add(pointer.target)
                waiting.append(pointer.target)
    return False


def _kind_of_parent(element: Element) -> str:
    parent = element.getparent()
    return "" if parent is None else kind_of(parent)


def _fault(view: RecordView, element: Element, value: str, like: Iterable[str]) -> Fault:
    expected = tuple(get_close_matches(value, list(like), 3))
    return Fault(element=view.document.numbers[element], value=value, expected=expected)
