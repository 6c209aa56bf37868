import tracemalloc
from collections.abc import Iterator

import pytest

from vocabsvc.formats.rdf_writer import RDF_TYPES, rdf_bytes, write_rdf
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import SKOS


class Sink:
    """Counts what it is handed, and keeps the first piece only."""

    def __init__(self) -> None:
        self.first = b""
        self.size = 0

    def write(self, data: bytes, /) -> int:
        self.first = self.first or data
        self.size += len(data)
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""


def many(count: int) -> Iterator[Statement]:
    for number in range(count):
        uri = f"http://example.org/{number}"
        yield Statement(uri, f"{SKOS}prefLabel", Literal(f"Label {number}"))
        yield Statement(uri, f"{SKOS}broader", f"http://example.org/group/{number % 7}")


def test_another_media_type_is_refused() -> None:
    with pytest.raises(ValueError, match="not an RDF media type"):
        rdf_bytes([], "text/html", {})


@pytest.mark.parametrize("media_type", RDF_TYPES)
def test_a_long_graph_streams(media_type: str) -> None:
    sink = Sink()
    tracemalloc.start()
    try:
        write_rdf(many(20_000), media_type, {"skos": SKOS}, sink)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert sink.size > 2_000_000
    assert len(sink.first) < 100_000
    assert peak < 6_000_000


@pytest.mark.parametrize("media_type", RDF_TYPES)
def test_an_empty_graph_is_a_document_too(media_type: str) -> None:
    assert isinstance(rdf_bytes([], media_type, {}), bytes)
