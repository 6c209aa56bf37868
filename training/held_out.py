"""Answers for sources that the model did not learn from."""

from collections.abc import Mapping, Sequence

from training.fit import Scored, fit_trees, scores_of
from training.gold import Question
from training.lessons import Teacher, folds, with_groups

FOLDS = 8


def score_held_out(teacher: Teacher, questions: Sequence[Question], groups_of: Mapping[str, str]) -> list[Scored]:
    """Return every question with the scores of a model that saw nothing of its source, in eight groups of sources."""
    asked = with_groups(questions, groups_of)
    scored: list[Scored] = []
    for held in folds(questions, FOLDS):
        lessons = teacher.lessons(asked, held)
        trees = fit_trees([lesson for lesson in lessons if lesson.question.source not in held])
        apart = [lesson for lesson in lessons[: len(questions)] if lesson.question.source in held]
        scored += zip(apart, scores_of(trees, apart), strict=True)
    return scored
