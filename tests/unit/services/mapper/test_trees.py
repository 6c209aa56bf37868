import numpy as np

from vocabsvc.services.mapper.trees import Trees

TREES = Trees(
    [
        {"depth": 2, "nodes": [[0, 0.5, 1, 2, 1.0], [-1, 0, 0, 0, 0.0], [1, 3.0, 3, 4, 2.0], [-1, 0, 0, 0, 1.5],
                               [-1, 0, 0, 0, 2.5]]},
        {"depth": 0, "nodes": [[-1, 0, 0, 0, 10.0]]},
    ]
)  # fmt: skip
LINES = np.array([[0.5, 9], [0.6, 3], [0.6, 4]], dtype=np.float32)


def test_trees_sum_up_their_leaves() -> None:
    assert TREES.scores(LINES).tolist() == [10.0, 11.5, 12.5]


def test_contributions_are_what_the_splits_change() -> None:
    assert TREES.contributions(LINES).tolist() == [[-1.0, 0.0], [1.0, -0.5], [1.0, 0.5]]


def test_no_trees_and_no_lines_score_nothing() -> None:
    assert TREES.scores(LINES[:0]).tolist() == []
