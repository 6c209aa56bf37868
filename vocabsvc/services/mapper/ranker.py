"""The model: scores candidates, and tells how likely the best of them is right."""

import json
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import Any

import numpy as np

from vocabsvc.services.mapper.features import FEATURES
from vocabsvc.services.mapper.sparse_rows import Floats
from vocabsvc.services.mapper.trees import Doubles, Trees

_MODEL = "ranker.json"
_TOLD = tuple(map(FEATURES.index, ("example_fit", "fit", "same_code", "unit")))
_FOUND = FEATURES.index("any_found")
_TERMS = 10


class Ranker:
    """Read from the text that ``training`` writes."""

    def __init__(self, model: Mapping[str, Any]) -> None:
        if tuple(model["features"]) != FEATURES:
            raise ValueError("the model was trained on other features")
        self._trees = Trees(model["trees"])
        self._calibration = np.array(model["calibration"])
        self.threshold = float(model["threshold"])

    @classmethod
    def shipped(cls) -> "Ranker":
        """Read the model of the package."""
        return cls(json.loads(resources.files(__package__).joinpath(_MODEL).read_text(encoding="utf-8")))

    def scores(self, matrix: Floats) -> Doubles:
        """Return the score of each candidate; only differences between candidates of one term mean something."""
        return self._trees.scores(matrix)

    def probabilities(self, scores: Doubles, matrix: Floats) -> Doubles:
        """Return how likely each candidate of one term is right."""
        return sigmoid(calibration_terms(scores, matrix) @ self._calibration)

    def reasons(self, matrix: Floats, groups: Sequence[Sequence[int]]) -> Doubles:
        """Return what groups of features add to the logarithm of the odds, a column for each group."""
        added = self._trees.contributions(matrix) * self._calibration[1]
        return np.stack([added[:, list(group)].sum(axis=1) for group in groups], axis=1)


def calibration_terms(scores: Doubles, matrix: Floats) -> Doubles:
    """Return what probabilities are made of.

    A constant, the share among the candidates, the score, likeness to examples and in words, how many of the words
    any label has, whether a code or label is the name, and how the unit relates; share and likeness once more squared.
    """
    if not len(scores):
        return np.zeros((0, _TERMS))
    top = scores.max()
    share = scores - top - np.log(np.exp(scores - top).sum())
    near, fit, same, unit = (matrix[:, place] for place in _TOLD)
    found = np.full(len(scores), matrix[:, _FOUND].max())
    return np.stack((np.ones(len(scores)), share, scores, near, fit, found, same, unit, share**2, near**2), axis=1)


def sigmoid(values: Doubles) -> Doubles:
    """Return probabilities of log-odds."""
    probabilities: Doubles = 1 / (1 + np.exp(-np.clip(values, -30, 30)))
    return probabilities
