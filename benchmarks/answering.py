"""How fast services answer, without HTTP."""

import random
from collections import Counter
from collections.abc import Sequence

from benchmarks.prefixes import Labels
from benchmarks.timing import Spread, timed
from vocabsvc.model.folding import fold_words
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.services.services import Services
from vocabsvc.store.base import SearchRequest

SUGGESTED = 10
"""Hits in a suggestion, as over HTTP."""

_PAGE = 100
_CONCEPTS_EACH = 200
_BROADEST = 50
_PAGES = 600
_FREQUENT_WORDS = 300


def sample_uris(services: Services) -> list[str]:
    """Return IRIs of concepts, as many from each vocabulary as it has, up to a number; the same at every run."""
    draw = _draw()
    uris: list[str] = []
    for vocabulary in services.concepts.vocabularies():
        start = draw.randrange(max(1, vocabulary.concept_count - _CONCEPTS_EACH))
        uris += [ref.uri for ref in services.concepts.members(vocabulary.id, start, _CONCEPTS_EACH).items]
    return draw.sample(uris, len(uris))


def broadest(services: Services, uris: Sequence[str]) -> list[tuple[str, int]]:
    """Return those of the concepts that have most narrower ones, with how many, the broadest first."""
    counted = [(uri, services.concepts.narrower(uri, 0, 1).total) for uri in uris]
    return sorted(counted, key=lambda one: -one[1])[:_BROADEST]


def frequent_words(labels: Labels) -> list[str]:
    """Return the words that stand in most labels, the most frequent first."""
    words = Counter(word for texts in labels.values() for text in texts for word in set(fold_words(text)))
    return [word for word, _ in words.most_common(_FREQUENT_WORDS)]


def largest(services: Services) -> Vocabulary:
    """Return the vocabulary with most concepts."""
    return max(services.concepts.vocabularies(), key=lambda one: one.concept_count)


def suggesting(services: Services, texts: Sequence[str]) -> Spread:
    return timed(lambda text: services.search.search(SearchRequest(text, limit=SUGGESTED)), texts)


def counting(services: Services, texts: Sequence[str]) -> Spread:
    return timed(lambda text: services.search.facets(SearchRequest(text)), texts)


def paging(services: Services, vocabulary: Vocabulary) -> Spread:
    """Return the times of pages at the beginning, in the middle and at the end of a vocabulary."""
    draw, last = _draw(), max(0, vocabulary.concept_count - _PAGE)
    third = max(1, last // 3)
    starts = [min(last, third * (turn % 3) + draw.randrange(third)) for turn in range(_PAGES)]
    return timed(lambda start: services.concepts.members(vocabulary.id, start, _PAGE), [0, *starts, last])


def paging_narrower(services: Services, concepts: Sequence[tuple[str, int]]) -> Spread:
    draw = _draw()
    asked = [(uri, draw.randrange(max(1, total - _PAGE))) for uri, total in concepts for _ in range(5)]
    return timed(lambda one: services.concepts.narrower(one[0], one[1], _PAGE), asked)


def _draw() -> random.Random:
    return random.Random(1)  # noqa: S311 - a sample, not a secret
