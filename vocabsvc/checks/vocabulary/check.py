"""What a check of a vocabulary is."""

from dataclasses import dataclass

from vocabsvc.checks.check import Check, Found
from vocabsvc.checks.vocabulary.view import VocabularyView


@dataclass(frozen=True, slots=True)
class Fault(Found):
    """A finding before it has its code; ``concept`` is ``""`` where the vocabulary as a whole is meant."""

    concept: str = ""
    value: str = ""


VocabularyCheck = Check[VocabularyView, Fault]
"""The docstring of ``find`` documents it, under four heads that ``page`` reads."""
