"""Why a concept was found: the best of its labels for the text, and how the two met."""

from collections.abc import Sequence
from functools import cached_property

from vocabsvc.model.concept import local_name
from vocabsvc.model.folding import content_words, fold, fold_words
from vocabsvc.model.match import Match, MatchKind
from vocabsvc.store.base import SearchRequest
from vocabsvc.store.terms.entry import IndexedLabel, IndexEntry, spaced

_RANKS = {kind: rank for rank, kind in enumerate(MatchKind)}
_SAME_STEM = 0.7
"""How much of two words must be alike for them to be forms of one, where both begin the same."""


class Explainer:
    """Tells for one request why concepts were found, reading its text once for all of them.

    ``typos`` says that they were found only by forgiving some.
    """

    def __init__(self, request: SearchRequest, *, typos: bool = False) -> None:
        self._typos = typos
        self._uri = request.text.strip()
        self._typed = _Asked(request.text)
        self._request = request

    @cached_property
    def _readings(self) -> Sequence[tuple["_Asked", str]]:
        return [(_Asked(reading.text), reading.via) for reading in self._request.readings]

    def match(self, entry: IndexEntry, score: float) -> Match:
        """Return the match of the label that met the text best, as typed or else as read through the glossary."""
        if self._typos:
            return _match(_closest(self._typed.content, entry), MatchKind.FUZZY, score)
        if self._uri == entry.ref.uri or self._typed.is_local_name(entry):
            return Match("uri", entry.ref.uri, "", MatchKind.NOTATION, score)
        kind, label = self._typed.best(entry)
        if kind is not MatchKind.FUZZY:
            return _match(label, kind, score)
        for reading, via in self._readings:
            kind, label = reading.best(entry)
            if kind is MatchKind.EXACT or kind is MatchKind.WORDS:
                return _match(label, kind, score, via)
        present = [word for label in _named(entry) for word in label.folded.split()]
        for asked, via in ((self._typed, ""), *self._readings):
            if asked.content and _are_forms_of(asked.content, present):
                return _match(_closest(asked.content, entry), MatchKind.WORDS, score, via)
        return _match(_closest(self._typed.content, entry), MatchKind.FUZZY, score)


class _Asked:
    """A text in the forms in which it is compared with labels."""

    def __init__(self, text: str) -> None:
        self._code = fold(text)
        words = fold_words(text)
        self._whole = spaced(words)
        self.content = content_words(words)
        self._finished = [f" {word} " for word in self.content[:-1]]
        self._last = f" {self.content[-1]}" if self.content else ""

    def is_local_name(self, entry: IndexEntry) -> bool:
        """Tell whether the text is the last step of an IRI that no notation repeats."""
        if self._code.isascii() and self._code not in entry.ref.uri.lower():
            return False
        code = fold(local_name(entry.ref.uri))
        return self._code == code and fold(entry.ref.notation).rpartition(":")[2] != code

    def best(self, entry: IndexEntry) -> tuple[MatchKind, IndexedLabel]:
        """Return the first of the labels that the text meets best."""
        found, label = MatchKind.FUZZY, entry.labels[0] if entry.labels else _nothing(entry)
        for one in entry.labels:
            kind = self._code_kind(one.folded) if one.field == "notation" else self._label_kind(one.folded)
            if _RANKS[kind] < _RANKS[found]:
                found, label = kind, one
                if _RANKS[kind] <= 1:  # notations stand first among the labels
                    break
        return found, label

    def _label_kind(self, present: str) -> MatchKind:
        if not self.content:
            return MatchKind.FUZZY if present else MatchKind.EXACT
        for word in self._finished:
            if word not in present:
                return MatchKind.FUZZY
        if self._last not in present:
            return MatchKind.FUZZY
        if f"{self._last} " not in present:
            return MatchKind.PREFIX
        return MatchKind.EXACT if present == self._whole else MatchKind.WORDS

    def _code_kind(self, notation: str) -> MatchKind:
        code = self._code
        tail = notation.rpartition(":")[2]
        if code in {notation, tail}:
            return MatchKind.NOTATION
        return MatchKind.PREFIX if code and (notation.startswith(code) or tail.startswith(code)) else MatchKind.FUZZY


def most_shared(words: Sequence[str], entry: IndexEntry, score: float) -> Match:
    """Return the match of the label that has most of the words and fewest others, without asking how they met."""
    asked = set(words)

    def overlap(label: IndexedLabel) -> float:
        present = set(label.folded.split())
        return len(asked & present) / max(1, len(asked | present))

    return _match(max(_named(entry), key=overlap, default=_nothing(entry)), MatchKind.WORDS, score)


def _closest(words: Sequence[str], entry: IndexEntry) -> IndexedLabel:
    """Return the label most like words in other forms, spread over several labels, or with typos."""
    asked = [_pairs(word) for word in words]
    return max(_named(entry), key=lambda one: _likeness(asked, one.folded.split()), default=_nothing(entry))


def _are_forms_of(words: Sequence[str], present: Sequence[str]) -> bool:
    return all(any(_same_word(word, other) for other in present) for word in words)


def _named(entry: IndexEntry) -> list[IndexedLabel]:
    return [label for label in entry.labels if label.field != "notation"]


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


def _pairs(word: str) -> frozenset[str]:
    edged = f" {word} "
    return frozenset(edged[at : at + 2] for at in range(len(edged) - 1))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _nothing(entry: IndexEntry) -> IndexedLabel:
    return IndexedLabel("uri", "", entry.ref.uri, "")


def _match(label: IndexedLabel, kind: MatchKind, score: float, via: str = "") -> Match:
    return Match(label.field, label.text, label.lang, kind, score, via)
