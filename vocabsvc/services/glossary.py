"""The hub's own glossary: other wordings of a text, in the other language or spelled out."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, product

from vocabsvc.model.concept import Concept
from vocabsvc.model.folding import content_words, fold_words
from vocabsvc.model.label import LangString
from vocabsvc.store.base import Reading

GLOSSARY = "glossary"
"""Id of the vocabulary that is read as the glossary."""

_LONGEST_PHRASE = 7
_MOST_WORDS = 24
_MOST_WORDINGS = 4
_MOST_READINGS = 8

Phrase = tuple[str, ...]


class Glossary:
    """Knows every label of every entry; abbreviations (hidden labels) are read but never proposed."""

    def __init__(self, entries: Iterable[Concept]) -> None:
        self._wordings: dict[Phrase, dict[Phrase, None]] = {}
        self._by_entry: dict[str, Sequence[Phrase]] = {}
        for entry in entries:
            proposed = dict.fromkeys(_words(label) for label in (*entry.pref_labels, *entry.alt_labels))
            self._by_entry[entry.uri] = tuple(proposed)
            for label in (*entry.pref_labels, *entry.alt_labels, *entry.hidden_labels):
                self._wordings.setdefault(_key(_words(label)), {}).update(proposed)

    def readings(self, text: str) -> tuple[Reading, ...]:
        """Return other wordings of the whole text, the nearest first; none if the glossary knows no part of it.

        The longest phrases that the glossary knows are exchanged, the words between them stay.
        """
        words = fold_words(text)[:_MOST_WORDS]
        segments = list(self._segments(words))
        if not any(len(wordings) > 1 for wordings in segments):
            return ()
        combined = product(*segments)
        read = (" ".join(content_words([word for phrase in choice for word in phrase])) for choice in combined)
        asked = " ".join(content_words(words))
        others = islice((other for other in dict.fromkeys(read) if other != asked), _MOST_READINGS)
        return tuple(Reading(other, f"{text.strip()} = {other}") for other in others)

    def readings_through(self, uris: Iterable[str], text: str) -> tuple[Reading, ...]:
        """Return the wordings of entries as readings of a text that only resembles them."""
        phrases = (phrase for uri in uris for phrase in self._by_entry.get(uri, ()))
        read = (" ".join(content_words(phrase)) for phrase in phrases)
        return tuple(
            Reading(other, f"{text.strip()} ≈ {other}") for other in islice(dict.fromkeys(read), _MOST_READINGS)
        )

    def _segments(self, words: Phrase) -> Iterator[Sequence[Phrase]]:
        position = 0
        while position < len(words):
            for end in range(min(len(words), position + _LONGEST_PHRASE), position, -1):
                phrase = words[position:end]
                known = self._wordings.get(_key(phrase))
                if known:
                    yield [*(other for other in known if other != phrase), phrase][: _MOST_WORDINGS + 1]
                    position = end
                    break
            else:
                yield [words[position : position + 1]]
                position += 1


def _words(label: LangString) -> Phrase:
    return fold_words(label.text)


def _key(phrase: Phrase) -> Phrase:
    """Return a phrase without its empty words and plural endings (hauteurs des vagues, hauteur de vague)."""
    return tuple(word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in content_words(phrase))
