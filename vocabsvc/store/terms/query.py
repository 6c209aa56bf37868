"""A typed text to a tantivy query whose score is the rank we mean.

The kinds of match lie further apart than everything else can add up to, so a result list is ordered by kind,
then current before deprecated, then by words (BM25) and links together. tantivy then pages it by itself.
"""

from collections.abc import Sequence

from tantivy import Occur, Query, Schema

from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.match import MatchKind
from vocabsvc.store.terms.schema import POPULARITY_LEVELS

_KIND_SCORE = {
    MatchKind.NOTATION: 100.0,
    MatchKind.EXACT: 80.0,
    MatchKind.WORDS: 60.0,
    MatchKind.PREFIX: 40.0,
    MatchKind.FUZZY: 20.0,
}
_CURRENT_SCORE = 10.0
_WORD_WEIGHT = 0.05
_LINK_SCORE = 0.4
HIGHEST_SCORE = 115.0
"""Upper bound of a score, used to bring scores into [0, 1]."""

_SHORTEST_PREFIX = 2
_ONE_TYPO_FROM = 4
_TWO_TYPOS_FROM = 8
_MOST_WORDS = 32


class TermQueries:
    """Builds queries for one schema."""

    def __init__(self, schema: Schema) -> None:
        self._schema = schema

    def strict(self, text: str, vocabularies: Sequence[str]) -> Query:
        """Return the query for notations, whole labels, all words, and all words with the last unfinished."""
        words, code = fold_words(text)[:_MOST_WORDS], fold(text)
        kinds = [
            self._scored(MatchKind.NOTATION, self._term("notation", code)),
            self._scored(MatchKind.NOTATION, self._term("uri", text.strip())),
            self._scored(MatchKind.PREFIX, self._prefix("notation", code)),
        ]
        if words:
            whole = [self._term("words", word) for word in words]
            unfinished = [*whole[:-1], self._prefix("words", words[-1])]
            kinds += [
                self._scored(MatchKind.EXACT, self._term("label", " ".join(words))),
                self._scored(MatchKind.WORDS, _every(whole)),
                self._scored(MatchKind.PREFIX, _every(unfinished)),
            ]
        return self._ranked(kinds, words, vocabularies)

    def tolerant(self, text: str, vocabularies: Sequence[str]) -> Query:
        """Return the query that forgives one or two typos a word (a transposition is one)."""
        words = fold_words(text)[:_MOST_WORDS]
        if not words:
            return Query.empty_query()
        near = [self._near(word, last=position == len(words) - 1) for position, word in enumerate(words)]
        return self._ranked([self._scored(MatchKind.FUZZY, _every(near))], words, vocabularies)

    def any_of(self, words: Sequence[str], vocabularies: Sequence[str]) -> Query:
        """Return the query for concepts with any of the words, scored by BM25."""
        clauses = [(Occur.Should, self._term("words", word)) for word in words[:_MOST_WORDS]]
        query = Query.boolean_query(clauses) if clauses else Query.empty_query()
        return Query.boolean_query([(Occur.Must, query), *self._within(vocabularies)])

    def having(self, field: str, value: str) -> Query:
        """Return the query for a whole value of a field."""
        return self._term(field, value)

    def _ranked(self, kinds: Sequence[Query], words: Sequence[str], vocabularies: Sequence[str]) -> Query:
        clauses = [
            (Occur.Must, Query.disjunction_max_query(list(kinds))),
            (Occur.Should, Query.const_score_query(self._term("status", "current"), _CURRENT_SCORE)),
            *((Occur.Should, Query.boost_query(self._term("words", word), _WORD_WEIGHT)) for word in words),
            *((Occur.Should, self._linked(level)) for level in range(1, POPULARITY_LEVELS + 1)),
        ]
        return Query.boolean_query([*clauses, *self._within(vocabularies)])

    def _within(self, vocabularies: Sequence[str]) -> list[tuple[Occur, Query]]:
        if not vocabularies:
            return []
        wanted = Query.term_set_query(self._schema, "vocabulary", [name.lower() for name in vocabularies])
        return [(Occur.Must, Query.const_score_query(wanted, 0.0))]

    def _scored(self, kind: MatchKind, query: Query) -> Query:
        return Query.const_score_query(query, _KIND_SCORE[kind])

    def _linked(self, level: int) -> Query:
        counted = Query.term_query(self._schema, "popularity", level)
        return Query.const_score_query(counted, _LINK_SCORE * level)

    def _term(self, field: str, value: str) -> Query:
        return Query.term_query(self._schema, field, value) if value else Query.empty_query()

    def _prefix(self, field: str, value: str) -> Query:
        if len(value) < _SHORTEST_PREFIX:
            return self._term(field, value)
        return Query.fuzzy_term_query(self._schema, field, value, distance=0, prefix=True)

    def _near(self, word: str, *, last: bool) -> Query:
        typos = (len(word) >= _ONE_TYPO_FROM) + (len(word) >= _TWO_TYPOS_FROM)
        if not typos:
            return self._prefix("words", word) if last else self._term("words", word)
        return Query.fuzzy_term_query(self._schema, "words", word, distance=typos, prefix=last)


def _every(queries: Sequence[Query]) -> Query:
    return Query.boolean_query([(Occur.Must, query) for query in queries])
