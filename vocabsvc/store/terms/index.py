"""Reads the term index of a snapshot."""

import math
from collections.abc import Sequence
from pathlib import Path

from tantivy import DocAddress, Index, Order, Query, Searcher, SearchResult

from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.match import Hit, Page
from vocabsvc.store.base import SearchRequest
from vocabsvc.store.terms.explain import explain
from vocabsvc.store.terms.query import HIGHEST_SCORE, TermQueries
from vocabsvc.store.terms.schema import IndexEntry, register_tokenizers, term_schema


class TantivyTermIndex:
    """A ``TermIndex`` over a folder written by ``terms.writer``; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        index = Index.open(str(folder))
        register_tokenizers(index)
        index.reload()
        self._searcher: Searcher = index.searcher()
        self._queries = TermQueries(term_schema())

    def search(self, request: SearchRequest) -> Page[Hit]:
        """See ``TermIndex.search``. Typos are forgiven only where nothing is found without."""
        page = self._hits(self._queries.strict(request.text, request.vocabularies), request)
        if page.total:
            return page
        return self._hits(self._queries.tolerant(request.text, request.vocabularies), request)

    def similar(self, words: Sequence[str], vocabularies: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """See ``TermIndex.similar``."""
        found = self._searcher.search(self._queries.any_of(words, vocabularies), limit=limit, count=False)
        text = " ".join(words)
        return tuple(self._hit(text, float(score), address) for score, address in found.hits)

    def rarity(self, word: str) -> float:
        """See ``TermIndex.rarity``."""
        total, having = self._searcher.num_docs, self._searcher.doc_freq("words", word)
        return math.log(1 + (total - having + 0.5) / (having + 0.5))

    def narrower(self, uri: str, offset: int, limit: int) -> Page[ConceptRef]:
        """See ``TermIndex.narrower``."""
        return self._listed(self._queries.having("broader", uri), offset, limit)

    def members(self, vocabulary: str, offset: int, limit: int) -> Page[ConceptRef]:
        """See ``TermIndex.members``."""
        return self._listed(self._queries.having("vocabulary", vocabulary.lower()), offset, limit)

    def _hits(self, query: Query, request: SearchRequest) -> Page[Hit]:
        found = self._searcher.search(query, limit=request.limit, offset=request.offset)
        hits = tuple(self._hit(request.text, float(score), address) for score, address in found.hits)
        return Page(_count(found), hits)

    def _hit(self, text: str, score: float, address: DocAddress) -> Hit:
        entry = self._entry(address)
        return Hit(entry.ref, explain(text, entry, round(min(1.0, score / HIGHEST_SCORE), 4)))

    def _listed(self, query: Query, offset: int, limit: int) -> Page[ConceptRef]:
        found = self._searcher.search(query, limit=limit, offset=offset, order_by_field="rank", order=Order.Asc)
        return Page(_count(found), tuple(self._entry(address).ref for _, address in found.hits))

    def _entry(self, address: DocAddress) -> IndexEntry:
        stored: bytes | list[int] = self._searcher.doc(address).get_all("entry")[0]
        return IndexEntry.from_json(bytes(stored))


def _count(found: SearchResult) -> int:
    total: int = found.count  # type: ignore[attr-defined] # there, but missing in tantivy's stub
    return total
