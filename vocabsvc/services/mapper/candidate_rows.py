"""Which concepts of a vocabulary a term might mean: a hundred or so of them, to be looked at closely."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vocabsvc.services.mapper.reading import Reading
from vocabsvc.services.mapper.sparse_rows import Floats, Ints, best_rows
from vocabsvc.services.mapper.target_index import TargetIndex

_BY_WORDS = 60
_BY_ONE_BAG = 25
_BY_GENERAL = 60
_BY_EXAMPLES = 50
_BY_UNIT = 15
_BY_NAME = 20
_BY_VOTES = 12
_VOTERS = 40
_SHARPNESS = 12.0
_CALLED = 20.0
_DEPRECATED = 1

Votes = Mapping[str, Mapping[str, float]]
"""Vocabulary -> P02 group -> its share in what is nearest in words."""


@lru_cache(8)  # asked several times for one term in a row
def joined_words(reading: Reading) -> Mapping[str, float]:
    """Return all words of a term, the long name before what its local name may stand for."""
    joined: dict[str, float] = {}
    weight = 0.5 if reading.head else 1.0
    bags = ((reading.namesakes, 0.5 * weight), (reading.tail, 1.0), (reading.spelled, weight), (reading.head, 1.0))
    for bag, share in bags:
        for word, value in bag.items():
            joined[word] = max(joined.get(word, 0.0), value * share)
    return joined


@lru_cache(4)  # for the votes of a vocabulary and for its candidates
def _general_likeness(index: TargetIndex, reading: Reading) -> Floats:
    return index.similar(joined_words(reading), general=True)


def cosines(index: TargetIndex, reading: Reading) -> Sequence[Floats]:
    """Return the likeness of every row to all words, the long name, the local name, and all without method."""
    everything = joined_words(reading)
    whole = index.similar(everything)
    head = index.similar(reading.head) if reading.head else whole
    spelled = index.similar({**dict.fromkeys(reading.namesakes, 0.6), **dict(reading.spelled)})
    return whole, head, spelled, _general_likeness(index, reading)


def candidate_rows(
    index: TargetIndex,
    likeness: Sequence[Floats],
    called: Iterable[int],
    known: Ints,
    usual: Ints,
    voted: Iterable[int],
) -> Ints:
    """Return the rows to look at; what is deprecated is proposed only to those who name it."""
    whole, head, spelled, general = likeness
    named = np.array(list(called)[:_BY_NAME], dtype=np.int32)
    lists = (
        best_rows(whole, _BY_WORDS),
        best_rows(spelled, _BY_ONE_BAG),
        best_rows(head, _BY_ONE_BAG),
        best_rows(np.where(general > 0, np.maximum(general + index.tie_break, 0), 0), _BY_GENERAL),
        known[:_BY_EXAMPLES],
        usual,
        named,
        np.array(list(voted), dtype=np.int32),
    )
    rows = np.unique(np.concatenate(lists)).astype(np.int32)
    kept = (index.priors[rows, _DEPRECATED] == 0) | np.isin(rows, named)
    proposed: Ints = rows[kept]
    return proposed


def usual_rows(index: TargetIndex, relations: NDArray[np.int8], priors: Floats) -> Ints:
    """Return what is most often meant by those who give a unit of this kind."""
    return best_rows(np.where(relations[index.units] > 0, priors, 0), _BY_UNIT)


def votes(index: TargetIndex, reading: Reading) -> Mapping[str, float]:
    """Return the P02 groups of the concepts nearest in words, with their share of the likeness."""
    near = _general_likeness(index, reading)
    best = best_rows(np.where(near > 0, np.maximum(near + index.tie_break, 0), 0), _VOTERS)
    mass = np.exp(_SHARPNESS * (near[best] - near.max(initial=0.0))).tolist()
    weights = [*zip(best.tolist(), mass, strict=True), *((row, _CALLED) for row in set(index.called(reading.name)))]
    shares: dict[str, float] = {}
    for row, weight in weights:
        if group := index.groups[row]:
            shares[group] = shares.get(group, 0.0) + weight
    total = sum(shares.values()) or 1.0
    return {group: share / total for group, share in shares.items()}


def voted_rows(row_of: Callable[[str], int | None], cast: Votes) -> list[int]:
    """Return the rows of the groups with most votes, for a vocabulary of groups."""
    groups = [group for shares in cast.values() for group in sorted(shares, key=lambda one: -shares[one])[:_BY_VOTES]]
    return [row for row in map(row_of, dict.fromkeys(groups)) if row is not None]
