"""The hub's own glossary: other wordings of a text, in the other language or spelled out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from vocabsvc.model.concept import Concept
from vocabsvc.model.folding import content_words, fold_words
from vocabsvc.store.base import Reading

GLOSSARY = "glossary"
"""Id of the vocabulary that is read as the glossary."""

_LONGEST_PHRASE = 7
_MOST_WORDS = 24
_MOST_WORDINGS = 4
_MOST_READINGS = 3  # in each language

Phrase = tuple[str, ...]
Wordings = Mapping[str, Sequence[Phrase]]
"""Language -> the ways to say it, the likeliest first."""


class Glossary:
    """Knows every label of every entry; abbreviations (hidden labels) are read but never proposed."""

    def __init__(self, entries: Iterable[Concept]) -> None:
        self._by_entry: dict[str, Wordings] = {}
        self._as_written: dict[Phrase, list[Wordings]] = {}
        self._in_singular: dict[Phrase, list[Wordings]] = {}
        for entry in entries:
            wordings: dict[str, list[Phrase]] = {}
            for label in (*entry.pref_labels, *entry.alt_labels):
                wordings.setdefault(label.lang, []).append(fold_words(label.text))
            self._by_entry[entry.uri] = wordings
            labels = (*entry.pref_labels, *entry.alt_labels, *entry.hidden_labels)
            for phrase in dict.fromkeys(fold_words(label.text) for label in labels):
                self._as_written.setdefault(phrase, []).append(wordings)
                self._in_singular.setdefault(_singular(phrase), []).append(wordings)

    def readings(self, text: str) -> tuple[Reading, ...]:
        """Return other wordings of the whole text; none if the glossary knows no part of it.

        The longest phrases that the glossary knows are exchanged for one language at a time, the words
        between them stay.
        """
        words = fold_words(text)[:_MOST_WORDS]
        segments = list(self._segments(words))
        languages = dict.fromkeys(language for _, known in segments for one in known for language in one)
        asked = " ".join(content_words(words))
        read: dict[str, None] = {}
        for language in languages:
            options = [_options(phrase, known, language) for phrase, known in segments]
            combined = (_joined(choice) for choice in product(*options))
            read |= dict.fromkeys(islice((other for other in combined if other != asked), _MOST_READINGS))
        return tuple(Reading(other, f"{text.strip()} = {other}") for other in read)

    def readings_through(self, uris: Iterable[str], text: str) -> tuple[Reading, ...]:
        """Return the wordings of entries as readings of a text that only resembles them."""
        known = (wordings for uri in uris for wordings in self._by_entry.get(uri, {}).values())
        read = dict.fromkeys(_joined([phrase]) for phrases in known for phrase in phrases)
        return tuple(
            Reading(other, f"{text.strip()} ≈ {other}", sure=False) for other in islice(read, 2 * _MOST_READINGS)
        )

    def _segments(self, words: Phrase) -> Iterator[tuple[Phrase, Sequence[Wordings]]]:
        position = 0
        while position < len(words):
            for end in range(min(len(words), position + _LONGEST_PHRASE), position, -1):
                phrase = words[position:end]
                known = self._as_written.get(phrase) or self._in_singular.get(_singular(phrase))
                if known:
                    yield phrase, known
                    position = end
                    break
            else:
                yield words[position : position + 1], ()
                position += 1


def _options(phrase: Phrase, known: Sequence[Wordings], language: str) -> Sequence[Phrase]:
    """Return the wordings of a phrase in a language, entry by entry; the phrase itself where there is none."""
    ranked = (
        wordings for rank in range(_MOST_WORDINGS) for one in known for wordings in one.get(language, ())[rank:][:1]
    )
    return list(dict.fromkeys(ranked))[:_MOST_WORDINGS] or [phrase]


def _joined(phrases: Iterable[Phrase]) -> str:
    return " ".join(content_words([word for phrase in phrases for word in phrase]))


def _singular(phrase: Phrase) -> Phrase:
    """Return a phrase without its empty words and plural endings (hauteurs des vagues, hauteur de vague)."""
    return tuple(word[:-1] if len(word) > 3 and word[-1] in "sx" else word for word in content_words(phrase))
