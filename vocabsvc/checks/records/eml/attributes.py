"""The columns of EML tables and the values in them; the names of tables and columns."""

from collections.abc import Iterator
from decimal import Decimal, InvalidOperation

from vocabsvc.checks.records.eml.document import children, named, text
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.element import Element, content
from vocabsvc.formats.records.eml.entity import ENTITIES

_NUMBERS = ("minimum", "maximum", "precision")


def repeated_attribute_names(view: RecordView) -> Iterator[Fault]:
    """EML-14: names that an earlier column of the same list has."""
    for listed in named(view, "attributeList"):
        yield from _repeated(view, children(listed, "attribute"), "attributeName")


def repeated_entity_names(view: RecordView) -> Iterator[Fault]:
    """EML-28: names that an earlier entity of the same dataset has."""
    for dataset in children(view.root, "dataset"):
        yield from _repeated(view, children(dataset, *ENTITIES), "entityName")


def unexplained_codes(view: RecordView) -> Iterator[Fault]:
    """EML-17: codes without definition."""
    yield from _unexplained(view, "codeDefinition", "definition")


def repeated_codes(view: RecordView) -> Iterator[Fault]:
    """EML-17: codes that are defined before in the same domain."""
    for domain in named(view, "enumeratedDomain"):
        yield from _repeated(view, children(domain, "codeDefinition"), "code")


def unexplained_missing_values(view: RecordView) -> Iterator[Fault]:
    """EML-20: codes of missing values without explanation."""
    yield from _unexplained(view, "missingValueCode", "codeExplanation")


def reversed_bounds(view: RecordView) -> Iterator[Fault]:
    """EML-19: a minimum above the maximum."""
    for bounds in named(view, "bounds"):
        least, most = (_number(text(bounds, name)) for name in ("minimum", "maximum"))
        if least is not None and most is not None and least > most:
            minimum = children(bounds, "minimum")[0]
            found = view.document.numbers[minimum]
            yield Fault(element=found, value=content(minimum), expected=(f"≤ {text(bounds, 'maximum')}",))


def unreadable_numbers(view: RecordView) -> Iterator[Fault]:
    """EML-19: bounds and precisions of numbers that are no numbers."""
    for domain in named(view, "numericDomain"):
        scale = domain.getparent()
        holders = [*children(domain, "bounds"), *([] if scale is None else [scale])]
        for number in (one for holder in holders for one in children(holder, *_NUMBERS)):
            if _number(content(number)) is None:
                yield Fault(element=view.document.numbers[number], value=content(number))


def _repeated(view: RecordView, elements: list[Element], name: str) -> Iterator[Fault]:
    seen: set[str] = set()
    for element in elements:
        for held in children(element, name)[:1]:
            value = " ".join(content(held).split())
            if value and value in seen:
                yield Fault(element=view.document.numbers[held], value=value)
            seen.add(value)


def _unexplained(view: RecordView, name: str, explanation: str) -> Iterator[Fault]:
    for element in named(view, name):
        if not children(element, "references") and not text(element, explanation):
            yield Fault(element=view.document.numbers[element], value=text(element, "code"))


def _number(written: str) -> Decimal | None:
    try:
        number = Decimal(written)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
