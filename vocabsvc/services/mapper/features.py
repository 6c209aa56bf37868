"""What speaks for and against each concept that a term might mean, in numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from vocabsvc.services.mapper.candidate_rows import joined_words
from vocabsvc.services.mapper.index_builder import BASES, PRIORS
from vocabsvc.services.mapper.modifiers import MODIFIERS, count_bits, masks
from vocabsvc.services.mapper.neighbours import MEASURES, NeighbourFinder, Neighbours
from vocabsvc.services.mapper.reading import Reading
from vocabsvc.services.mapper.sparse_rows import Floats, Ints
from vocabsvc.services.mapper.target_index import TargetIndex
from vocabsvc.services.mapper.unit_relation import relate_units
from vocabsvc.services.mapper.word_features import WORD_FEATURES, word_features

TARGETS = ("p01", "p02", "p07")
_CLASHING = ("medium", "direction", "statistic", "amount")
_SAID = ("dissolved", "particulate", "total", "filtered", "sensor", "raw")
_COSINES = ("cosine", "cosine_head", "cosine_spelled", "cosine_general")
_VOTES = ("votes_p01", "votes_p07")
ABSOLUTE: tuple[str, ...] = (
    *WORD_FEATURES, *_COSINES,
    *(f"{kind}_{side}" for kind in MODIFIERS for side in ("more", "less")), *(f"{kind}_clash" for kind in _CLASHING),
    "numbers_common", "numbers_more", "numbers_less", "unit", "unit_given", "basis", *PRIORS,
    *(f"example_{name}" for name in MEASURES), "example_group_both", "example_group_share", "example_prior",
    "same_text", "same_label", "same_code", *_VOTES, "fit", "example_fit",
)  # fmt: skip
_RELATIVE = (
    "cosine", "any_in_what", "any_found", "missing_what", "example_both_unit", "example_share", "example_group_share",
    "example_prior", "inbound", "method_words", "unit", "cosine_head", "cosine_general", "met_most", *_VOTES,
    "fit", "example_fit", "unmet_words", "head_found", "spelled_found", "missing_what_most",
)  # fmt: skip
FEATURES: tuple[str, ...] = (
    *ABSOLUTE, *(f"{name}_below_best" for name in _RELATIVE), "has_head", "has_name", "candidates",
    *(f"says_{word}" for word in _SAID), *(f"target_{name}" for name in TARGETS),
)  # fmt: skip
_AT = {name: place for place, name in enumerate(ABSOLUTE)}
_RELATIVE_AT = [_AT[name] for name in _RELATIVE]


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was worked out for all rows of a vocabulary on the way to the candidates of a term."""

    rows: Ints
    cosines: Sequence[Floats]
    """Of all rows, in the order of ``_COSINES``."""
    called: frozenset[int]
    """Those with the local or the long name for a code or label, but for case and signs."""
    labelled: frozenset[int]
    """Those with the long name for a label."""
    neighbours: Neighbours
    votes: Mapping[str, Mapping[str, float]]


