"""Reads the term index of a snapshot."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NamedTuple

from tantivy import DocAddress, Index, Order, Query, Searcher, SearchResult

from vocabsvc.formats.hit_json import match_json, page_json
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.match import Facets, Hit, Match, Page
from vocabsvc.store.base import Filters, SearchRequest
from vocabsvc.store.terms.completions import MOST_COMPLETED, Completion, Completions, Located, write_completions
from vocabsvc.store.terms.entries import Entries
from vocabsvc.store.terms.entry import IndexEntry
from vocabsvc.store.terms.explain import Explainer, Met, most_shared
from vocabsvc.store.terms.query import HIGHEST_SCORE, TermQueries, names_lists
from vocabsvc.store.terms.schema import register_tokenizers, term_schema

_FACETS = tuple(field.name for field in fields(Facets))
_ALL = 100_000
_NAMESAKES = 100


_Found = tuple[int, IndexEntry, Met, float]
"""What was found, after its ordinal, how, and its share of the highest score."""


class _Step(NamedTuple):
    """A query, the request that explains what it finds, and whether it forgives typos."""

    query: Query
    request: SearchRequest
    typos: bool = False


class TantivyTermIndex:
    """A ``TermIndex`` over a folder written by ``terms.writer``; safe to share between threads."""

    def __init__(self, folder: Path) -> None:
        index = Index.open(str(folder))
        register_tokenizers(index)
        index.reload()
        self._searcher: Searcher = index.searcher()
        self._queries = TermQueries(term_schema(), self._searcher.doc_freq)
        self._entries = Entries(folder, self._searcher)
        self._folder = folder
        self._completions = Completions(folder)

    def search(self, request: SearchRequest) -> Page[Hit]:
        """See ``TermIndex.search``. Typos and missing words are forgiven only where nothing is found without."""
        total, found = self._found(request)
        return Page(total, tuple(_hit(entry, met, share) for _, entry, met, share in found))

    def rendered(self, request: SearchRequest, languages: Sequence[str]) -> bytes:
        """See ``TermIndex.rendered``."""
        total, found = self._found(request)
        return page_json(total, [_hit_json(entry, met, share, languages) for _, entry, met, share in found])

    def facets(self, request: SearchRequest) -> Facets:
        """See ``TermIndex.facets``. Asking for more values than there are makes tantivy's counts exact."""
        wanted = {field: {"terms": {"field": field, "size": _ALL, "segment_size": _ALL}} for field in _FACETS}
        facets = Facets((), (), ())
        for step in self._widening(request):
            counted = self._searcher.aggregate(step.query, wanted)
            facets = Facets(*(_counts(counted[field]["buckets"]) for field in _FACETS))
            if facets.status:  # every concept has one
                break
        return facets

    def coded(self, code: str, vocabulary: str) -> tuple[ConceptRef, ...]:
        """See ``TermIndex.coded``."""
        return tuple(entry.ref() for entry in self._whole("notation", fold(code), vocabulary))

    def labelled(self, label: str, vocabulary: str) -> tuple[ConceptRef, ...]:
        """See ``TermIndex.labelled``."""
        words = fold_words(label)
        refs = [entry.ref() for entry in self._whole("label", " ".join(words), vocabulary)]
        return tuple(sorted(refs, key=lambda ref: all(fold_words(label.text) != words for label in ref.pref_labels)))

    def similar(self, words: Sequence[str], vocabularies: Sequence[str], limit: int) -> tuple[Hit, ...]:
        """See ``TermIndex.similar``."""
        found = self._searcher.search(self._queries.any_of(words, vocabularies), limit=limit, count=False)
        entries = ((score, self._entry(address)) for score, address in found.hits)
        return tuple(_hit(entry, most_shared(words, entry), _share(score)) for score, entry in entries)

    def rarity(self, word: str) -> float:
        """See ``TermIndex.rarity``."""
        total, having = self._searcher.num_docs, self._searcher.doc_freq("words", word)
        return math.log(1 + (total - having + 0.5) / (having + 0.5))

    def listed(self, filters: Filters, offset: int, limit: int) -> Page[ConceptRef]:
        """See ``TermIndex.listed``. In a whole vocabulary, and below a concept, a page is found by its places."""
        whole = _whole_list(filters)
        if whole:
            total = self._searcher.doc_freq(*whole)
            return Page(total, self._refs(self._in_order(self._queries.page(*whole, offset, limit), 0, limit)))
        found = self._in_order(self._queries.passing(filters), offset, limit)
        return Page(_count(found), self._refs(found))

    def write_completions(self, requests: Iterable[SearchRequest]) -> None:
        """Keep what requests find (see ``terms.completions``); it is used when the index is opened again."""
        first = (replace(request, offset=0, limit=MOST_COMPLETED) for request in requests)
        write_completions(self._folder, ((request, self._completion(request)) for request in first))

    def _completion(self, request: SearchRequest) -> Completion:
        """Return what is found as typed, without which nothing is kept."""
        total, found = self._taken(next(self._widening(request)))
        return Completion(total, [Located(ordinal, met, share) for ordinal, _, met, share in found])

    def _entry(self, address: DocAddress) -> IndexEntry:
        return self._entries.at(self._entries.ordinal(address))

    def _in_order(self, query: Query, offset: int, limit: int) -> SearchResult:
        return self._searcher.search(query, limit=limit, offset=offset, order_by_field="rank", order=Order.Asc)

    def _refs(self, found: SearchResult) -> tuple[ConceptRef, ...]:
        return tuple(self._entry(address).ref() for _, address in found.hits)

    def _widening(self, request: SearchRequest) -> Iterator["_Step"]:
        """Yield what is asked as typed, of something near, with typos, and with half of the words.

        What records cite is asked as typed before typos are forgiven, and more freely at the very end.
        """
        aside = self._queries.has_auxiliary and not names_lists(request.filters)
        yield _Step(self._queries.strict(request), request)
        for readings in filter(None, request.fallbacks()):
            near = replace(request, readings=readings)
            yield _Step(self._queries.strict(near), near)
        if aside:
            yield _Step(self._queries.strict(request, everywhere=True), request)
        yield _Step(self._queries.tolerant(request), request, typos=True)
        if request.partial:
            yield _Step(self._queries.partial(request), request)
        if aside:
            yield _Step(self._queries.tolerant(request, everywhere=True), request, typos=True)
            if request.partial:
                yield _Step(self._queries.partial(request, everywhere=True), request)

    def _whole(self, field: str, value: str, vocabulary: str) -> list[IndexEntry]:
        """Return what has a value; where no vocabulary is named, of lists that records cite only if nothing else."""
        queries = [self._queries.whole(field, value, (vocabulary,) if vocabulary else ())]
        if self._queries.has_auxiliary and not vocabulary:
            queries.insert(0, self._queries.whole(field, value, (), everywhere=False))
        for query in queries:
            hits = self._searcher.search(query, limit=_NAMESAKES).hits
            if hits:
                return [self._entry(address) for _, address in hits]
        return []

    def _found(self, request: SearchRequest) -> tuple[int, list[_Found]]:
        """Return the total and a page of the first step that finds anything."""
        completion = self._completions.of(request)
        if completion:
            total, hits = completion
            return total, [(ordinal, self._entries.at(ordinal), met, share) for ordinal, met, share in hits]
        for step in self._widening(request):
            total, found = self._taken(step)
            if total:
                return total, found
        return 0, []

    def _taken(self, step: "_Step") -> tuple[int, list[_Found]]:
        """Return the total and a page of one step."""
        found = self._searcher.search(step.query, limit=step.request.limit, offset=step.request.offset)
        explainer = Explainer(step.request, typos=step.typos)
        ordinals = [(self._entries.ordinal(address), score) for score, address in found.hits]
        entries = [(ordinal, self._entries.at(ordinal), score) for ordinal, score in ordinals]
        return _count(found), [(at, entry, explainer.met(entry), _share(score)) for at, entry, score in entries]


