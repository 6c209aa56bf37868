"""What is learnt from lessons, on made-up ones."""

import numpy as np
import pytest

from training.fit import best_first, calibrate, fit_trees, scores_of, threshold
from training.gold import Question
from training.lessons import Lesson
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.services.mapper.features import FEATURES
from vocabsvc.services.mapper.ranker import calibration_terms, sigmoid

LIKE = FEATURES.index("cosine_general")
CANDIDATES = 12


def lesson(number: int, *, noise: float = 0.1) -> Lesson:
    """The right candidate is, but for noise, the one that is most like the name."""
    draw = np.random.default_rng(number)
    matrix = draw.random((CANDIDATES, len(FEATURES)), dtype=np.float32)
    worth = matrix[:, LIKE] + noise * draw.standard_normal(CANDIDATES)
    right = np.zeros(CANDIDATES, dtype=np.int8)
    right[worth.argmax()] = 1
    question = Question("salinité", "p01", LocalTerm(f"n{number}"), frozenset())
    return Lesson(question, np.arange(CANDIDATES, dtype=np.int32), matrix, right)


TAUGHT = [lesson(number) for number in range(150)]
ASKED = [lesson(number) for number in range(1000, 1200)]


@pytest.fixture(scope="module")
def trees() -> list[dict[str, object]]:
    return fit_trees(TAUGHT)


def test_trees_find_what_they_were_taught(trees: list[dict[str, object]]) -> None:
    scored = zip(ASKED, scores_of(trees, ASKED), strict=True)
    right = [bool(one.right[best_first(one, scores)[0]]) for one, scores in scored]
    assert sum(right) > 5 * len(right) / CANDIDATES  # five times as often as by chance


def test_the_same_lessons_make_the_same_trees(trees: list[dict[str, object]]) -> None:
    assert fit_trees(TAUGHT) == trees


def test_what_is_said_to_be_likely_is_as_often_right(trees: list[dict[str, object]]) -> None:
    held = [lesson(number, noise=0.3) for number in range(2000, 2400)]
    scored = list(zip(held, scores_of(trees, held), strict=True))
    weights = calibrate(scored)
    first = [(one, scores, best_first(one, scores)[0]) for one, scores in scored]
    said = [sigmoid(calibration_terms(scores, one.matrix) @ np.array(weights))[line] for one, scores, line in first]
    right = [one.right[line] for one, _, line in first]
    assert np.mean(said) == pytest.approx(np.mean(right), abs=0.05)


def test_under_the_threshold_is_one_in_twenty_of_the_right_answers(trees: list[dict[str, object]]) -> None:
    scored = list(zip(ASKED, scores_of(trees, ASKED), strict=True))
    weights = calibrate(scored)
    least = threshold(scored, weights)
    first = [(one, scores, best_first(one, scores)[0]) for one, scores in scored]
    sure = [
        sigmoid(calibration_terms(scores, one.matrix) @ np.array(weights))[line]
        for one, scores, line in first
        if one.right[line]
    ]
    assert np.mean(np.array(sure) < least) == pytest.approx(0.05, abs=0.02)
    assert threshold([], weights) == 0.0


def test_equal_scores_come_in_the_order_of_their_rows() -> None:
    one = lesson(1)
    assert best_first(one, np.zeros(CANDIDATES)).tolist() == list(range(CANDIDATES))