class FeatureMaker:
    """Makes features for the candidates in one vocabulary. ``groups`` numbers its P02 groups by row."""

    def __init__(self, index: TargetIndex, vocabulary: str, finder: NeighbourFinder, groups: Ints) -> None:
        self._index = index
        self._finder = finder
        self._groups = groups
        self._target = [float(vocabulary == name) for name in TARGETS]
        self._groups_are_rows = vocabulary == "p02"
        self.relations = lru_cache(512)(self._relations)

    def features(self, gathered: Gathered, reading: Reading, excluded: frozenset[str]) -> Floats:
        """Return a line of ``FEATURES`` for each row."""
        rows = gathered.rows
        matrix = np.zeros((len(rows), len(FEATURES)), dtype=np.float32)
        if not len(rows):
            return matrix
        matrix[:, : len(WORD_FEATURES)] = word_features(self._index, rows, reading)
        for name, values in zip(_COSINES, gathered.cosines, strict=True):
            matrix[:, _AT[name]] = values[rows]
        self._add_modifiers(matrix, rows, reading)
        self._add_numbers(matrix, rows, reading)
        self._add_units(matrix, rows, reading)
        matrix[:, _AT[PRIORS[0]] : _AT[PRIORS[0]] + len(PRIORS)] = self._index.priors[rows]
        self._add_examples(matrix, rows, gathered.neighbours, excluded)
        self._add_names(matrix, rows, gathered)
        _add_fits(matrix)
        matrix[:, len(ABSOLUTE) : len(ABSOLUTE) + len(_RELATIVE)] = matrix[:, _RELATIVE_AT] - matrix[
            :, _RELATIVE_AT
        ].max(axis=0)
        said = [float(word in reading.head or word in reading.spelled) for word in _SAID]
        constants = (float(bool(reading.head)), float(bool(reading.name_key)), float(len(rows)), *said, *self._target)
        matrix[:, len(ABSOLUTE) + len(_RELATIVE) :] = constants
        return matrix

    def _add_modifiers(self, matrix: Floats, rows: Ints, reading: Reading) -> None:
        mine = np.array(masks({word for word in joined_words(reading) if word not in reading.tail}), dtype=np.int32)
        theirs = self._index.modifiers[rows]
        first = _AT[f"{next(iter(MODIFIERS))}_more"]
        matrix[:, first : first + 2 * len(MODIFIERS) : 2] = count_bits(theirs & ~mine)
        matrix[:, first + 1 : first + 1 + 2 * len(MODIFIERS) : 2] = count_bits(mine & ~theirs)
        for kind in _CLASHING:
            place = list(MODIFIERS).index(kind)
            both = (theirs[:, place] != 0) & (mine[place] != 0)
            matrix[:, _AT[f"{kind}_clash"]] = both & ((theirs[:, place] & mine[place]) == 0)

    def _add_numbers(self, matrix: Floats, rows: Ints, reading: Reading) -> None:
        place, mine = _AT["numbers_common"], reading.numbers
        for line, row in enumerate(rows.tolist()):
            theirs = self._index.numbers(row)
            if mine or theirs:
                matrix[line, place : place + 3] = (len(mine & theirs), len(theirs - mine), len(mine - theirs))

    def _add_units(self, matrix: Floats, rows: Ints, reading: Reading) -> None:
        matrix[:, _AT["unit"]] = self.relations(reading.unit)[self._index.units[rows]]
        matrix[:, _AT["unit_given"]] = float(bool(reading.unit))
        if reading.basis:
            bases = self._index.bases[rows]
            wanted = BASES.index(reading.basis)
            matrix[:, _AT["basis"]] = np.where(bases == 0, 0, np.where(bases == wanted, 1, -1))

    def _relations(self, unit: str) -> NDArray[np.int8]:
        """Return how a unit relates to each of the units of the vocabulary."""
        spelled = self._index.unit_spellings
        if not unit:
            return np.zeros(len(spelled), dtype=np.int8)
        return np.array([relate_units(unit, one) for one in spelled], dtype=np.int8)

    def _add_examples(self, matrix: Floats, rows: Ints, near: Neighbours, excluded: frozenset[str]) -> None:
        first, group_at = _AT["example_words"], _AT["example_group_both"]
        groups = rows if self._groups_are_rows else self._groups[rows]
        for line, (row, group) in enumerate(zip(rows.tolist(), groups.tolist(), strict=True)):
            if row in near.by_row:
                matrix[line, first : first + len(MEASURES)] = near.measures(row)
            if group in near.by_group:
                matrix[line, group_at : group_at + 2] = near.group_measures(group)
        matrix[:, _AT["example_prior"]] = self._finder.priors(excluded)[rows]

    def _add_names(self, matrix: Floats, rows: Ints, gathered: Gathered) -> None:
        matrix[:, _AT["same_code"]] = [float(row in gathered.called) for row in rows.tolist()]
        matrix[:, _AT["same_label"]] = [float(row in gathered.labelled) for row in rows.tolist()]
        complete = (matrix[:, _AT["missing_what"]] < 0.01) & (matrix[:, _AT["unmet_words"]] < 0.01)
        matrix[:, _AT["same_text"]] = complete
        for name in _VOTES:
            shares = gathered.votes.get(name.removeprefix("votes_"), {})
            matrix[:, _AT[name]] = [shares.get(self._group_of(row), 0.0) for row in rows.tolist()]

    def _group_of(self, row: int) -> str:
        return self._index.uris[row] if self._groups_are_rows else self._index.groups[row]


def _add_fits(matrix: Floats) -> None:
    """Add likeness in words and to examples, each less where unit, basis, medium or direction speak against."""
    unit = matrix[:, _AT["unit"]]
    factor = np.select([unit < 0, unit == 0, unit == 1, unit == 2], [0.6, 0.9, 0.94, 0.98], 1.0)
    factor = factor * np.where(matrix[:, _AT["basis"]] < 0, 0.75, 1.0)
    factor *= np.where(matrix[:, _AT["medium_clash"]] > 0, 0.7, 1.0)
    factor *= np.where(matrix[:, _AT["direction_clash"]] > 0, 0.8, 1.0)
    factor *= np.where(matrix[:, _AT["numbers_more"]] > 0, 0.85, 1.0)
    matrix[:, _AT["fit"]] = factor * matrix[:, _AT["cosine_general"]]
    matrix[:, _AT["example_fit"]] = factor * matrix[:, _AT["example_both"]]
