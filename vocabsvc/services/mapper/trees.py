"""Boosted trees, as read from the text of a model: what they sum up to, and what each feature adds."""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from vocabsvc.services.mapper.sparse_rows import Floats, Ints

Doubles = NDArray[np.float64]


class Trees:
    """All trees side by side: a leaf leads to itself, so that all rows take as many steps as the deepest needs."""

    def __init__(self, trees: Sequence[Mapping[str, Any]]) -> None:
        starts: list[int] = []
        features: list[int] = []
        thresholds: list[float] = []
        lefts: list[int] = []
        rights: list[int] = []
        values: list[float] = []
        for tree in trees:
            start = len(features)
            starts.append(start)
            for number, (feature, threshold, left, right, value) in enumerate(tree["nodes"]):
                features.append(max(feature, 0))
                thresholds.append(threshold if feature >= 0 else np.inf)
                lefts.append(start + (left if feature >= 0 else number))
                rights.append(start + (right if feature >= 0 else number))
                values.append(value)
        self._starts: Ints = np.array(starts, dtype=np.int32)
        self._features: Ints = np.array(features, dtype=np.int32)
        self._thresholds: Floats = np.array(thresholds, dtype=np.float32)
        self._children: Ints = np.stack((np.array(rights), np.array(lefts)), axis=1).astype(np.int32).ravel()
        self._values: Doubles = np.array(values)
        self._depth = max((int(tree["depth"]) for tree in trees), default=0)

    def scores(self, matrix: Floats) -> Doubles:
        """Return the sum of all trees for each line of features."""
        nodes = self._first(matrix)
        for _ in range(self._depth):
            nodes = self._step(matrix, nodes)
        scores: Doubles = self._values[nodes].sum(axis=1)
        return scores

    def contributions(self, matrix: Floats) -> Doubles:
        """Return how much of each line's score came with each feature: what the mean changes by at its splits."""
        nodes = self._first(matrix)
        lines = np.repeat(np.arange(len(matrix)), nodes.shape[1])
        added = np.zeros(matrix.shape, dtype=np.float64)
        for _ in range(self._depth):
            following = self._step(matrix, nodes)
            changes = self._values[following] - self._values[nodes]
            np.add.at(added, (lines, self._features[nodes].ravel()), changes.ravel())
            nodes = following
        return added

    def _first(self, matrix: Floats) -> Ints:
        return np.broadcast_to(self._starts, (len(matrix), len(self._starts)))

    def _step(self, matrix: Floats, nodes: Ints) -> Ints:
        lines = np.arange(len(matrix))[:, None] * matrix.shape[1]
        values = matrix.ravel()[lines + self._features[nodes]]
        following: Ints = self._children[2 * nodes + (values <= self._thresholds[nodes])]
        return following
