"""Makes the arrays of a vocabulary: what takes seconds for P01 and is done when it is loaded."""

import re
import zlib
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np

from vocabsvc.services.mapper.entries import ParameterEntry
from vocabsvc.services.mapper.label_parts import LabelParts, Part, label_parts
from vocabsvc.services.mapper.modifiers import MODIFIERS, masks
from vocabsvc.services.mapper.sparse_rows import Arrays, SparseRows
from vocabsvc.services.mapper.wording import Wording

BASES = ("", "volume", "mass", "area", "dry weight", "wet weight", "weight", "length", "time")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_WEIGHTS = {Part.WHAT: 1.0, Part.MATRIX: 0.5, Part.PHASE: 0.25, Part.METHOD: 0.35, Part.ASIDE: 0.5, Part.OTHER: 0.3}
_GENERAL = frozenset({Part.WHAT, Part.MATRIX, Part.ASIDE})
_MOST_OTHERS = 4
PRIORS = (
    "inbound", "deprecated", "general_code", "first_code", "method_words", "what_words", "aside", "broader_here",
    "phase_unknown", "phase_dissolved", "phase_particulate", "phase_below", "phase_above", "phase_words",
    "in_water", "in_air",
)  # fmt: skip

_Row = Mapping[tuple[int, Part], float]


class IndexBuilder:
    """Builds the index of one vocabulary; ``words`` and ``arrays`` are what ``TargetIndex`` is made of."""

    def __init__(self, entries: Sequence[ParameterEntry], wording: Wording) -> None:
        self._wording = wording
        self._columns: dict[str, int] = {}
        parts = [label_parts(entry.labels[0] if entry.labels else entry.code) for entry in entries]
        rows = [self._row(entry, part) for entry, part in zip(entries, parts, strict=True)]
        self.words = list(self._columns)
        self._rarity = self._rarities(rows)
        texts = [frozenset(self.words[column] for column, _ in row) for row in rows]
        units = sorted({entry.units for entry in entries})
        by_units = {one: number for number, one in enumerate(units)}
        self.units = units
        self.arrays: Arrays = {
            "rarity": self._rarity,
            **SparseRows.of([self._weighted(row) for row in rows], len(self.words)).arrays("rows"),
            **SparseRows.of([self._general(row) for row in rows], len(self.words)).arrays("general"),
            **_flat(rows),
            "bases": np.array([BASES.index(part.basis) if part.basis in BASES else 0 for part in parts], dtype=np.int8),
            "modifiers": np.array([masks(text) for text in texts], dtype=np.int32).reshape(-1, len(MODIFIERS)),
            "priors": np.array(
                [_prior(*one) for one in zip(entries, parts, texts, strict=True)], dtype=np.float32
            ).reshape(-1, len(PRIORS)),
            "units": np.array([by_units[entry.units] for entry in entries], dtype=np.int32),
            "proper": np.array(sorted({column for row in rows for column, part in row if part < Part.ASIDE}), np.int32),
            **_keys(entries),
        }

    def _row(self, entry: ParameterEntry, parts: LabelParts) -> _Row:
        others = " ".join(_CAMEL.sub(" ", text).replace("_", " ") for text in entry.other_labels[:_MOST_OTHERS])
        texts = (*parts.texts(), (Part.OTHER, f"{others} {' '.join(entry.labels[1:])}"))
        row: dict[tuple[int, Part], float] = {}
        for part, text in texts:
            for word in self._wording.words(text):
                row[self._columns.setdefault(word, len(self._columns)), part] = _WEIGHTS[part]
        return row

    def _rarities(self, rows: Sequence[_Row]) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
        holding = Counter(column for row in rows for column in {column for column, _ in row})
        rarity = np.zeros(len(self.words) + 1, dtype=np.float32)
        for column, number in holding.items():
            rarity[column] = np.log(1 + len(rows) / number)
        return rarity

    def _weighted(self, row: _Row) -> Mapping[int, float]:
        best: dict[int, float] = {}
        for (column, _), weight in row.items():
            best[column] = max(best.get(column, 0.0), weight * float(self._rarity[column]))
        norm = sum(weight * weight for weight in best.values()) ** 0.5 or 1.0
        return {column: weight / norm for column, weight in best.items()}

    def _general(self, row: _Row) -> Mapping[int, float]:
        """Return the words of a row without method and phase; what stands in braces is more, and no less likeness."""
        best: dict[int, float] = {}
        norm = 0.0
        for (column, part), weight in row.items():
            if part in _GENERAL:
                weighted = weight * float(self._rarity[column])
                best[column] = max(best.get(column, 0.0), weighted)
                norm += 0.0 if part is Part.ASIDE else weighted * weighted
        root = norm**0.5 or 1.0
        return {column: weight / root for column, weight in best.items()}


def name_key(name: str) -> str:
    """Return a name without case and signs."""
    return re.sub(r"[\W_]+", "", name.lower())


def key_number(key: str) -> int:
    """Return a number by which a key is found; two keys may have the same."""
    return zlib.crc32(key.encode())


def _flat(rows: Sequence[_Row]) -> Arrays:
    lengths = np.fromiter((len(row) for row in rows), dtype=np.int64, count=len(rows))
    total = int(lengths.sum())
    return {
        "word_starts": np.concatenate(([0], np.cumsum(lengths))).astype(np.int64),
        "word_columns": np.fromiter((column for row in rows for column, _ in row), dtype=np.int32, count=total),
        "word_parts": np.fromiter((part for row in rows for _, part in row), dtype=np.int8, count=total),
    }


def _keys(entries: Sequence[ParameterEntry]) -> Arrays:
    pairs = sorted(
        (key_number(key), number)
        for number, entry in enumerate(entries)
        for key in {name_key(text) for text in (entry.code, *entry.other_labels, *entry.labels)}
    )
    return {
        "key_numbers": np.array([key for key, _ in pairs], dtype=np.uint32),
        "key_rows": np.array([row for _, row in pairs], dtype=np.int32),
    }


def _prior(entry: ParameterEntry, parts: LabelParts, words: frozenset[str]) -> tuple[float, ...]:
    return (
        float(np.log1p(entry.inbound)),
        float(entry.ref.deprecated),
        float("ZZ" in entry.code[4:] or "XX" in entry.code[4:]),
        float(entry.code.endswith("01")),
        float(len(parts.method.split())),
        float(len(parts.what.replace("_", " ").split())),
        float(bool(parts.aside)),
        float(entry.broader_here),
        float("unknown" in parts.phase),
        float("dissolved" in parts.phase),
        float("particulate" in parts.phase),
        float("<" in parts.phase),
        float(">" in parts.phase),
        float(len(parts.phase.split())),
        float("water" in words),
        float("air" in words),
    )
