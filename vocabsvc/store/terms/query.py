"""A typed text to a tantivy query whose score is the rank we mean.

The ways to be found lie further apart than everything else can add up to, so a result list is ordered by
them, then current before deprecated, then by merit, in which order documents were written: to weigh links and
brevity here would take as long as to find. Where typos or missing words are forgiven, words count too (BM25),
and merit beside them. tantivy then pages it by itself.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from tantivy import Occur, Query, Schema

from vocabsvc.model.folding import content_words, fold, fold_words
from vocabsvc.store.base import Filters, SearchRequest
from vocabsvc.store.terms.clauses import Clause, filter_clauses
from vocabsvc.store.terms.known import KnownTerms, all_of
from vocabsvc.store.terms.merit import STANDING_LEVELS
from vocabsvc.store.terms.schema import AUXILIARY, LOCAL, STARTS, STEMMERS, own_term, place_term

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
_FUZZY_CODE = 36.0
_FUZZY_LABEL = 34.0
_FUZZY = 28.0
_PARTIAL = 15.0
_DEPRECATED = -10.0  # falls behind, within its kind; to raise what is current instead would touch nearly all
_LOCAL = -25.0  # a centre's own label falls behind what is shared and has the words of it
_LIKELIER = 0.1  # of two readings in one language
_FULLER = 0.1  # a word of a reading: the more it says, the more exactly (profiling float rather than float)
_MOST_COUNTED = 6
_WORD_WEIGHT = 0.05
_STANDING = 0.4
_PREFERRED = 6.0  # more than standing and words weigh together
HIGHEST_SCORE = 123.0
"""Upper bound of a score, used to bring scores into [0, 1]."""

_SHORTEST_PREFIX = 2
_SHORTEST_CODE = 5
_ONE_TYPO_FROM = 4
_TWO_TYPOS_FROM = 8
_MOST_WORDS = 32
_MOST_PREFERRED = 32
_KEPT_READINGS = 8192
_KEPT_FILTERS = 64
_LANGUAGES = tuple(STEMMERS)
_OWN = {"words": "own_words", "label": "own_labels"}
_SHARED = {"words": "shared_words", "label": "shared_labels"}
_ALL = {"words": "words", "label": "label"}


class _Fields(NamedTuple):
    """Where typos are looked for: the fields for words and labels, or the vocabulary ``home`` if there is one."""

    names: Mapping[str, str]
    home: str


class TermQueries:
    """Builds queries for one index; may be shared by threads.

    ``frequency`` tells how many concepts have a value of a field.
    """

    def __init__(self, schema: Schema, frequency: Callable[[str, str], int]) -> None:
        self._schema = schema
        self._terms = KnownTerms(schema, frequency)
        self.having = self._terms.having
        self._read = lru_cache(_KEPT_READINGS)(self._read_anew)
        self._passing = lru_cache(_KEPT_FILTERS)(self._passing_anew)
        self._lowered = (Occur.Should, _way(_DEPRECATED, self.having("status", "deprecated")))
        self._local = (Occur.Should, _way(_LOCAL, self.having("local", LOCAL)))
        self._auxiliary = self.having("auxiliary", AUXILIARY)
        self._has_auxiliary = frequency("auxiliary", AUXILIARY) > 0
        self._raised = [(Occur.Should, self._standing(level)) for level in range(1, STANDING_LEVELS + 1)]

    @property
    def has_auxiliary(self) -> bool:
        """Whether lists that records cite are loaded; a query leaves them out unless it asks ``everywhere``."""
        return self._has_auxiliary

    def strict(self, request: SearchRequest, *, everywhere: bool = False) -> Query:
        """Return the query without typos: codes, whole labels, words, readings, stems, the last word unfinished."""
        code, words = fold(request.text), fold_words(request.text)[:_MOST_WORDS]
        ways = [
            *self._whole(_NOTATION, "notation", code),
            *self._whole(_NOTATION, "uri", request.text.strip()),
            *_ways(_PREFIX, self._begun("notation", code)),
        ]
        if words:
            content = content_words(words)
            ways += [
                *self._whole(_FORMER, "former", " ".join(words)),
                *_ways(_FORMER_WORDS, all_of(self._terms.word(word).former for word in content)),
                *self._beginning(content),
                *self._unfinished(content),
                *self._worded(words, content, _LANGUAGES, (_EXACT, _WORDS, _EXACT_STEMS, _STEMS)),
            ]
        for reading in request.readings:
            ways += self._read(reading.text, reading.lang, reading.sure, reading.place)
        return self._ranked(ways, request, everywhere=everywhere)

    def tolerant(self, request: SearchRequest, *, everywhere: bool = False) -> Query:
        """Return the query that forgives one or two typos a word (a transposition is one)."""
        whole = fold_words(request.text)[:_MOST_WORDS]
        words = content_words(whole)
        if not words:
            return Query.empty_query()
        code = fold(request.text) if is_code(request.text) else ""
        asked = request.filters.vocabularies
        home = asked[0] if len(asked) == 1 else ""
        shared = not (everywhere or request.preferred or names_lists(request.filters))
        fields = _Fields(_SHARED if shared else _ALL, home)
        near = all_of(self._near(word, fields, last=at == len(words) - 1) for at, word in enumerate(words))
        ways = [
            *_ways(_FUZZY, near),
            _way(_FUZZY_CODE, self._misspelled(code)),
            _way(_FUZZY_LABEL, self._resembling("label", " ".join(whole), fields)),
        ]
        return self._ranked(ways, request, self._weights(request), everywhere=everywhere)

    def partial(self, request: SearchRequest, *, everywhere: bool = False) -> Query:
        """Return the query for what shares half of the words or more with the text or a reading of it."""
        worded = [fold_words(request.text), *(reading.text.split() for reading in request.readings)]
        wordings = [content_words(words[:_MOST_WORDS]) for words in worded]
        ways = [
            _way(_PARTIAL, self._most(f"stems_{language}", self._terms.stems(language, words)))
            for words in wordings
            if len(words) > 1
            for language in _LANGUAGES
        ]
        return self._ranked(ways, request, self._weights(request), everywhere=everywhere)

    def any_of(self, words: Sequence[str], vocabularies: Sequence[str]) -> Query:
        """Return the query for concepts with any of the words, scored by BM25."""
        clauses = [(Occur.Should, self.having("words", word)) for word in words[:_MOST_WORDS]]
        query = Query.boolean_query(clauses) if clauses else Query.empty_query()
        return Query.boolean_query([(Occur.Must, query), *filter_clauses(Filters(tuple(vocabularies)), self.having)])

    def whole(self, field: str, value: str, vocabularies: Sequence[str], *, everywhere: bool = True) -> Query:
        """Return the query for a whole value of a field within vocabularies (all if there are none)."""
        clauses = [(Occur.Must, self.having(field, value)), *filter_clauses(Filters(tuple(vocabularies)), self.having)]
        if not everywhere:
            clauses.append((Occur.MustNot, self._auxiliary))
        return Query.boolean_query(clauses)

    def passing(self, filters: Filters) -> Query:
        """Return the query for all concepts that pass the filters."""
        return Query.boolean_query(filter_clauses(filters, self.having) or [(Occur.Must, Query.all_query())])

    def page(self, field: str, value: str, offset: int, limit: int) -> Query:
        """Return the query for a page of the concepts that have a value of a field, by their places in label order."""
        places = [place_term(field, value, place) for place in range(offset, offset + limit)]
        return Query.term_set_query(self._schema, "place", places)

    def _read_anew(self, text: str, lang: str, sure: bool, place: int) -> Sequence[Query]:  # noqa: FBT001 - cached by
        """Return the ways to be found by a reading: what is being typed is read the same from letter to letter."""
        words = text.split()[:_MOST_WORDS]
        more = _FULLER * min(len(words), _MOST_COUNTED) - _LIKELIER * place - (0.0 if sure else _UNSURE)
        return self._worded(
            words,
            content_words(words),
            (lang,) if lang in STEMMERS else _LANGUAGES,
            (_READ_EXACT + more, _READ_WORDS + more, _READ_EXACT_STEMS + more, _READ_STEMS + more),
        )

    def _ranked(
        self, ways: Sequence[Query], request: SearchRequest, weights: Sequence[Clause] = (), *, everywhere: bool
    ) -> Query:
        if not ways:
            return Query.empty_query()
        return Query.boolean_query(
            [
                (Occur.Must, Query.disjunction_max_query(list(ways))),
                self._lowered,
                self._behind(request.preferred),
                *weights,
                *self._preferring(request.preferred[:_MOST_PREFERRED]),
                *self._passing(request.filters),
                *([] if everywhere else self._without_auxiliary(request)),
            ]
        )

    def _without_auxiliary(self, request: SearchRequest) -> list[Clause]:
        """Return what leaves out the lists that records cite, but for those that are asked for."""
        if not self._has_auxiliary or names_lists(request.filters):
            return []
        asked = [(Occur.MustNot, self.having("vocabulary", name.lower())) for name in request.preferred]
        left_out = Query.boolean_query([(Occur.Must, self._auxiliary), *asked]) if asked else self._auxiliary
        return [(Occur.MustNot, left_out)]

    def _behind(self, preferred: Sequence[str]) -> Clause:
        """Return what puts the lists of centres behind, but for those that are asked for."""
        if not preferred:
            return self._local
        asked = [(Occur.MustNot, self.having("vocabulary", name.lower())) for name in preferred[:_MOST_PREFERRED]]
        return Occur.Should, _way(_LOCAL, Query.boolean_query([(Occur.Must, self.having("local", LOCAL)), *asked]))

    def _passing_anew(self, filters: Filters) -> Sequence[Clause]:
        return filter_clauses(filters, self.having)

    def _weights(self, request: SearchRequest) -> Sequence[Clause]:
        """Return what tells apart those that have only some of the words, or others that resemble them."""
        words = dict.fromkeys(fold_words(request.text)[:_MOST_WORDS])
        for reading in request.readings:
            words |= dict.fromkeys(reading.text.split()[:_MOST_WORDS])
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

    def _worded(
        self,
        words: Sequence[str],
        content: Sequence[str],
        languages: Sequence[str],
        scores: tuple[float, float, float, float],
    ) -> list[Query]:
        """Return the ways to be found by words and by their stems in some languages.

        ``content`` are those of the words that carry meaning. ``scores`` are for being a whole label, for having
        all words anywhere, and for the same by stems.
        """
        label, anywhere, stemmed, stems_anywhere = scores
        known = [self._terms.word(word) for word in content]
        ways = _ways(anywhere, all_of(word.words for word in known))
        if ways:  # no label has a word that none has
            ways += self._whole(label, "label", " ".join(words))
        met = set()
        for language in languages:
            ways += _ways(stems_anywhere, all_of(word.by_stem[language] for word in known))
            whole = " ".join([word.stems[language] for word in known])
            if whole not in met:
                met.add(whole)
                ways += self._whole(stemmed, "stemmed", whole)
        return ways

    def _whole(self, score: float, field: str, value: str) -> list[Query]:
        """Return the way of having a whole value, if anything has it."""
        return _ways(score, self._terms.known(field, value))

    def _beginning(self, words: Sequence[str]) -> list[Query]:
        """Return the way of having a label that begins with the words, the last of them unfinished."""
        if len(words) == 1:
            return _ways(_LABEL_PREFIX, self._begun("first", words[0]))
        first = self.having("first", words[0]) if self._terms.is_had("first", words[0]) else None
        return _ways(_LABEL_PREFIX, self._after([first, *map(self._as_word, words[1:-1])], words[-1]))

    def _unfinished(self, words: Sequence[str]) -> list[Query]:
        """Return the way of having the words, the last of them unfinished."""
        if len(words) == 1:
            return _ways(_PREFIX, self._begun("words", words[0]))
        return _ways(_PREFIX, self._after(list(map(self._as_word, words[:-1])), words[-1]))

    def _as_word(self, word: str) -> Query | None:
        return self._terms.word(word).words

    def _after(self, before: Sequence[Query | None], last: str) -> Query | None:
        # One letter alone begins too many words; after a whole word it tells enough.
        return None if None in before else all_of([*before, self._begun("words", last, 1)])

    def _begun(self, field: str, value: str, shortest: int = _SHORTEST_PREFIX) -> Query | None:
        """Return the query for a value that begins so."""
        start, longest = STARTS[field]
        if len(value) > longest:
            return self._prefix(field, value)
        field = field if len(value) < shortest else start
        return self.having(field, value) if value and self._terms.is_had(field, value) else None

    def _prefix(self, field: str, value: str) -> Query:
        return Query.fuzzy_term_query(self._schema, field, value, distance=0, prefix=True)

    def _near(self, word: str, fields: "_Fields", *, last: bool) -> Query:
        if last and not _typos(word):
            start, longest = STARTS["words"]
            field = start if _SHORTEST_PREFIX <= len(word) <= longest else "words"
            return self.having(field, word)
        return self._resembling("words", word, fields, prefix=last)

    def _misspelled(self, code: str) -> Query:
        return Query.fuzzy_term_query(self._schema, "notation", code, distance=1) if code else Query.empty_query()

    def _resembling(self, field: str, value: str, fields: "_Fields", *, prefix: bool = False) -> Query:
        """Return the query for a value with typos."""
        typos = _typos(value)
        if not typos:
            return self.having(field, value)
        if fields.home:
            field, value = _OWN[field], own_term(fields.home, value)
        else:
            field = fields.names[field]
        return Query.fuzzy_term_query(self._schema, field, value, distance=typos, prefix=prefix)


def names_lists(filters: Filters) -> bool:
    """Tell whether filters say where to look, so that nothing there is to be left out."""
    return bool(filters.vocabularies or filters.collection or filters.broader or filters.below)


def is_code(text: str) -> bool:
    """Tell whether a text is written as codes are: in one, in capitals or with a digit, and long enough for a typo."""
    code = text.strip()
    written = code.isupper() or any(map(str.isdigit, code))
    return len(code) >= _SHORTEST_CODE and written and not any(map(str.isspace, code))


def _typos(text: str) -> int:
    return (len(text) >= _ONE_TYPO_FROM) + (len(text) >= _TWO_TYPOS_FROM)


def _way(score: float, query: Query) -> Query:
    return Query.const_score_query(query, score)


def _ways(score: float, query: Query | None) -> list[Query]:
    return [] if query is None else [_way(score, query)]
