"""Questions with the features of their candidates, as the model learns from them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.gold import Question, switched_off
from vocabsvc.services.mapper.features import FEATURES
from vocabsvc.services.mapper.knowledge import Knowledge, Votes
from vocabsvc.services.mapper.reading import Reading
from vocabsvc.services.mapper.sparse_rows import Floats, Ints

_MOST = 36
_GENERAL, _NEAR = FEATURES.index("cosine_general"), FEATURES.index("example_both_unit")


@dataclass(frozen=True, slots=True)
class Lesson:
    """The candidates of a question, one line each; ``right`` is 1 for an answer."""

    question: Question
    rows: Ints
    matrix: Floats
    right: NDArray[np.int8]

    def thinned(self) -> "Lesson":
        """Return the lesson with the right candidates and the most misleading of the others."""
        if len(self.right) <= _MOST:
            return self
        worth = self.matrix[:, _GENERAL] + self.matrix[:, _NEAR] + 3 * self.right
        kept = np.sort(np.argsort(-worth, kind="stable")[:_MOST])
        return Lesson(self.question, self.rows[kept], self.matrix[kept], self.right[kept])


class Teacher:
    """Makes lessons; what does not depend on the sources that are held back is made once."""

    def __init__(self, knowledge: Knowledge) -> None:
        self._knowledge = knowledge
        self._readings: dict[object, Reading] = {}
        self._votes: dict[object, Votes] = {}

    def lessons(self, questions: Iterable[Question], held_back: Iterable[str] = ()) -> list[Lesson]:
        """Return the lessons; what comes from a question's own source or those ``held_back`` does not help it."""
        held = switched_off(held_back)
        return [self._lesson(question, switched_off([question.source]) | held) for question in questions]

    def _lesson(self, question: Question, excluded: frozenset[str]) -> Lesson:
        key = (question.term, excluded)
        if key not in self._readings:
            self._readings[key] = self._knowledge.reader.read(question.term, excluded)
            self._votes[key] = self._knowledge.votes(self._readings[key])
        considered = self._knowledge.consider(self._readings[key], self._votes[key], question.vocabulary, excluded)
        rows = considered.gathered.rows
        uris = self._knowledge.indexes[question.vocabulary].uris
        right = np.array([uris[row] in question.answers for row in rows.tolist()], dtype=np.int8)
        return Lesson(question, rows, considered.matrix, right)


def with_groups(questions: Sequence[Question], groups_of: Mapping[str, str]) -> list[Question]:
    """Return the questions, and every second of P01 and P07 again with the P02 groups of its answers."""
    further = []
    for number, one in enumerate(questions):
        groups = frozenset(groups_of[uri] for uri in one.answers if uri in groups_of)
        if one.vocabulary != "p02" and groups and number % 2 == 0:
            further.append(Question(one.source, "p02", one.term, groups))
    return [*questions, *further]


def folds(questions: Iterable[Question], count: int) -> list[frozenset[str]]:
    """Return sources in groups with about as many questions each; a source is never divided."""
    sizes: dict[str, int] = {}
    for question in questions:
        sizes[question.source] = sizes.get(question.source, 0) + 1
    groups: list[set[str]] = [set() for _ in range(count)]
    loads = [0] * count
    for source in sorted(sizes, key=lambda one: (-sizes[one], one)):
        lightest = loads.index(min(loads))
        groups[lightest].add(source)
        loads[lightest] += sizes[source]
    return [frozenset(group) for group in groups]
