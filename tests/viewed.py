"""A record as the checks that are programs see it."""

from datetime import UTC, datetime

from vocabsvc.checks.records.view import Fault, Find, Gap, RecordView
from vocabsvc.formats.records.reading import read_records
from vocabsvc.model.record import FactIndex
from vocabsvc.model.xsd import XsdVerdict

NOW = datetime(2026, 1, 1, tzinfo=UTC)


def view(data: bytes) -> RecordView:
    """The only record of a document, on the first of January 2026."""
    (record,) = read_records(data, max_bytes=1_000_000).records
    graph = record.graph
    return RecordView(record.document, record.root, graph, FactIndex(graph.facts), NOW, XsdVerdict(""))


def faults(find: Find, text: str) -> list[Fault]:
    return [one for one in find(view(text.encode())) if isinstance(one, Fault)]


def gaps(find: Find, text: str) -> list[Gap]:
    return [one for one in find(view(text.encode())) if isinstance(one, Gap)]
