"""A typed text to a tantivy query whose score is the rank we mean.

The ways to be found lie further apart than everything else can add up to, so a result list is ordered by
them, then current before deprecated, then by merit, in which order documents were written: to weigh links and
brevity here would take as long as to find. Where typos or missing words are forgiven, words count too (BM25),
and merit beside them. tantivy then pages it by itself.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from tantivy import Occur, Query, Schema

from vocabsvc.model.folding import content_words, fold, fold_words
from vocabsvc.store.base import Filters, SearchRequest
from vocabsvc.store.terms.clauses import Clause, filter_clauses
from vocabsvc.store.terms.merit import STANDING_LEVELS
from vocabsvc.store.terms.schema import STARTS, STEMMERS, own_term, place_term, stem_analyzer

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
_LIKELIER = 0.1  # of two readings in one language
_FULLER = 0.1  # a word of a reading: the more it says, the more exactly (profiling float rather than float)
_MOST_COUNTED = 6
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
_KEPT = 16_384
_KEPT_READINGS = 2048
_STEMS_FIELDS = {language: f"stems_{language}" for language in STEMMERS}
_OWN = {"words": "own_words", "label": "own_labels"}


class TermQueries:
    """Builds queries for one index; may be shared by threads.

    ``frequency`` tells how many concepts have a value of a field. What none has is left out: to know
    that is cheaper than to ask for it.
    """

    def __init__(self, schema: Schema, frequency: Callable[[str, str], int]) -> None:
        self._schema = schema
        self._frequency = frequency
        self._word_frequency = lru_cache(_KEPT)(frequency)
        self._stemmers = {language: stem_analyzer(language) for language in STEMMERS}
        self._stem = lru_cache(_KEPT)(self._stem_anew)
        self._read = lru_cache(_KEPT_READINGS)(self._read_anew)
        self.having = lru_cache(_KEPT)(self._having)
        self._lowered = (Occur.Should, _way(_DEPRECATED, self.having("status", "deprecated")))
        self._raised = [(Occur.Should, self._standing(level)) for level in range(1, STANDING_LEVELS + 1)]

    def strict(self, request: SearchRequest) -> Query:
        """Return the query without typos: codes, whole labels, words, readings, stems, the last word unfinished."""
        code, words = fold(request.text), fold_words(request.text)[:_MOST_WORDS]
        ways = [
            *self._whole(_NOTATION, "notation", code),
            *self._whole(_NOTATION, "uri", request.text.strip()),
            *self._begun(_PREFIX, (), "notation", code),
        ]
        if words:
            content = content_words(words)
            ways += [
                *self._whole(_FORMER, "former", " ".join(words)),
                *self._every(_FORMER_WORDS, "former_words", content),
                *self._beginning(content),
                *self._unfinished(content),
                *self._worded(words, tuple(STEMMERS), (_EXACT, _WORDS, _EXACT_STEMS, _STEMS)),
            ]
        for reading in request.readings:
            ways += self._read(reading.text, reading.lang, reading.sure, reading.place)
        return self._ranked(ways, request)

    def tolerant(self, request: SearchRequest) -> Query:
        """Return the query that forgives one or two typos a word (a transposition is one)."""
        whole = fold_words(request.text)[:_MOST_WORDS]
        words = content_words(whole)
        if not words:
            return Query.empty_query()
        asked = request.filters.vocabularies
        home = asked[0] if len(asked) == 1 else ""
        near = [self._near(word, home, last=position == len(words) - 1) for position, word in enumerate(words)]
        ways = [_way(_FUZZY, _all_of(near)), _way(_FUZZY_LABEL, self._resembling("label", " ".join(whole), home))]
        return self._ranked(ways, request, self._weights(request))

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
        return self._ranked(ways, request, self._weights(request))

    def any_of(self, words: Sequence[str], vocabularies: Sequence[str]) -> Query:
        """Return the query for concepts with any of the words, scored by BM25."""
        clauses = [(Occur.Should, self.having("words", word)) for word in words[:_MOST_WORDS]]
        query = Query.boolean_query(clauses) if clauses else Query.empty_query()
        return Query.boolean_query([(Occur.Must, query), *filter_clauses(Filters(tuple(vocabularies)), self.having)])

    def whole(self, field: str, value: str, vocabularies: Sequence[str]) -> Query:
        """Return the query for a whole value of a field within vocabularies (all if there are none)."""
        return Query.boolean_query(
            [(Occur.Must, self.having(field, value)), *filter_clauses(Filters(tuple(vocabularies)), self.having)]
        )

    def passing(self, filters: Filters) -> Query:
        """Return the query for all concepts that pass the filters."""
        return Query.boolean_query(filter_clauses(filters, self.having) or [(Occur.Must, Query.all_query())])

    def page(self, field: str, value: str, offset: int, limit: int) -> Query:
        """Return the query for a page of the concepts that have a value of a field, by their places in label order."""
        places = [place_term(field, value, place) for place in range(offset, offset + limit)]
        return Query.term_set_query(self._schema, "place", places)

    def _having(self, field: str, value: str) -> Query:
        """Return the query for a whole value of a field; an empty value is had by none."""
        return Query.term_query(self._schema, field, value) if value else Query.empty_query()

    def _read_anew(self, text: str, lang: str, sure: bool, place: int) -> Sequence[Query]:  # noqa: FBT001 - cached by
        """Return the ways to be found by a reading: what is being typed is read the same from letter to letter."""
        words = fold_words(text)[:_MOST_WORDS]
        more = _FULLER * min(len(words), _MOST_COUNTED) - _LIKELIER * place - (0.0 if sure else _UNSURE)
        return self._worded(
            words,
            (lang,) if lang in STEMMERS else tuple(STEMMERS),
            (_READ_EXACT + more, _READ_WORDS + more, _READ_EXACT_STEMS + more, _READ_STEMS + more),
        )

    def _ranked(self, ways: Sequence[Query], request: SearchRequest, weights: Sequence[Clause] = ()) -> Query:
        if not ways:
            return Query.empty_query()
        return Query.boolean_query(
            [
                (Occur.Must, Query.disjunction_max_query(list(ways))),
                self._lowered,
                *weights,
                *self._preferring(request.preferred[:_MOST_PREFERRED]),
                *filter_clauses(request.filters, self.having),
            ]
        )

    def _weights(self, request: SearchRequest) -> Sequence[Clause]:
        """Return what tells apart those that have only some of the words, or others that resemble them."""
        words = dict.fromkeys(fold_words(request.text)[:_MOST_WORDS])
        for reading in request.readings:
            words |= dict.fromkeys(fold_words(reading.text)[:_MOST_WORDS])
        weighed = (Query.boost_query(self.having("words", word), _WORD_WEIGHT) for word in words)
        return [*self._raised, *((Occur.Should, one) for one in weighed)]

    def _preferring(self, names: Sequence[str]) -> list[Clause]:
        shares = ((len(names) - place) / len(names) for place in range(len(names)))
        return [
            (Occur.Should, _way(_PREFERRED * share, self.having("vocabulary", name.lower())))
            for share, name in zip(shares, names, strict=True)
        ]

    def _standing(self, level: int) -> Query:
        return _way(_STANDING * level, Query.term_query(self._schema, "standing", level))

    def _most(self, field: str, words: Sequence[str]) -> Query:
        clauses = [(Occur.Should, self.having(field, word)) for word in words]
        return Query.boolean_query(clauses, minimum_number_should_match=len(words) // 2 + len(words) % 2)

    def _stem_anew(self, language: str, word: str) -> str:
        return self._stemmers[language].analyze(word)[0]

    def _worded(
        self, words: Sequence[str], languages: Sequence[str], scores: tuple[float, float, float, float]
    ) -> list[Query]:
        """Return the ways to be found by words and by their stems in some languages.

        ``scores`` are for being a whole label, for having all words anywhere, and for the same by stems.
        """
        label, anywhere, stemmed, stems_anywhere = scores
        content = content_words(words)
        ways = self._every(anywhere, "words", content)
        if ways:  # no label has a word that none has
            ways += self._whole(label, "label", " ".join(words))
        met = set()
        for language in languages:
            stems = [self._stem(language, word) for word in content]
            ways += self._every(stems_anywhere, _STEMS_FIELDS[language], stems)
            whole = " ".join(stems)
            if whole not in met:
                met.add(whole)
                ways += self._whole(stemmed, "stemmed", whole)
        return ways

    def _whole(self, score: float, field: str, value: str) -> list[Query]:
        """Return the way of having a whole value, if anything has it."""
        return [_way(score, self.having(field, value))] if value and self._frequency(field, value) else []

    def _every(self, score: float, field: str, words: Sequence[str]) -> list[Query]:
        """Return the way of having every one of the words, if each is had by anything."""
        for word in words:
            if not self._word_frequency(field, word):
                return []
        return [_way(score, _all_of([self.having(field, word) for word in words]))] if words else []

    def _beginning(self, words: Sequence[str]) -> list[Query]:
        """Return the way of having a label that begins with the words, the last of them unfinished."""
        if len(words) == 1:
            return self._begun(_LABEL_PREFIX, (), "first", words[0])
        before = [("first", words[0]), *(("words", word) for word in words[1:-1])]
        return self._begun(_LABEL_PREFIX, before, "words", words[-1], 1)

    def _unfinished(self, words: Sequence[str]) -> list[Query]:
        # One letter alone begins too many words; after a whole word it tells enough.
        before = [("words", word) for word in words[:-1]]
        return self._begun(_PREFIX, before, "words", words[-1], 1 if before else _SHORTEST_PREFIX)

    def _begun(
        self, score: float, before: Sequence[tuple[str, str]], field: str, value: str, shortest: int = _SHORTEST_PREFIX
    ) -> list[Query]:
        """Return the way of having all of ``before`` and a value that begins so."""
        start, longest = STARTS[field]
        beginning = [(field if len(value) < shortest else start, value)] if len(value) <= longest else []
        if not value or not self._is_had([*before, *beginning]):
            return []
        return [_way(score, self._all_had([*before, *beginning], () if beginning else (self._prefix(field, value),)))]

    def _is_had(self, values: Sequence[tuple[str, str]]) -> bool:
        return all(self._word_frequency(field, value) for field, value in values)

    def _all_had(self, values: Sequence[tuple[str, str]], more: Sequence[Query] = ()) -> Query:
        return _all_of([*(self.having(field, value) for field, value in values), *more])

    def _prefix(self, field: str, value: str) -> Query:
        return Query.fuzzy_term_query(self._schema, field, value, distance=0, prefix=True)

    def _near(self, word: str, home: str, *, last: bool) -> Query:
        if last and not _typos(word):
            start, longest = STARTS["words"]
            field = start if _SHORTEST_PREFIX <= len(word) <= longest else "words"
            return self.having(field, word)
        return self._resembling("words", word, home, prefix=last)

    def _resembling(self, field: str, value: str, home: str, *, prefix: bool = False) -> Query:
        """Return the query for a value with typos, in the vocabulary ``home`` if there is one."""
        typos = _typos(value)
        if not typos:
            return self.having(field, value)
        if home:
            field, value = _OWN[field], own_term(home, value)
        return Query.fuzzy_term_query(self._schema, field, value, distance=typos, prefix=prefix)


def _typos(text: str) -> int:
    return (len(text) >= _ONE_TYPO_FROM) + (len(text) >= _TWO_TYPOS_FROM)


def _way(score: float, query: Query) -> Query:
    return Query.const_score_query(query, score)


def _all_of(queries: Sequence[Query]) -> Query:
    return queries[0] if len(queries) == 1 else Query.boolean_query([(Occur.Must, query) for query in queries])
