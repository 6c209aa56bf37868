from pathlib import Path

import pytest
from tantivy import Document, Index, Query

from vocabsvc.model.concept import Concept
from vocabsvc.model.match import Context
from vocabsvc.store.terms.entries import Entries, EntriesWriter
from vocabsvc.store.terms.entry import IndexEntry
from vocabsvc.store.terms.schema import register_tokenizers, term_schema


@pytest.mark.parametrize("commits", [(0,), (1,), (3,), (2, 3)])
def test_each_document_has_its_entry_in_whatever_segment_it_is(tmp_path: Path, commits: tuple[int, ...]) -> None:
    index = Index(term_schema(), path=str(tmp_path))
    register_tokenizers(index)
    written = EntriesWriter(tmp_path, sum(commits))
    writer = index.writer(heap_size=15_000_000, num_threads=1)
    for count in commits:
        for _ in range(count):
            document = Document()
            uri = f"http://c/{document_count(written)}"
            document.add_text("uri", uri)
            document.add_unsigned("entry", written.add(IndexEntry.of(Concept(uri, "C"), Context())))
            writer.add_document(document)
        writer.commit()
    written.close()
    index.reload()
    searcher = index.searcher()
    assert searcher.num_segments == len([count for count in commits if count])
    entries = Entries(tmp_path, searcher)
    for number in range(sum(commits)):
        uri = f"http://c/{number}"
        ((_, address),) = searcher.search(Query.term_query(term_schema(), "uri", uri)).hits
        assert entries.at(entries.ordinal(address)).ref().uri == uri


def document_count(written: EntriesWriter) -> int:
    return len(written._starts) - 1
