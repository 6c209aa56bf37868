"""What an index has of a word, looked up once: what is being typed has the same words from letter to letter."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import NamedTuple

from tantivy import Occur, Query, Schema

from vocabsvc.store.terms.schema import STEMMERS, stem_analyzer

_KEPT = 16_384
_STEMS_FIELDS = {language: f"stems_{language}" for language in STEMMERS}


class KnownWord(NamedTuple):
    """The queries for a folded word, ``None`` where nothing has it: as it stands, in former labels, by its stem.

    ``stems`` are by language.
    """

    words: Query | None
    former: Query | None
    stems: dict[str, str]
    by_stem: dict[str, Query | None]


class KnownTerms:
    """Looks into one index; may be shared by threads. ``frequency`` tells how many concepts have a value of a field.

    What none has is left out of a query: to know that is cheaper than to ask for it.
    """

    def __init__(self, schema: Schema, frequency: Callable[[str, str], int]) -> None:
        self._schema = schema
        self._frequency = frequency
        self._stemmers = {language: stem_analyzer(language) for language in STEMMERS}
        self.is_had = lru_cache(_KEPT)(self._is_had)
        self.having = lru_cache(_KEPT)(self._having)
        self.word = lru_cache(_KEPT)(self._word)

    def stems(self, language: str, words: Iterable[str]) -> list[str]:
        """Return the stems of folded words."""
        return self._stemmers[language].analyze(" ".join(words))

    def known(self, field: str, value: str) -> Query | None:
        """Return the query for a whole value of a field, which is not asked again: whole labels seldom are."""
        return self._having(field, value) if value and self._frequency(field, value) else None

    def _is_had(self, field: str, value: str) -> bool:
        return self._frequency(field, value) > 0

    def _having(self, field: str, value: str) -> Query:
        """Return the query for a whole value of a field; an empty value is had by none."""
        return Query.term_query(self._schema, field, value) if value else Query.empty_query()

    def _word(self, word: str) -> KnownWord:
        stems = {language: stemmer.analyze(word)[0] for language, stemmer in self._stemmers.items()}
        by_stem = {language: self.known(_STEMS_FIELDS[language], stem) for language, stem in stems.items()}
        return KnownWord(self.known("words", word), self.known("former_words", word), stems, by_stem)


def all_of(queries: Iterable[Query | None]) -> Query | None:
    """Return the query for what every one of the queries finds; ``None`` where one of them is, or there is none."""
    wanted: list[Query] = []
    for query in queries:
        if query is None:
            return None
        wanted.append(query)
    if len(wanted) == 1:
        return wanted[0]
    return Query.boolean_query([(Occur.Must, query) for query in wanted]) if wanted else None
