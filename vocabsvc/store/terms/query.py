"""A typed text to a tantivy query whose score is the rank we mean.

The ways to be found lie further apart than everything else can add up to, so a result list is ordered by
them, then current before deprecated, then by words (BM25), links and brevity together. tantivy then pages
it by itself.
"""

from collections.abc import Iterator, Sequence

from tantivy import Occur, Query, Schema

from vocabsvc.model.folding import content_words, fold, fold_words
from vocabsvc.store.base import Filters, Reading, SearchRequest
from vocabsvc.store.terms.schema import STANDING_LEVELS, STARTS, STEMMERS, TOP, stem_analyzer

_NOTATION = 110.0
_EXACT = 90.0
_FORMER = 85.0  # a current concept before the deprecated one whose label it is, behind those that have it themselves
_EXACT_STEMS = 80.0
_WORDS = 70.0
_FORMER_WORDS = 69.0
_READ_EXACT = 67.0
_READ_EXACT_STEMS = 66.0
_READ_WORDS = 64.0
_READ_STEMS = 62.0
_UNSURE = 20.0  # what only resembles an entry of the glossary falls behind whatever the text itself begins
_STEMS = 60.0
_LABEL_PREFIX = 54.0  # the text begins a label, not just one of its words
_PREFIX = 48.0
_FUZZY_LABEL = 34.0
_FUZZY = 28.0
_PARTIAL = 15.0
_DEPRECATED = -10.0  # falls behind, within its kind; to raise what is current instead would touch nearly all
_WORD_WEIGHT = 0.05
_STANDING = 0.4
_PREFERRED = 6.0  # more than standing and words weigh together
HIGHEST_SCORE = 123.0
"""Upper bound of a score, used to bring scores into [0, 1]."""

_SHORTEST_PREFIX = 2
_ONE_TYPO_FROM = 4
_TWO_TYPOS_FROM = 8
_MOST_WORDS = 32
_MOST_PREFERRED = 32


