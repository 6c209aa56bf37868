"""The date of a record, seen from today (MD-04)."""

from collections.abc import Iterator
from datetime import timedelta

from vocabsvc.checks.records.view import Fault, RecordView
from vocabsvc.model.record import text_of

_ELSEWHERE = timedelta(hours=14)  # it may be tomorrow already where the record was written


def future_metadata_dates(view: RecordView) -> Iterator[Fault]:
    """Yield the metadata dates that are yet to come."""
    latest = (view.now + _ELSEWHERE).strftime("%Y-%m-%dT%H:%M:%SZ")
    for record in view.facts.nodes("IsoRecord"):
        for name in ("metadataDate", "metadataOtherDate"):
            for fact in view.facts.facts(record, f"{name}Earliest"):
                if text_of(fact.object) > latest and not _is_planned(view, fact.element):
                    yield Fault(element=fact.element, value=fact.given)


def _is_planned(view: RecordView, element: int) -> bool:
    """Tell whether a date is one that may lie ahead, such as that of the next update."""
    kinds = {code.value for code in view.graph.code_values if _date_of(view, code.element) == _date_of(view, element)}
    return bool(kinds & _PLANNED)


def _date_of(view: RecordView, element: int) -> int:
    """Return the CI_Date that a date or its type is in."""
    parents = view.graph.source_map.parents
    return parents[parents[element]]


_PLANNED = {"nextUpdate", "expiry", "validityExpires", "validityBegins", "inForce", "unavailable", "released"}
