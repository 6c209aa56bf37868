"""What a check of a vocabulary is."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vocabsvc.checks.vocabulary.view import VocabularyView
from vocabsvc.model.report import Severity
from vocabsvc.model.vocabulary_report import Message


@dataclass(frozen=True, slots=True)
class Fault:
    """A finding before it has its code; ``concept`` is ``""`` where the vocabulary as a whole is meant."""

    message: Message
    concept: str = ""
    value: str = ""


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that a check cannot judge from what it was given."""

    message: Message


@dataclass(frozen=True, slots=True)
class Check:
    """One check. The docstring of ``find`` documents it, under four heads that ``page`` reads."""

    code: str
    severity: Severity
    find: Callable[[VocabularyView], Iterator[Fault | Gap]]