class TermQueries:
    """Builds queries for one schema; may be shared by threads."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema
        self._stemmers = {language: stem_analyzer(language) for language in STEMMERS}

    def strict(self, request: SearchRequest) -> Query:
        """Return the query without typos: codes, whole labels, words, readings, stems, the last word unfinished."""
        code, words = fold(request.text), fold_words(request.text)[:_MOST_WORDS]
        ways = [
            _way(_NOTATION, self.having("notation", code)),
            _way(_NOTATION, self.having("uri", request.text.strip())),
            _way(_PREFIX, self._prefix("notation", code)),
        ]
        if words:
            content = content_words(words)
            ways += [
                _way(_EXACT, self.having("label", " ".join(words))),
                _way(_FORMER, self.having("former", " ".join(words))),
                _way(_WORDS, self._every("words", content)),
                _way(_FORMER_WORDS, self._every("former_words", content)),
                _way(_LABEL_PREFIX, self._beginning(content)),
                _way(_PREFIX, self._unfinished(content)),
                *self._by_stems(content, _EXACT_STEMS, _STEMS),
            ]
        for reading in request.readings:
            ways += self._read(reading)
        return self._ranked(ways, request)

    def _read(self, reading: Reading) -> list[Query]:
        less = 0.0 if reading.sure else _UNSURE
        words = fold_words(reading.text)[:_MOST_WORDS]
        return [
            _way(_READ_EXACT - less, self.having("label", " ".join(words))),
            _way(_READ_WORDS - less, self._every("words", content_words(words))),
            *self._by_stems(content_words(words), _READ_EXACT_STEMS - less, _READ_STEMS - less),
        ]

    def tolerant(self, request: SearchRequest) -> Query:
        """Return the query that forgives one or two typos a word (a transposition is one)."""
        whole = fold_words(request.text)[:_MOST_WORDS]
        words = content_words(whole)
        if not words:
            return Query.empty_query()
        near = [self._near(word, last=position == len(words) - 1) for position, word in enumerate(words)]
        ways = [_way(_FUZZY, _all_of(near)), _way(_FUZZY_LABEL, self._resembling("label", " ".join(whole)))]
        return self._ranked(ways, request)

    def partial(self, request: SearchRequest) -> Query:
        """Return the query for what shares half of the words or more with the text or a reading of it."""
        texts = (request.text, *(reading.text for reading in request.readings))
        wordings = [content_words(fold_words(text)[:_MOST_WORDS]) for text in texts]
        ways = [
            _way(_PARTIAL, self._most(f"stems_{language}", stemmer.analyze(" ".join(words))))
            for words in wordings
            if len(words) > 1
            for language, stemmer in self._stemmers.items()
        ]
        return self._ranked(ways, request) if ways else Query.empty_query()

    def any_of(self, words: Sequence[str], vocabularies: Sequence[str]) -> Query:
        """Return the query for concepts with any of the words, scored by BM25."""
        clauses = [(Occur.Should, self.having("words", word)) for word in words[:_MOST_WORDS]]
        query = Query.boolean_query(clauses) if clauses else Query.empty_query()
        return Query.boolean_query([(Occur.Must, query), *self._filters(Filters(tuple(vocabularies)))])

    def whole(self, field: str, value: str, vocabularies: Sequence[str]) -> Query:
        """Return the query for a whole value of a field within vocabularies (all if there are none)."""
        return Query.boolean_query(
            [(Occur.Must, self.having(field, value)), *self._filters(Filters(tuple(vocabularies)))]
        )

    def passing(self, filters: Filters) -> Query:
        """Return the query for all concepts that pass the filters."""
        return Query.boolean_query(self._filters(filters) or [(Occur.Must, Query.all_query())])

    def having(self, field: str, value: str) -> Query:
        """Return the query for a whole value of a field; an empty value is had by none."""
        return Query.term_query(self._schema, field, value) if value else Query.empty_query()

    def _ranked(self, ways: Sequence[Query], request: SearchRequest) -> Query:
        texts = (request.text, *(reading.text for reading in request.readings))
        words = dict.fromkeys(word for text in texts for word in fold_words(text)[:_MOST_WORDS])
        return Query.boolean_query(
            [
                (Occur.Must, Query.disjunction_max_query(list(ways))),
                (Occur.Should, _way(_DEPRECATED, self.having("status", "deprecated"))),
                *((Occur.Should, Query.boost_query(self.having("words", word), _WORD_WEIGHT)) for word in words),
                *((Occur.Should, self._standing(level)) for level in range(1, STANDING_LEVELS + 1)),
                *((Occur.Should, query) for query in self._preferring(request.preferred[:_MOST_PREFERRED])),
                *self._filters(request.filters),
            ]
        )

    def _filters(self, filters: Filters) -> list[tuple[Occur, Query]]:
        wanted = {
            "status": filters.status or "",
            "collection": filters.collection,
            "language": filters.language.lower(),
            "broader": filters.broader,
            "ancestor": filters.below,
            "unit": filters.unit,
            "top": TOP if filters.top else "",
        }
        clauses = [(Occur.Must, _way(0.0, self.having(field, value))) for field, value in wanted.items() if value]
        if filters.vocabularies:
            clauses.append((Occur.Must, _way(0.0, self._vocabularies(filters.vocabularies))))
        if filters.without:
            clauses.append((Occur.MustNot, self._vocabularies(filters.without)))
        return clauses

    def _vocabularies(self, names: Sequence[str]) -> Query:
        # Not a term set: on a field with values by document, that walks all documents.
        return Query.boolean_query([(Occur.Should, self.having("vocabulary", name.lower())) for name in names])

    def _preferring(self, names: Sequence[str]) -> Iterator[Query]:
        for place, name in enumerate(names):
            share = (len(names) - place) / len(names)
            yield _way(_PREFERRED * share, self.having("vocabulary", name.lower()))

    def _standing(self, level: int) -> Query:
        return _way(_STANDING * level, Query.term_query(self._schema, "standing", level))

    def _every(self, field: str, words: Sequence[str]) -> Query:
        return _all_of([self.having(field, word) for word in words])

    def _most(self, field: str, words: Sequence[str]) -> Query:
        clauses = [(Occur.Should, self.having(field, word)) for word in words]
        return Query.boolean_query(clauses, minimum_number_should_match=len(words) // 2 + len(words) % 2)

    def _by_stems(self, words: Sequence[str], whole: float, anywhere: float) -> Iterator[Query]:
        """Yield the ways to be found by stems: as a whole label, and with all of them anywhere."""
        for language, stemmer in self._stemmers.items():
            stems = stemmer.analyze(" ".join(words))
            yield _way(whole, self.having("stemmed", " ".join(stems)))
            yield _way(anywhere, self._every(f"stems_{language}", stems))

    def _beginning(self, words: Sequence[str]) -> Query:
        first = self._prefix("first", words[0]) if len(words) == 1 else self.having("first", words[0])
        return _all_of([first, self._unfinished(words)])

    def _unfinished(self, words: Sequence[str]) -> Query:
        # One letter alone begins too many words; after a whole word it tells enough.
        whole = [self.having("words", word) for word in words[:-1]]
        return _all_of([*whole, self._prefix("words", words[-1], 1 if whole else _SHORTEST_PREFIX)])

    def _prefix(self, field: str, value: str, shortest: int = _SHORTEST_PREFIX) -> Query:
        if len(value) < shortest:
            return self.having(field, value)
        start, longest = STARTS.get(field, ("", 0))
        if len(value) <= longest:
            return self.having(start, value)
        return Query.fuzzy_term_query(self._schema, field, value, distance=0, prefix=True)

    def _near(self, word: str, *, last: bool) -> Query:
        if last and _typos(word):
            return self._resembling("words", word, prefix=True)
        return self._prefix("words", word) if last else self._resembling("words", word)

    def _resembling(self, field: str, value: str, *, prefix: bool = False) -> Query:
        if not _typos(value):
            return self.having(field, value)
        return Query.fuzzy_term_query(self._schema, field, value, distance=_typos(value), prefix=prefix)


def _typos(text: str) -> int:
    return (len(text) >= _ONE_TYPO_FROM) + (len(text) >= _TWO_TYPOS_FROM)


def _way(score: float, query: Query) -> Query:
    return Query.const_score_query(query, score)


def _all_of(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])
