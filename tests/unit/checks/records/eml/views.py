"""EML documents for the tests of its checks, and what a check finds in one."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime

from vocabsvc.checks.records.view import Fault, Find, Gap, RecordView
from vocabsvc.formats.records.reading import read_records
from vocabsvc.model.record import FactIndex
from vocabsvc.model.xsd import XsdVerdict

Found = list[tuple[str, str, tuple[str, ...]]]


def document(inside: str, beside: str = "", version: str = "2.2.0", attributes: str = "") -> bytes:
    """A document with these elements in the dataset and beside it."""
    start = "https://eml.ecoinformatics.org/eml" if version >= "2.2" else "eml://ecoinformatics.org/eml"
    root = f'<eml:eml xmlns:eml="{start}-{version}" packageId="a.1.1" {attributes}>'
    return f"{root}<dataset>{inside}</dataset>{beside}</eml:eml>".encode()


def view(data: bytes, xsd: str = "") -> RecordView:
    """What checks are shown of a document that the schema set ``xsd`` finds valid."""
    (record,) = read_records(data, max_bytes=1_000_000).records
    now = datetime(2026, 1, 1, tzinfo=UTC)
    return RecordView(record.document, record.root, record.graph, FactIndex(record.graph.facts), now, XsdVerdict(xsd))


def faults(find: Callable[[RecordView], Iterator[Fault | Gap]] | Find, data: bytes) -> Found:
    """Path below the root element, value and expectations of each fault."""
    seen = view(data)
    return [
        (seen.graph.source_map.xpath(one.element).removeprefix("/eml:eml"), one.value, one.expected)
        for one in find(seen)
        if isinstance(one, Fault)
    ]


def gaps(find: Callable[[RecordView], Iterator[Fault | Gap]] | Find, data: bytes, xsd: str = "") -> int:
    """How often a check says that it could not judge."""
    return sum(isinstance(one, Gap) for one in find(view(data, xsd)))
