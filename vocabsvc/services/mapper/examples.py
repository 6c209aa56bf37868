"""Names that are known to be mapped: published links and the names that the model learnt from."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.services.mapper.reading import Reading
from vocabsvc.services.mapper.sparse_rows import Arrays, Floats, SparseRows, best_rows

NEIGHBOURS = 60
_SAME_BASE = 0.7
_UNKNOWN = 9.0


@dataclass(frozen=True, slots=True)
class Example:
    """A term and the concept that it was mapped to.

    ``origins`` says by whom: the centre or vocabulary of the name first, then whose links were followed.
    ``published`` tells that a mapping set or a link says so, with that confidence; ``broad`` that the concept is
    broader than what the name means.
    """

    origins: tuple[str, ...]
    term: LocalTerm
    target: str
    published: bool = False
    confidence: float = 1.0
    broad: bool = False


class ExampleBook:
    """Finds examples by name and by words.

    A term is an example for each concept that it was mapped to, so what is known of it is kept once: ``names`` are
    the keys of each term, of its name and of the base of that.
    """

    def __init__(
        self, examples: Sequence[Example], names: Sequence[tuple[str, str]], words: Sequence[str], arrays: Arrays
    ) -> None:
        self.examples = examples
        self._terms = arrays["terms"].astype(np.int32)
        self._names = names
        self._words = words
        self._columns = {word: number for number, word in enumerate(words)}
        self._rarity: Floats = arrays["rarity"].astype(np.float32)
        self._rows = SparseRows.read(arrays, "rows")
        self._by_name: dict[str, list[int]] = defaultdict(list)
        self._by_base: dict[str, list[int]] = defaultdict(list)
        for number, term in enumerate(self._terms.tolist()):
            name, base = names[term]
            if name:
                self._by_name[name].append(number)
                self._by_base[base].append(number)

    @classmethod
    def of(cls, examples: Sequence[Example], readings: Sequence[Reading]) -> "ExampleBook":
        """Build a book; ``readings`` are those of the examples, one and the same for the same term."""
        numbers = {id(reading): number for number, reading in enumerate(dict.fromkeys(readings))}
        terms = [numbers[id(reading)] for reading in readings]
        distinct = list(dict.fromkeys(readings))
        columns: dict[str, int] = {}
        rows = [
            {columns.setdefault(word, len(columns)): weight for word, weight in _words(reading).items()}
            for reading in distinct
        ]
        holding = np.zeros(len(columns) + 1, dtype=np.float32)
        for term, times in Counter(terms).items():
            for column in rows[term]:
                holding[column] += times
        rarity = np.log(1 + len(terms) / np.maximum(holding, 1)).astype(np.float32)
        weighted = []
        for row in rows:
            values = {column: weight * float(rarity[column]) for column, weight in row.items()}
            norm = sum(value * value for value in values.values()) ** 0.5 or 1.0
            weighted.append({column: value / norm for column, value in values.items()})
        arrays: Arrays = {
            "terms": np.array(terms, dtype=np.int32),
            "rarity": rarity,
            **SparseRows.of(weighted, len(columns)).arrays("rows"),
        }
        return cls(examples, [(one.name_key, one.base_key) for one in distinct], list(columns), arrays)

    def stored(self) -> tuple[Sequence[tuple[str, str]], Sequence[str], Arrays]:
        """Return what a book is made of beside its examples."""
        return self._names, self._words, {"terms": self._terms, "rarity": self._rarity, **self._rows.arrays("rows")}

    def near(self, reading: Reading) -> tuple[Sequence[int], Floats, Mapping[int, float]]:
        """Return the numbers of the nearest examples, the likeness in words of all, and those of the same name."""
        bag = _words(reading)
        asked = [(self._columns[word], weight) for word, weight in bag.items() if word in self._columns]
        weighted = [(column, weight * float(self._rarity[column])) for column, weight in asked]
        unknown = sum(weight for word, weight in bag.items() if word not in self._columns)
        norm = (sum(weight * weight for _, weight in weighted) + unknown * _UNKNOWN) ** 0.5 or 1.0
        scores = (self._rows.dot(weighted) / np.float32(norm))[self._terms]
        named: dict[int, float] = {}
        if reading.name_key:
            named = dict.fromkeys(self._by_base.get(reading.base_key, ()), _SAME_BASE)
            named |= dict.fromkeys(self._by_name.get(reading.name_key, ()), 1.0)
        return list(dict.fromkeys((*named, *best_rows(scores, NEIGHBOURS).tolist()))), scores, named


def _words(reading: Reading) -> Mapping[str, float]:
    """Return the words of the long name, or those that the local name stands for where there is none."""
    if reading.head:
        return {**dict.fromkeys(reading.spelled, 0.3), **dict(reading.tail), **dict(reading.head)}
    return {**dict.fromkeys(reading.namesakes, 0.7), **dict(reading.spelled)}
