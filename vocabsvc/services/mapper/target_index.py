"""All concepts of one vocabulary as arrays: the words of their labels by part, units, groups, priors."""

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from vocabsvc.services.mapper.entries import ParameterEntry
from vocabsvc.services.mapper.index_builder import IndexBuilder, key_number, name_key
from vocabsvc.services.mapper.sparse_rows import Arrays, Floats, Ints, SparseRows
from vocabsvc.services.mapper.wording import Wording

_NUMBER = re.compile(r"(?<![\w.])\d{3,4}(?![\w.])|(?<=[a-zA-Z_])\d{3}(?!\d)|(?<![\w.,])\d+\.\d+(?![\w.])")
_CODE_NUMBER = re.compile(r"CAS [\d-]+|ITIS: ?\d+|WoRMS:? ?\d+")
_SHORTEST_NAME = 3
LONG_CODE = 8
"""Codes of P01 have as many letters: too many for names of centres."""
_UNKNOWN = 9.0
"""The square of how much a word weighs that no label has."""


class TargetIndex:
    """Immutable; concepts are numbered as ``entries`` come. Words have numbers too, in ``columns``."""

    def __init__(
        self,
        entries: Sequence[ParameterEntry],
        words: Sequence[str],
        units: Sequence[tuple[str, ...]],
        arrays: Arrays,
        uris: Sequence[str] | None = None,
        groups: Sequence[str] | None = None,
    ) -> None:
        self.entries = entries
        self.uris = [entry.ref.uri for entry in entries] if uris is None else list(uris)
        self.groups = [next(iter(entry.groups), "") for entry in entries] if groups is None else groups
        """The P02 group of each concept, ``""`` where it has none."""
        self.groups_of = {uri: group for uri, group in zip(self.uris, self.groups, strict=True) if group}
        self._row_of = {uri: row for row, uri in enumerate(self.uris)}
        self.columns = {word: number for number, word in enumerate(words)}
        self.unit_spellings = units
        self.rarity: Floats = arrays["rarity"].astype(np.float32)
        self.bases: NDArray[np.int8] = arrays["bases"].astype(np.int8)
        self.modifiers: Ints = arrays["modifiers"].astype(np.int32)
        self.priors: Floats = arrays["priors"].astype(np.float32)
        self.units: Ints = arrays["units"].astype(np.int32)
        self._rows = SparseRows.read(arrays, "rows")
        self._general = SparseRows.read(arrays, "general")
        self._starts: NDArray[np.int64] = arrays["word_starts"].astype(np.int64)
        self._columns: Ints = arrays["word_columns"].astype(np.int32)
        self._parts: NDArray[np.int8] = arrays["word_parts"].astype(np.int8)
        self._keys: NDArray[np.uint32] = arrays["key_numbers"].astype(np.uint32)
        self._key_rows: Ints = arrays["key_rows"].astype(np.int32)
        self._proper = frozenset(words[int(column)] for column in arrays["proper"].astype(np.int32))
        # Between concepts that differ in method or phase only, the general and the well linked come first.
        self.tie_break: Floats = 0.02 * self.priors[:, 0] - 0.003 * self.priors[:, 4] - 0.05 * self.priors[:, 1]
        self.numbers = lru_cache(16_384)(self._numbers)

    @classmethod
    def of(cls, entries: Sequence[ParameterEntry], wording: Wording) -> "TargetIndex":
        """Build an index in place of reading one."""
        built = IndexBuilder(entries, wording)
        return cls(entries, built.words, built.units, built.arrays)

    @property
    def proper_words(self) -> frozenset[str]:
        """The words of preferred labels that do not stand in braces."""
        return self._proper

    def row_of(self, uri: str) -> int | None:
        """Return the number of a concept."""
        return self._row_of.get(uri)

    def called(self, *names: str) -> list[int]:
        """Return the rows of concepts with one of the names for a code or label, but for case and signs."""
        keys = dict.fromkeys(key for key in map(name_key, names) if len(key) >= _SHORTEST_NAME)
        return [row for key in keys for row in self._keyed(key)]

    def coded(self, key: str) -> list[ParameterEntry]:
        """Return the concepts with a code, as ``name_key`` spells it, that is too long for names of centres."""
        if len(key) < LONG_CODE:
            return []
        return [entry for entry in map(self.entries.__getitem__, self._keyed(key)) if name_key(entry.code) == key]

    def _keyed(self, key: str) -> Sequence[int]:
        number = np.uint32(key_number(key))
        start, end = np.searchsorted(self._keys, number), np.searchsorted(self._keys, number, side="right")
        rows = self._key_rows[start:end].tolist()
        return [row for row in rows if key in map(name_key, self._names(self.entries[row]))]

    def _names(self, entry: ParameterEntry) -> chain[str]:
        return chain((entry.code,), entry.other_labels, entry.labels)

    def _numbers(self, row: int) -> frozenset[str]:
        """Return the numbers in the label of a row that tell it from others, such as wavelengths."""
        return numbers_in(_CODE_NUMBER.sub("", " ".join(self.entries[row].labels)).replace("_", " "))

    def words_of(self, rows: Ints) -> tuple[Ints, NDArray[np.int8], Ints]:
        """Return the words of the rows one after another: column, part, and position of the row in ``rows``."""
        starts = self._starts[rows]
        lengths = self._starts[rows + 1] - starts
        owners = np.repeat(np.arange(len(rows), dtype=np.int32), lengths)
        offsets = np.arange(lengths.sum()) - np.repeat(np.cumsum(lengths) - lengths, lengths)
        places = np.repeat(starts, lengths) + offsets
        return self._columns[places], self._parts[places], owners

    def similar(self, bag: Mapping[str, float], *, general: bool = False) -> Floats:
        """Return how near the words come to each label, as a cosine; ``general`` disregards methods and phases."""
        asked = [(self.columns[word], weight) for word, weight in bag.items() if word in self.columns]
        weighted = [(column, weight * float(self.rarity[column])) for column, weight in asked]
        unknown = sum(weight for word, weight in bag.items() if word not in self.columns)
        norm = (sum(weight * weight for _, weight in weighted) + unknown * _UNKNOWN) ** 0.5 or 1.0
        return (self._general if general else self._rows).dot(weighted) / np.float32(norm)


def numbers_in(text: str) -> frozenset[str]:
    """Return the numbers of three digits or with a decimal point."""
    return frozenset(_NUMBER.findall(text))
