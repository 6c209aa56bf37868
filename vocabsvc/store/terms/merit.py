"""What raises a concept among equals: much linked before obscure, briefly named before long-winded.

It holds for every text that is asked. So documents are written in this order, and those that a query finds equal
come in it by themselves.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from vocabsvc.model.concept import Concept
from vocabsvc.model.folding import content_words, fold_words
from vocabsvc.model.label import choose_label

STANDING_LEVELS = 13
"""How many steps there are of ``Standing.level``."""

_MOST_DOUBLINGS = 8
_WORDS_WITHOUT_MERIT = 11
_MERIT_A_WORD = 0.5
_BREVITY = 10.0
_LENGTH_WEIGHT = 0.7


@dataclass(frozen=True, slots=True)
class Standing:
    """``level`` is from 0 to ``STANDING_LEVELS``; ``length`` is the number of words in all labels together."""

    level: int
    length: int

    @classmethod
    def of(cls, concept: Concept, links: int) -> "Standing":
        """Return the standing of a concept with so many links to it.

        Each doubling of links is a step, less half a step a word. What is much linked is mostly wanted, and of
        two labels with the same words the shorter says it more exactly: turbidity rather than the turbidity of a
        river by one make of sensor.
        """
        label = choose_label(concept.pref_labels, ("en",))
        words = len(content_words(fold_words(label.text))) if label else _WORDS_WITHOUT_MERIT
        raised = min(links.bit_length(), _MOST_DOUBLINGS) + max(0, _WORDS_WITHOUT_MERIT - words) * _MERIT_A_WORD
        labels = (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels)
        return cls(min(round(raised), STANDING_LEVELS), sum(len(fold_words(one.text)) for one in labels))


def by_merit(standings: Sequence[Standing]) -> list[int]:
    """Return the places of all in order of merit; equals keep their order."""
    average = max(1.0, sum(one.length for one in standings) / max(1, len(standings)))

    def merit(place: int) -> float:
        one = standings[place]
        return one.level + _BREVITY / (1 + _LENGTH_WEIGHT * one.length / average)

    return sorted(range(len(standings)), key=merit, reverse=True)
