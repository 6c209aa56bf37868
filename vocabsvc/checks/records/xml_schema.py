"""What the XML Schema of a record says of it."""

from collections.abc import Iterator

from vocabsvc.checks.records.view import Fault, Gap, RecordView


def against_schema(view: RecordView) -> Iterator[Fault | Gap]:
    """Find what the installed schema set refuses; without a set that fits, say that nothing was looked at."""
    if view.xsd.reason is not None:
        yield Gap(view.document.numbers[view.root], view.xsd.reason)
    for error in view.xsd.errors:
        yield Fault(element=error.element, value=error.value, expected=error.expected, message=error.message)


def outside_schema(view: RecordView) -> Iterator[Fault | Gap]:
    """Say which elements of profiles no installed schema describes."""
    for part in view.xsd.unassessed:
        yield Gap(part.element, part.message, part.name)
