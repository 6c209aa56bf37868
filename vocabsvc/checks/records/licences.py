"""Which licence does a record give, and does it say so in a way that holds together?"""

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime

from vocabsvc.checks.records.licence_statements import Statement, statements
from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.formats.licences.address import address_of
from vocabsvc.model.licence import Licence
from vocabsvc.model.record import text_of

_CLOSED = frozenset({"restricted", "confidential", "secret", "topSecret", "in-confidence", "private", "sensitive"})
_EMBARGO = re.compile(
    r"(?:embargo|moratoi?r)[^0-9]{0,80}(?:(?P<y>[12][0-9]{3})-(?P<m>[01][0-9])(?:-(?P<d>[0-3][0-9]))?"
    r"|(?P<dd>[0-3]?[0-9])[/.](?P<mm>[01]?[0-9])[/.](?P<yy>[12][0-9]{3}))(?![0-9])",
    re.IGNORECASE,
)
_LAST_DAY = 28
_WITHOUT_VERSION = {
    "en": "The text names {value} without its version, so that the address cannot be told.",
    "fr": "Le texte nomme {value} sans sa version\u00a0: on ne peut en déduire l’adresse.",
}


def without_address(view: RecordView) -> Iterator[Fault]:
    """Find resources with statements on rights of which none leads to a licence by an address."""
    for resource, made in _by_resource(view).items():
        if not any(statement.linked for statement in made):
            element = _element(view, resource)
            yield Fault(element=element, focus=element)


def named_only(view: RecordView) -> Iterator[Fault]:
    """Find licences in words, in resources that give none by an address."""
    for resource, made in _by_resource(view).items():
        if any(statement.linked for statement in made):
            continue
        for statement in made:
            licence = statement.named
            if licence is None:
                continue
            address = address_of(licence)
            yield Fault(
                element=statement.element,
                value=statement.words if address else licence.name,
                expected=(address,) if address else (),
                focus=_element(view, resource),
                message=None if address else _WITHOUT_VERSION,
            )


def words_against_address(view: RecordView) -> Iterator[Fault]:
    """Find licences in words that differ from those by address, in one statement or within one family."""
    for made in _by_resource(view).values():
        everywhere = [licence for statement in made for licence in statement.linked]
        for statement in made:
            licence = statement.named
            if licence is None or any(licence.agrees_with(one) for one in everywhere):
                continue
            against = statement.linked or tuple(one for one in everywhere if _related(one, licence))
            if against:
                yield Fault(element=statement.element, value=against[0].name, expected=_addresses(licence))


def open_but_closed(view: RecordView) -> Iterator[Fault]:
    """Find access constraints that contradict an open licence."""
    for resource, made in _by_resource(view).items():
        licences = [one for statement in made for one in (statement.named, *statement.linked) if one is not None]
        if not any(licence.is_open for licence in licences):
            continue
        for node in view.facts.texts(resource, "constraints"):
            for fact in view.facts.facts(node, "accessConstraint"):
                if text_of(fact.object) in _CLOSED:
                    yield Fault(element=fact.element, value=text_of(fact.object))


def past_embargo(view: RecordView) -> Iterator[Fault]:
    """Find embargoes that ended before today."""
    for statement in statements(view):
        ends = [_date(found) for found in _EMBARGO.finditer(statement.words)]
        last = max((end for end in ends if end is not None), default=None)
        if last is not None and last < view.now:
            yield Fault(element=statement.element, value=last.date().isoformat())


def _by_resource(view: RecordView) -> Mapping[str, list[Statement]]:
    made: dict[str, list[Statement]] = {}
    for statement in statements(view):
        made.setdefault(statement.resource, []).append(statement)
    return made


def _element(view: RecordView, resource: str) -> int:
    return view.facts.elements[resource]


def _related(one: Licence, other: Licence) -> bool:
    return one.family.partition("-")[0] == other.family.partition("-")[0]


def _addresses(licence: Licence) -> tuple[str, ...]:
    address = address_of(licence)
    return (address,) if address else ()


def _date(found: re.Match[str]) -> datetime | None:
    year, month = found["y"] or found["yy"], found["m"] or found["mm"]
    day = found["d"] or found["dd"] or str(_LAST_DAY)
    try:
        return datetime(int(year), int(month), int(day), tzinfo=UTC)
    except ValueError:
        return None
