"""Why a concept was found: the best of its labels for the text, and how the two met."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from vocabsvc.formats.hit_json import json_text
from vocabsvc.model.folding import content_words, fold, fold_words
from vocabsvc.model.match import MatchKind
from vocabsvc.store.base import Reading, SearchRequest
from vocabsvc.store.terms.entry import IndexEntry, spaced
from vocabsvc.store.terms.query import is_code

_NOTATION, _EXACT, _WORDS, _PREFIX, _FUZZY = range(len(MatchKind))
_KINDS = tuple(MatchKind)
_IRI = -1
_SAME_STEM = 0.7
"""How much of two words must be alike for them to be forms of one, where both begin the same."""


class Met(NamedTuple):
    """How a text met an entry: ``place`` is of the label among all of the entry, below 0 for its IRI.

    ``via`` tells the entry of the glossary through which the text was read, ``""`` where it was met as typed.
    """

    kind: MatchKind
    place: int
    via: str = ""


class Explainer:
    """Tells for one request why concepts were found, reading its text once for all of them.

    ``typos`` says that they were found only by forgiving some.
    """

    def __init__(self, request: SearchRequest, *, typos: bool = False) -> None:
        self._typos = typos
        self._may_be_code = typos and is_code(request.text)
        self._uri = json_text(request.text.strip())
        self._typed = _Asked(fold(request.text), fold_words(request.text))
        self._unread: Iterator[Reading] = iter(request.readings)
        self._readings: list[tuple[_Asked, str]] = []

    def met(self, entry: IndexEntry) -> Met:
        """Return the label that met the text best, as typed or else as read through the glossary."""
        if self._typos:
            code = self._typed.misspelled(entry) if self._may_be_code else None
            return Met(MatchKind.FUZZY, _closest(self._typed.content, entry) if code is None else code)
        if self._uri == entry.uri or self._typed.is_local_name(entry):
            return Met(MatchKind.NOTATION, _IRI)
        kind, place = self._typed.best(entry)
        if kind != _FUZZY:
            return Met(_KINDS[kind], place)
        for reading, via in self._read():
            kind, place = reading.best(entry)
            if kind in {_EXACT, _WORDS}:
                return Met(_KINDS[kind], place, via)
        present = entry.words.split()
        for asked, via in ((self._typed, ""), *self._readings):
            if asked.content and _are_forms_of(asked.content, present):
                return Met(MatchKind.WORDS, _closest(asked.content, entry), via)
        return Met(MatchKind.FUZZY, _closest(self._typed.content, entry))

    def _read(self) -> Iterator[tuple["_Asked", str]]:
        """Yield the readings, each made ready when it is first needed: most hits are met as typed."""
        yield from self._readings
        for reading in self._unread:
            self._readings.append((_Asked(reading.text, reading.text.split()), reading.via))
            yield self._readings[-1]


class _Asked:
    """A folded text and its words, in the forms in which they are compared with labels."""

    def __init__(self, text: str, words: Sequence[str]) -> None:
        self._code = text
        self._whole = spaced(words)
        self.content = content_words(words)
        self._finished = [f" {word} " for word in self.content[:-1]]
        self._last = f" {self.content[-1]}" if self.content else ""

    def is_local_name(self, entry: IndexEntry) -> bool:
        """Tell whether the text is the last step of an IRI that no notation repeats."""
        return bool(entry.local) and self._code == entry.local

    def misspelled(self, entry: IndexEntry) -> int | None:
        """Return the place of the code that the text is but for a letter, a swap of two, or one more or less."""
        for place, code in enumerate(entry.folded_codes()):
            if _one_apart(self._code, code) or _one_apart(self._code, code.rpartition(":")[2]):
                return place
        return _IRI if _one_apart(self._code, entry.local) else None

    def best(self, entry: IndexEntry) -> tuple[int, int]:
        """Return the first of the labels that the text meets best: kind and place."""
        found, best = _FUZZY, 0
        codes = entry.codes.count("\t") + 1 if entry.codes else 0
        if self._code in entry.codes:
            for place, code in enumerate(entry.folded_codes()):
                kind = self._code_kind(code)
                if kind == _NOTATION:
                    return kind, place
                if kind < found:
                    found, best = kind, place
        if self._last not in entry.words:
            return found, best
        for place, label in enumerate(entry.folded_labels(), codes):
            kind = self._label_kind(label)
            if kind == _EXACT:
                return kind, place
            if kind < found:
                found, best = kind, place
        return found, best

    def _label_kind(self, present: str) -> int:
        if not self.content:
            return _FUZZY if present.strip() else _EXACT
        for word in self._finished:
            if word not in present:
                return _FUZZY
        if self._last not in present:
            return _FUZZY
        if f"{self._last} " not in present:
            return _PREFIX
        return _EXACT if present == self._whole else _WORDS

    def _code_kind(self, notation: str) -> int:
        code = self._code
        tail = notation.rpartition(":")[2]
        if code in {notation, tail}:
            return _NOTATION
        return _PREFIX if code and (notation.startswith(code) or tail.startswith(code)) else _FUZZY


def most_shared(words: Sequence[str], entry: IndexEntry) -> Met:
    """Return the label that has most of the words and fewest others, without asking how they met."""
    asked = set(words)

    def overlap(label: str) -> float:
        present = set(label.split())
        return len(asked & present) / max(1, len(asked | present))

    labels = entry.folded_labels()
    best = max(range(len(labels)), key=lambda at: overlap(labels[at]), default=_IRI)
    return Met(MatchKind.WORDS, _place(entry, best))


def _closest(words: Sequence[str], entry: IndexEntry) -> int:
    """Return the place of the label most like words in other forms, spread over several labels, or with typos."""
    labels = entry.folded_labels()
    if len(labels) <= 1:
        return _place(entry, len(labels) - 1)
    asked = [_pairs(word) for word in words]
    return _place(entry, max(range(len(labels)), key=lambda at: _likeness(asked, labels[at].split())))


def _one_apart(one: str, other: str) -> bool:
    """Tell whether two texts are the same but for one letter, or two that are swapped."""
    if abs(len(one) - len(other)) > 1:
        return False
    start = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    mine, theirs = one[start:], other[start:]
    swapped = mine[:2] == theirs[1::-1] and mine[2:] == theirs[2:]
    return swapped or mine[1:] == theirs[1:] or mine[1:] == theirs or mine == theirs[1:]


def _place(entry: IndexEntry, label: int) -> int:
    """Return the place among all labels of one that is no notation; below 0 it stands for the IRI."""
    return label + len(entry.folded_codes()) if label >= 0 else _IRI


def _are_forms_of(words: Sequence[str], present: Sequence[str]) -> bool:
    return all(any(_same_word(word, other) for other in present) for word in words)


def _same_word(word: str, other: str) -> bool:
    """Tell whether two words are forms of one (nitrates, nitrate), as a stemmer would mostly say."""
    if word[0] != other[0]:
        return False
    shorter, longer = sorted((word, other), key=len)
    common = next((at for at, (one, two) in enumerate(zip(shorter, longer, strict=False)) if one != two), len(shorter))
    return common >= _SAME_STEM * len(longer) and len(longer) - common <= 3


def _likeness(asked: Sequence[frozenset[str]], others: Sequence[str]) -> float:
    """Return how near the words come on average to their nearest among ``others``, by pairs of letters."""
    known = [_pairs(other) for other in others]
    return sum(max((_share(one, other) for other in known), default=0.0) for one in asked) / max(1, len(asked))


@lru_cache(4096)  # words of labels are met again and again
def _pairs(word: str) -> frozenset[str]:
    edged = f" {word} "
    return frozenset(edged[at : at + 2] for at in range(len(edged) - 1))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))