def _hit(entry: IndexEntry, met: Met, share: float) -> Hit:
    field, label = entry.label(met.place)
    return Hit(entry.ref(), Match(field, label.text, label.lang, met.kind, share, met.via), entry.context())


def _hit_json(entry: IndexEntry, met: Met, share: float, languages: Sequence[str]) -> str:
    return entry.to_json(languages, match_json(entry.label_json(met.place), met.kind, share, met.via))


def _whole_list(filters: Filters) -> tuple[str, str] | None:
    """Return field and value where a list is all that have that value, and nothing else is asked."""
    if len(filters.vocabularies) == 1 and filters == Filters(filters.vocabularies):
        return "vocabulary", filters.vocabularies[0].lower()
    if filters.broader and filters == Filters(broader=filters.broader):
        return "broader", filters.broader
    return None


def _share(score: float) -> float:
    return round(min(1.0, max(0.0, score) / HIGHEST_SCORE), 4)


def _counts(buckets: Sequence[Mapping[str, Any]]) -> tuple[tuple[str, int], ...]:
    counts = ((str(bucket["key"]), int(bucket["doc_count"])) for bucket in buckets)
    return tuple(sorted(counts, key=lambda one: (-one[1], one[0])))


def _count(found: SearchResult) -> int:
    total: int = found.count  # type: ignore[attr-defined] # there, but missing in tantivy's stub
    return total
