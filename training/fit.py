"""Boosted trees that rank candidates, with LightGBM: one thread and fixed seeds, so that they come out the same."""

import importlib
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from training.lessons import Lesson
from vocabsvc.services.mapper.features import FEATURES
from vocabsvc.services.mapper.ranker import calibration_terms, sigmoid
from vocabsvc.services.mapper.sparse_rows import Ints
from vocabsvc.services.mapper.trees import Doubles, Trees

ROUNDS: Final = 160
_PARAMETERS: Final[Mapping[str, object]] = {
    "objective": "lambdarank",
    "lambdarank_truncation_level": 8,
    "num_leaves": 24,
    "learning_rate": 0.08,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.35,
    "bagging_fraction": 0.7,
    "bagging_freq": 1,
    "lambda_l2": 8.0,
    "max_depth": 7,
    "max_bin": 63,
    "num_threads": 1,
    "seed": 7,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
_RISING: Final = frozenset({
    "head_in_what", "spelled_in_what", "any_in_what", "cosine", "cosine_general", "unit", "basis", "fit", "met_most",
    "head_found", "spelled_found", "same_code", "same_label", "numbers_common",
})  # fmt: skip
_FALLING: Final = frozenset({
    "missing_what", "missing_what_most", "unmet_words", "numbers_more", "numbers_less", "medium_clash",
    "direction_clash", "deprecated",
})  # fmt: skip
_STEPS: Final = 30
_SHOWN: Final = 5
_WITHHELD: Final = 0.05


Scored = tuple[Lesson, Doubles]
"""A lesson with the scores of its candidates, by a model that did not learn from it."""


def fit_trees(lessons: Sequence[Lesson]) -> list[dict[str, Any]]:
    """Return the trees in the form that ``Trees`` reads; questions without a right candidate teach nothing."""
    lightgbm = importlib.import_module("lightgbm")
    taught = [lesson.thinned() for lesson in lessons if lesson.right.any()]
    data = lightgbm.Dataset(
        np.concatenate([lesson.matrix for lesson in taught]),
        np.concatenate([lesson.right for lesson in taught]),
        group=[len(lesson.right) for lesson in taught],
    )
    parameters = {**_PARAMETERS, "monotone_constraints": [_slope(name) for name in FEATURES]}
    model = lightgbm.train(parameters, data, ROUNDS).dump_model()
    return [_tree(tree["tree_structure"]) for tree in model["tree_info"]]


def calibrate(scored: Sequence[Scored]) -> list[float]:
    """Return the weights with which scores of lessons that were not learnt from become probabilities.

    They are those of the first five candidates, which are the ones that are shown.
    """
    shown = [(lesson, scores, best_first(lesson, scores)[:_SHOWN]) for lesson, scores in scored]
    terms = np.concatenate([calibration_terms(scores, lesson.matrix)[lines] for lesson, scores, lines in shown])
    right = np.concatenate([lesson.right[lines] for lesson, _, lines in shown]).astype(np.float64)
    weights = np.zeros(terms.shape[1])
    for _ in range(_STEPS):  # Newton's method
        probable = sigmoid(terms @ weights)
        slope = terms.T @ (right - probable) - 1e-3 * weights
        bend = (terms * (probable * (1 - probable))[:, None]).T @ terms + 1e-3 * np.eye(len(weights))
        weights = weights + np.linalg.solve(bend, slope)
    return [float(f"{weight:.5g}") for weight in weights]


def threshold(scored: Sequence[Scored], weights: Sequence[float]) -> float:
    """Return the probability under which no candidate is good: it withholds one in twenty of the right answers."""
    sure = []
    for lesson, scores in scored:
        first = best_first(lesson, scores)[:1]
        if lesson.right[first].any():
            sure += sigmoid(calibration_terms(scores, lesson.matrix)[first] @ np.array(weights)).tolist()
    return float(f"{np.quantile(sure, _WITHHELD):.2g}") if sure else 0.0


def best_first(lesson: Lesson, scores: Doubles) -> Ints:
    """Return the lines of a lesson's candidates in the order in which they are shown."""
    return np.lexsort((lesson.rows, -scores)).astype(np.int32)


def scores_of(trees: Sequence[Mapping[str, Any]], lessons: Sequence[Lesson]) -> list[Doubles]:
    """Return the scores of the candidates of each lesson."""
    model = Trees(trees)
    return [model.scores(lesson.matrix) for lesson in lessons]


def _slope(name: str) -> int:
    base = name.removesuffix("_below_best")
    return int(base in _RISING) - int(base in _FALLING)


def _tree(root: Mapping[str, Any]) -> dict[str, Any]:
    nodes: list[tuple[int, float, int, int, float]] = []
    depth = _add(root, nodes, 0)
    return {"depth": depth, "nodes": nodes}


def _add(node: Mapping[str, Any], nodes: list[tuple[int, float, int, int, float]], depth: int) -> int:
    """Add a node and all below it; a leaf has feature -1."""
    place = len(nodes)
    if "leaf_value" in node:
        nodes.append((-1, 0.0, 0, 0, float(f"{node['leaf_value']:.6g}")))
        return depth
    nodes.append((0, 0.0, 0, 0, 0.0))
    left = len(nodes)
    deepest = _add(node["left_child"], nodes, depth + 1)
    right = len(nodes)
    deepest = max(deepest, _add(node["right_child"], nodes, depth + 1))
    threshold = float(f"{node['threshold']:.7g}")
    nodes[place] = (node["split_feature"], threshold, left, right, float(f"{node['internal_value']:.6g}"))
    return deepest
