"""Units of EML attributes: those of the dictionary, and those that a document defines itself."""

from collections.abc import Iterator
from difflib import get_close_matches

from vocabsvc.checks.records.eml.document import named
from vocabsvc.checks.records.eml.unit_names import standard_units
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.element import content, namespace


def undefined_units(view: RecordView) -> Iterator[Fault]:
    """EML-08: custom units without a definition of that id in a unit list, in whatever namespace it stands."""
    defined = _defined(view)
    for unit in named(view, "customUnit"):
        name = content(unit)
        if name not in defined:
            standard = standard_units(_version(view))
            like = get_close_matches(name, sorted(defined), 1) + get_close_matches(name, sorted(standard), 2, 0.75)
            yield Fault(element=view.document.numbers[unit], value=name, expected=tuple(like))


def needless_custom_units(view: RecordView) -> Iterator[Fault]:
    """EML-08: custom units that the dictionary has under the same name."""
    standard = standard_units(_version(view))
    for unit in named(view, "customUnit"):
        if content(unit) in standard:
            yield Fault(element=view.document.numbers[unit], value=content(unit))


def unknown_standard_units(view: RecordView) -> Iterator[Fault]:
    """EML-09: standard units that the dictionary of this version of EML does not have.

    Of what an installed schema refuses (STR-05), only those are told for which a name like it is known.
    """
    standard = standard_units(_version(view))
    folded = {name.casefold(): name for name in sorted(standard)}
    refused = {(error.element, error.value.strip()) for error in view.xsd.errors}
    for unit in named(view, "standardUnit"):
        name = content(unit)
        if name not in standard:
            close = get_close_matches(name.casefold(), sorted(folded), 3, 0.75)
            expected = tuple(folded[one] for one in close)
            element = view.document.numbers[unit]
            if expected or (element, name) not in refused:
                yield Fault(element=element, value=name, expected=expected)


def _defined(view: RecordView) -> set[str]:
    return {element.get("id", "").strip() for element in view.root.iter("{*}unit") if element.get("id") is not None}


def _version(view: RecordView) -> str:
    return namespace(view.root).rpartition("eml-")[2]
