"""One record against one compiled schema, with what no schema describes set aside."""

from collections.abc import Collection
from dataclasses import dataclass

from lxml import etree

from vocabsvc.formats.element import Element
from vocabsvc.formats.xsd.compiled import CompiledSchema, RaisedError, expected_tags
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
    order, is no fault of the record. That it stands there is one, where no schema of a profile could allow it
    (ISO 19139, annex A: what a profile adds stands in classes of its own).

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
    errors, removed = _without_refused(copy, schema, silent, read_as.keys())
    return Assessed(copy, tuple(errors), (*read_as.items(), *((element, "") for element in removed)))


def _without_refused(
    copy: RecordCopy, schema: CompiledSchema, silent: set[Element], own: Collection[Element]
) -> tuple[list[tuple[Element, RaisedError]], set[Element]]:
    """Validate again and again, since behind one element that is refused nothing is looked at.

    Return the errors, and what was set aside without being one; ``own`` are the classes of profiles.
    """
    removed: set[Element] = set()
    intruders: dict[Element, RaisedError] = {}
    shaken: set[Element | None] = set()
    for number in range(_MOST_ROUNDS + 1):
        errors = copy.errors(schema)
        refused = {element: error for element, error in errors if element in silent}
        if not refused:
            break
        intruders |= {
            element: error
            for element, error in refused.items()
            if element.getparent() not in own and _is_out_of_place(element, error, schema)
        }
        for element in silent if number == _MOST_ROUNDS - 1 else refused:
            shaken.add(element.getparent())
            copy.remove(element)
            removed.add(element)
        silent = silent - removed
    kept = [(element, error) for element, error in errors if not _is_due_to(shaken, element, error)]
    return [*intruders.items(), *kept], removed - intruders.keys()


def _is_out_of_place(element: Element, error: RaisedError, schema: CompiledSchema) -> bool:
    """Tell whether nothing of another namespace may stand there, whatever it is declared to be.

    A schema can put its elements only in the place of what others declare globally. That libxml2 does not list what
    may be repeated is why the element before counts, too.
    """
    before = [str(one.tag) for one in element.itersiblings(etree.Element, preceding=True)][:1]
    possible = (*expected_tags(error.message), *before)
    return error.kind == _CONTENT and not any(map(schema.declares, possible))


def _is_due_to(shaken: set[Element | None], element: Element, error: RaisedError) -> bool:
    return error.kind == _CONTENT and (element in shaken or (bool(shaken) and element.getparent() in shaken))
