"""One record against one compiled schema, with what no schema describes set aside."""

from dataclasses import dataclass

from vocabsvc.formats.element import Element
from vocabsvc.formats.xsd.compiled import CompiledSchema, RaisedError
from vocabsvc.formats.xsd.record_copy import RecordCopy, standard_tag

EDITORS = frozenset({"http://www.fao.org/geonetwork"})
"""Namespaces of what an editor left among the content: no profile, and nothing that a record may hold."""

_MOST_ROUNDS = 10
_CONTENT = "SCHEMAV_ELEMENT_CONTENT"


@dataclass(frozen=True, slots=True)
class Assessed:
    """Errors with the element of the copy, and unknown elements with the tag they were read as, or ``""``."""

    copy: RecordCopy
    errors: tuple[tuple[Element, RaisedError], ...]
    unknown: tuple[tuple[Element, str], ...]


def assess(copy: RecordCopy, schema: CompiledSchema, known: frozenset[str], everywhere: frozenset[str]) -> Assessed:
    """Validate; ``known`` are the namespaces of the schema, ``everywhere`` those of all installed sets.

    An element of a namespace that no installed set has is read as the standard element it says it is. One that
    does not say is taken out where the schema refuses it; what the schema then misses there, or finds out of
    order, is no fault of the record.

    Raises:
        TooManyErrors: see ``RecordCopy.errors``.
    """
    read_as: dict[Element, str] = {}
    silent: set[Element] = set()
    for element in copy.outside(everywhere | EDITORS):
        tag = standard_tag(element, known)
        if tag is None:
            silent.add(element)
        else:
            copy.rename(element, tag)
            read_as[element] = tag
    errors, removed = _without_refused(copy, schema, silent)
    return Assessed(copy, tuple(errors), (*read_as.items(), *((element, "") for element in removed)))


def _without_refused(
    copy: RecordCopy, schema: CompiledSchema, silent: set[Element]
) -> tuple[list[tuple[Element, RaisedError]], set[Element]]:
    """Validate again and again, since behind one element that is refused nothing is looked at."""
    removed: set[Element] = set()
    shaken: set[Element | None] = set()
    for number in range(_MOST_ROUNDS + 1):
        errors = copy.errors(schema)
        refused = {element for element, _ in errors} & silent
        if not refused:
            break
        for element in silent if number == _MOST_ROUNDS - 1 else refused:
            shaken.add(element.getparent())
            copy.remove(element)
            removed.add(element)
        silent = silent - removed
    kept = [(element, error) for element, error in errors if not _is_due_to(shaken, element, error)]
    return kept, removed


def _is_due_to(shaken: set[Element | None], element: Element, error: RaisedError) -> bool:
    return error.kind == _CONTENT and (element in shaken or (bool(shaken) and element.getparent() in shaken))
