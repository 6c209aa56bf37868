"""The examples near to a term, measured by the concept and by the P02 group that they lead to."""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from vocabsvc.services.mapper.examples import Example, ExampleBook
from vocabsvc.services.mapper.reading import Reading
from vocabsvc.services.mapper.sparse_rows import Floats, Ints
from vocabsvc.services.mapper.target_index import TargetIndex
from vocabsvc.services.mapper.unit_relation import UnitRelation, relate_units

MEASURES = (
    "words", "words_unit", "name_votes", "name_share", "both", "both_unit", "origins", "share", "published",
)  # fmt: skip
_FITS = {
    UnitRelation.OTHER: 0.5, UnitRelation.UNKNOWN: 0.9, UnitRelation.AMOUNT: 0.93, UnitRelation.CONVERTIBLE: 0.97,
    UnitRelation.SAME: 1.0,
}  # fmt: skip
_LIKELY = 0.55
_SAME_TEXT = 0.95
_GROUPS = "p02"


@dataclass(slots=True)
class _Sums:
    words: float = 0.0
    words_unit: float = 0.0
    both: float = 0.0
    both_unit: float = 0.0
    power: float = 0.0
    published: float = 0.0
    naming: set[str] = field(default_factory=set)
    likely: set[str] = field(default_factory=set)
    nearest: Example | None = None


class Neighbours:
    """What the examples near to one term say; shares are of all that was added."""

    def __init__(self) -> None:
        self.by_row: dict[int, _Sums] = {}
        self.by_group: dict[int, tuple[float, float]] = {}
        self._naming: set[str] = set()
        self._power = self._group_power = 1e-6

    def add(self, example: Example, row: int, group: int, words: float, name: float, fits: float) -> None:
        """Add an example; ``words`` and ``name`` are its likeness, ``fits`` that of its unit."""
        both = max(words, 0.6 * words + 0.4 * name, 0.75 * name)
        power = (both * fits) ** 4
        if name:
            self._naming.add(example.origins[0])
        if group >= 0:
            self._group_power += power
            best, total = self.by_group.get(group, (0.0, 0.0))
            self.by_group[group] = (max(best, both * fits), total + power)
        if row < 0:
            return
        self._power += power
        sums = self.by_row.setdefault(row, _Sums())
        if both * fits > sums.both_unit:
            sums.nearest = example
        sums.words, sums.words_unit = max(sums.words, words), max(sums.words_unit, words * fits)
        sums.both, sums.both_unit = max(sums.both, both), max(sums.both_unit, both * fits)
        sums.power += power
        if example.published:
            equal = max(name, words if words > _SAME_TEXT else 0.0)
            sums.published = max(sums.published, example.confidence * equal)
        if name:
            sums.naming.add(example.origins[0])
        if both * fits > _LIKELY:
            sums.likely.add(example.origins[0])

    def best(self, limit: int) -> Ints:
        """Return the rows that the examples speak for most."""
        ordered = sorted(self.by_row, key=lambda row: (-self.by_row[row].both_unit, row))
        return np.array(ordered[:limit], dtype=np.int32)

    def measures(self, row: int) -> Sequence[float]:
        """Return ``MEASURES`` of a row, all 0 where no example leads to it."""
        one = self.by_row.get(row)
        if one is None:
            return (0.0,) * len(MEASURES)
        votes = float(len(one.naming))
        return (
            one.words, one.words_unit, votes, votes / max(1, len(self._naming)), one.both, one.both_unit,
            float(len(one.likely)), one.power / self._power, one.published,
        )  # fmt: skip

    def group_measures(self, group: int) -> tuple[float, float]:
        """Return the best likeness of examples of a group, and their share."""
        best, power = self.by_group.get(group, (0.0, 0.0))
        return best, power / self._group_power


class NeighbourFinder:
    """Finds the neighbours of terms among the examples of a book that lead into one vocabulary or its groups.

    ``groups_of`` gives the P02 group of a concept, ``group_numbers`` the number of a group.
    """

    def __init__(
        self,
        book: ExampleBook,
        index: TargetIndex,
        vocabulary: str,
        groups_of: Mapping[str, str],
        group_numbers: Mapping[str, int],
    ) -> None:
        self._book = book
        self._rows: list[int] = []
        self._groups: list[int] = []
        for example in book.examples:
            group = groups_of.get(example.target, example.target)
            target = group if vocabulary == _GROUPS else example.target
            row = index.row_of(target)
            self._rows.append(-1 if row is None else row)
            self._groups.append(self._rows[-1] if vocabulary == _GROUPS else group_numbers.get(group, -1))
        pairs = zip(self._rows, book.examples, strict=True)
        self._mapped = sorted({(row, one.origins) for row, one in pairs if row >= 0})
        self._size = len(index.uris)
        self.priors = lru_cache(64)(self._priors)

    def near(self, reading: Reading, excluded: AbstractSet[str]) -> Neighbours:
        """Return the neighbours of a term; ``excluded`` origins give none."""
        numbers, words, named = self._book.near(reading)
        found = Neighbours()
        for number in numbers:
            row, group = self._rows[number], self._groups[number]
            example = self._book.examples[number]
            if (row < 0 and group < 0) or not excluded.isdisjoint(example.origins):
                continue
            fits = _FITS[related_units(reading.unit, example.term.unit)]
            found.add(example, row, group, float(words[number]), named.get(number, 0.0), fits)
        return found

    def _priors(self, excluded: frozenset[str]) -> Floats:
        """Return the logarithm of how many origins map to each row."""
        counted = np.zeros(self._size, dtype=np.float32)
        origins = {(row, origins[0]) for row, origins in self._mapped if excluded.isdisjoint(origins)}
        for row, _ in origins:
            counted[row] += 1
        return np.log1p(counted)


@lru_cache(16_384)
def related_units(unit: str, other: str) -> UnitRelation:
    """Return the best relation of two spellings, either of which may be alternatives."""
    if not unit or not other:
        return UnitRelation.UNKNOWN
    return max(relate_units(unit, (one,)) for one in other.split("|"))
