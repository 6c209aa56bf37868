"""What users type before they are done: beginnings of labels, and the same with a typo. The same at every run."""

import random
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Final

from vocabsvc.model.folding import content_words, fold, fold_words
from vocabsvc.services.paging import MOST_ITEMS
from vocabsvc.services.services import Services

Labels = Mapping[str, Sequence[str]]
"""Preferred labels in every language, by the id of their vocabulary."""

LONGEST: Final = 25
_SHORTEST: Final = 2
_SHORTEST_WITH_TYPO: Final = 5
_LETTERS: Final = "aeinorst"


def labels_of(services: Services) -> Labels:
    """Return the labels of all that is loaded."""
    return {
        vocabulary.id: [
            label.text
            for offset in range(0, vocabulary.concept_count, MOST_ITEMS)
            for ref in services.concepts.members(vocabulary.id, offset, MOST_ITEMS).items
            for label in ref.pref_labels
        ]
        for vocabulary in services.concepts.vocabularies()
    }


def beginnings(labels: Labels, count: int) -> list[str]:
    """Return ``count`` texts of 2 to 25 letters, no two of them alike once folded.

    The vocabularies take turns, so that the largest does not crowd out the others. Half of the texts start
    with the label, half with a later word that carries meaning; half are in lower case, half without accents.
    """
    draw = random.Random(1)  # noqa: S311 - a sample, not a secret
    pools = [pool for pool in labels.values() if pool]
    drawn: dict[str, str] = {}
    turn = 0
    while len(drawn) < count:
        text = _begun(draw, draw.choice(pools[turn % len(pools)]))
        turn += 1
        if len(fold(text)) >= _SHORTEST:
            drawn.setdefault(fold(text), text)
    return list(drawn.values())


def with_typos(texts: Sequence[str]) -> list[str]:
    """Return those of the texts that are long enough, each with one letter left out, added, wrong or transposed."""
    draw = random.Random(2)  # noqa: S311 - a sample, not a secret
    return [_mistyped(draw, text) for text in texts if len(text) >= _SHORTEST_WITH_TYPO]


def _begun(draw: random.Random, label: str) -> str:
    words = label.split()
    if draw.random() < 0.5:
        words = words[draw.choice([at for at, word in enumerate(words) if at == 0 or _has_meaning(word)]) :]
    text = " ".join(words)[: draw.randint(_SHORTEST, LONGEST)]
    text = text.lower() if draw.random() < 0.5 else text
    return without_accents(text) if draw.random() < 0.5 else text


def _has_meaning(word: str) -> bool:
    # An empty word is dropped beside one with meaning.
    return content_words((*fold_words(word), "meaning")) != ("meaning",)


def without_accents(text: str) -> str:
    """Return the text as keyboards without accents give it."""
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not unicodedata.combining(char))


def _mistyped(draw: random.Random, text: str) -> str:
    at = draw.randrange(1, len(text) - 1)
    before, letter, next_letter, after = text[:at], text[at], text[at + 1], text[at + 2 :]
    return draw.choice(
        [
            before + next_letter + after,
            before + letter + draw.choice(_LETTERS) + next_letter + after,
            before + draw.choice(_LETTERS) + next_letter + after,
            before + next_letter + letter + after,
        ]
    )
