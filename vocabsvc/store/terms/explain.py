"""Why a concept was found: the best of its labels for the text, and how the two met."""

from collections.abc import Sequence
from difflib import SequenceMatcher

from vocabsvc.model.folding import fold, fold_words
from vocabsvc.model.match import Match, MatchKind
from vocabsvc.store.terms.schema import IndexedLabel, IndexEntry

_KINDS = tuple(MatchKind)


def explain(text: str, entry: IndexEntry, score: float) -> Match:
    """Return the match of the label that met the text best; of equals, the first in order of fields."""
    if text.strip() == entry.ref.uri:
        return Match("uri", entry.ref.uri, "", MatchKind.NOTATION, score)
    code, words = fold(text), fold_words(text)
    met = [(_kind(code, words, label), label) for label in entry.labels]
    best = min(met, key=lambda pair: _KINDS.index(pair[0]), default=None)
    if best is None or best[0] is MatchKind.FUZZY:
        return _closest(words, entry, score)
    return _match(best[1], best[0], score)


def _kind(code: str, words: Sequence[str], label: IndexedLabel) -> MatchKind:
    if label.field == "notation":
        return _notation_kind(code, fold(label.text))
    present = fold_words(label.text)
    if tuple(words) == present:
        return MatchKind.EXACT
    if set(words) <= set(present):
        return MatchKind.WORDS
    if set(words[:-1]) <= set(present) and any(word.startswith(words[-1]) for word in present):
        return MatchKind.PREFIX
    return MatchKind.FUZZY


def _notation_kind(code: str, notation: str) -> MatchKind:
    tail = notation.rpartition(":")[2]
    if code in {notation, tail}:
        return MatchKind.NOTATION
    if code and (notation.startswith(code) or tail.startswith(code)):
        return MatchKind.PREFIX
    return MatchKind.FUZZY


def _closest(words: Sequence[str], entry: IndexEntry, score: float) -> Match:
    # Words spread over several labels, or typos: name the label most like the text.
    named = [label for label in entry.labels if label.field != "notation"]
    label = max(named, key=lambda one: _likeness(words, fold_words(one.text)), default=IndexedLabel("uri", "", ""))
    found = {word for other in named for word in fold_words(other.text)}
    kind = MatchKind.WORDS if set(words) <= found else MatchKind.FUZZY
    return _match(label, kind, score)


def _likeness(words: Sequence[str], others: Sequence[str]) -> float:
    """Return how near the words come on average to their nearest among ``others``."""
    nearest = (max((SequenceMatcher(None, word, other).ratio() for other in others), default=0.0) for word in words)
    return sum(nearest) / max(1, len(words))


def _match(label: IndexedLabel, kind: MatchKind, score: float) -> Match:
    return Match(label.field, label.text, label.lang, kind, score)
