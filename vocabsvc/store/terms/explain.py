"""Why a concept was found: the best of its labels for the text, and how the two met."""

from collections.abc import Sequence

from vocabsvc.model.concept import local_name
from vocabsvc.model.folding import content_words, fold, fold_words
from vocabsvc.model.match import Match, MatchKind
from vocabsvc.store.base import SearchRequest
from vocabsvc.store.terms.entry import IndexedLabel, IndexEntry

_KINDS = tuple(MatchKind)
_SAME_STEM = 0.7
"""How much of two words must be alike for them to be forms of one, where both begin the same."""


def explain(request: SearchRequest, entry: IndexEntry, score: float, *, typos: bool = False) -> Match:
    """Return the match of the label that met the text best, as typed or else as read through the glossary.

    ``typos`` says that it was found only by forgiving some.
    """
    if typos:
        return _match(_closest(content_words(fold_words(request.text)), entry), MatchKind.FUZZY, score)
    if request.text.strip() == entry.ref.uri or _is_local_name(request.text, entry):
        return Match("uri", entry.ref.uri, "", MatchKind.NOTATION, score)
    kind, label = _best(request.text, entry)
    if kind is not MatchKind.FUZZY:
        return _match(label, kind, score)
    for reading in request.readings:
        kind, read = _best(reading.text, entry)
        if kind in {MatchKind.EXACT, MatchKind.WORDS}:
            return _match(read, kind, score, reading.via)
    for text, via in ((request.text, ""), *((reading.text, reading.via) for reading in request.readings)):
        words = content_words(fold_words(text))
        if words and _has_forms_of(words, entry):
            return _match(_closest(words, entry), MatchKind.WORDS, score, via)
    return _match(_closest(content_words(fold_words(request.text)), entry), MatchKind.FUZZY, score)


def _is_local_name(text: str, entry: IndexEntry) -> bool:
    """Tell whether a text is the last step of an IRI that no notation repeats."""
    code = fold(local_name(entry.ref.uri))
    return fold(text) == code and fold(entry.ref.notation).rpartition(":")[2] != code


def _best(text: str, entry: IndexEntry) -> tuple[MatchKind, IndexedLabel]:
    code, words = fold(text), fold_words(text)
    met = [(_kind(code, words, label), label) for label in entry.labels]
    nothing = (MatchKind.FUZZY, IndexedLabel("uri", "", entry.ref.uri))
    return min(met, key=lambda pair: _KINDS.index(pair[0]), default=nothing)


def _kind(code: str, words: Sequence[str], label: IndexedLabel) -> MatchKind:
    if label.field == "notation":
        return _notation_kind(code, fold(label.text))
    present = fold_words(label.text)
    if tuple(words) == present:
        return MatchKind.EXACT
    content = content_words(words)
    if not content:
        return MatchKind.FUZZY
    if set(content) <= set(present):
        return MatchKind.WORDS
    if set(content[:-1]) <= set(present) and any(word.startswith(content[-1]) for word in present):
        return MatchKind.PREFIX
    return MatchKind.FUZZY


def _notation_kind(code: str, notation: str) -> MatchKind:
    tail = notation.rpartition(":")[2]
    if code in {notation, tail}:
        return MatchKind.NOTATION
    if code and (notation.startswith(code) or tail.startswith(code)):
        return MatchKind.PREFIX
    return MatchKind.FUZZY


def _closest(words: Sequence[str], entry: IndexEntry) -> IndexedLabel:
    """Return the label most like words in other forms, spread over several labels, or with typos."""
    nothing = IndexedLabel("uri", "", entry.ref.uri)
    return max(_named(entry), key=lambda one: _likeness(words, fold_words(one.text)), default=nothing)


def _has_forms_of(words: Sequence[str], entry: IndexEntry) -> bool:
    present = [word for label in _named(entry) for word in fold_words(label.text)]
    return all(any(_same_word(word, other) for other in present) for word in words)


def _named(entry: IndexEntry) -> list[IndexedLabel]:
    return [label for label in entry.labels if label.field != "notation"]


def _same_word(word: str, other: str) -> bool:
    """Tell whether two words are forms of one (nitrates, nitrate), as a stemmer would mostly say."""
    shorter, longer = sorted((word, other), key=len)
    common = next((at for at, (one, two) in enumerate(zip(shorter, longer, strict=False)) if one != two), len(shorter))
    return common >= _SAME_STEM * len(longer) and len(longer) - common <= 3


def most_shared(words: Sequence[str], entry: IndexEntry, score: float) -> Match:
    """Return the match of the label that has most of the words and fewest others, without asking how they met."""
    asked = set(words)

    def overlap(label: IndexedLabel) -> float:
        present = set(fold_words(label.text))
        return len(asked & present) / max(1, len(asked | present))

    nothing = IndexedLabel("uri", "", entry.ref.uri)
    return _match(max(_named(entry), key=overlap, default=nothing), MatchKind.WORDS, score)


def _likeness(words: Sequence[str], others: Sequence[str]) -> float:
    """Return how near the words come on average to their nearest among ``others``, by pairs of letters."""
    known = [_pairs(other) for other in others]
    asked = [_pairs(word) for word in words]
    return sum(max((_share(one, other) for other in known), default=0.0) for one in asked) / max(1, len(asked))


def _pairs(word: str) -> frozenset[str]:
    edged = f" {word} "
    return frozenset(edged[at : at + 2] for at in range(len(edged) - 1))


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return 2 * len(one & other) / (len(one) + len(other))


def _match(label: IndexedLabel, kind: MatchKind, score: float, via: str = "") -> Match:
    return Match(label.field, label.text, label.lang, kind, score, via)
