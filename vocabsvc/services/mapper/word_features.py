"""How the words of a term and of labels meet, part by part."""

from collections.abc import Mapping

import numpy as np

from vocabsvc.services.mapper.label_parts import Part
from vocabsvc.services.mapper.reading import Reading
from vocabsvc.services.mapper.sparse_rows import Floats, Ints
from vocabsvc.services.mapper.target_index import TargetIndex

BAGS = ("head", "tail", "spelled", "namesakes")
_COVERED = (Part.WHAT, Part.MATRIX, Part.PHASE, Part.METHOD)
_PARTS = len(Part)
_UNKNOWN = 8.0
"""What a word weighs that no label has."""
WORD_FEATURES = (
    *(f"{bag}_in_{part.name.lower()}" for bag in BAGS for part in _COVERED),
    *(f"{bag}_found" for bag in BAGS),
    "any_in_what", "any_in_matrix", "any_in_method", "any_found", "aside_met", "other_met",
    "missing_what", "missing_what_most", "missing_method", "unmet_words", "met_most",
)  # fmt: skip


def word_features(index: TargetIndex, rows: Ints, reading: Reading) -> Floats:
    """Return ``WORD_FEATURES`` of each row."""
    meeting = _Meeting(index, rows)
    lines: list[Floats] = []
    found: list[Floats] = []
    best = np.zeros(len(index.columns) + 1, dtype=np.float32)
    for name in BAGS:
        bag: Mapping[str, float] = getattr(reading, name)
        if not bag:
            lines += [meeting.nothing] * len(_COVERED)
            found.append(meeting.nothing)
            continue
        asked, unknown = _asked(index, bag)
        if name != "tail":
            best = np.maximum(best, asked)
        share = meeting.share(asked)
        lines += [share[:, part] for part in _COVERED]
        mass = float((asked * index.rarity).sum()) + unknown
        found.append(np.minimum(1.0, meeting.found(asked) / max(mass, 1e-6)))
    likely = np.minimum(best, 1)
    met = meeting.met(likely)
    share = met / meeting.safe
    mass = max(float((best * index.rarity).sum()), 1e-6)
    met_words = meeting.found(best)
    lines += found
    lines += [share[:, Part.WHAT], share[:, Part.MATRIX], share[:, Part.METHOD], met_words / mass]
    lines += [met[:, Part.ASIDE], share[:, Part.OTHER], meeting.total[:, Part.WHAT] - met[:, Part.WHAT]]
    lines += [meeting.most(1 - likely, Part.WHAT), meeting.total[:, Part.METHOD] - met[:, Part.METHOD]]
    lines += [mass - met_words, np.maximum(meeting.most(likely, Part.WHAT), meeting.most(likely, Part.ASIDE))]
    return np.stack(lines, axis=1).astype(np.float32)


def method_share(index: TargetIndex, rows: Ints, means: Mapping[str, float]) -> Floats:
    """Return the share of the words of a named method that the method of each row has; words no label has count not."""
    asked, _ = _asked(index, means)
    mass = float((np.minimum(np.ceil(asked), 1) * index.rarity).sum())
    shares: Floats = _Meeting(index, rows).met(asked)[:, Part.METHOD] / np.float32(mass or 1.0)
    return shares


class _Meeting:
    """The words of some rows, to be compared with asked words (weights by column)."""

    def __init__(self, index: TargetIndex, rows: Ints) -> None:
        self._count = len(rows)
        self._columns, self._parts, self._owners = index.words_of(rows)
        self._rarity = index.rarity[self._columns]
        self._slots = self._owners * _PARTS + self._parts
        keys = self._owners.astype(np.int64) << 32 | self._columns
        self._first = np.unique(keys, return_index=True)[1]
        self.nothing: Floats = np.zeros(self._count, dtype=np.float32)
        self.total = self._sums(self._rarity)
        self.safe: Floats = np.maximum(self.total, np.float32(1e-6))

    def met(self, asked: Floats) -> Floats:
        """Return the weight of met words by row and part."""
        return self._sums(self._rarity * asked[self._columns])

    def share(self, asked: Floats) -> Floats:
        """Return the share of each part that is met."""
        shares: Floats = self.met(asked) / self.safe
        return shares

    def found(self, asked: Floats) -> Floats:
        """Return the weight of the asked words that a row has, each counted once."""
        masses = (self._rarity * asked[self._columns])[self._first]
        return np.bincount(self._owners[self._first], masses, minlength=self._count).astype(np.float32)

    def most(self, asked: Floats, part: Part) -> Floats:
        """Return the weightiest of the asked words in a part of each row."""
        values = np.where(self._parts == part, self._rarity * asked[self._columns], 0).astype(np.float32)
        weightiest = np.zeros(self._count, dtype=np.float32)
        np.maximum.at(weightiest, self._owners, values)
        return weightiest

    def _sums(self, masses: Floats) -> Floats:
        size = self._count * _PARTS
        return np.bincount(self._slots, masses, minlength=size).reshape(-1, _PARTS).astype(np.float32)


def _asked(index: TargetIndex, bag: Mapping[str, float]) -> tuple[Floats, float]:
    asked = np.zeros(len(index.columns) + 1, dtype=np.float32)
    unknown = 0.0
    for word, weight in bag.items():
        column = index.columns.get(word)
        if column is None:
            unknown += weight * _UNKNOWN
        else:
            asked[column] = weight
    return asked, unknown
