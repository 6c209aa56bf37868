"""Whether two codes that are spelled alike mean the same: by their long names and units."""

from vocabsvc.formats.unit import parse_unit
from vocabsvc.model.folding import fold_words

_SAME_NAME, _MOST_WORDS, _SOME_WORD = 0.95, 0.9, 0.8
_SAME_NAME_ONLY, _OTHER_SIZE = 0.75, 0.9
_STEM = 5
_EMPTY_WORDS = frozenset({
    "a", "an", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "per", "and", "with",
    "unit", "value", "number", "total", "sea", "water", "seawater", "sw",
})  # fmt: skip
"""Words that too many long names share to tell anything."""


def likeness(name: str, unit: str, other_name: str, other_unit: str) -> float | None:
    """Return the confidence that two parameters with one code are one, ``None`` if they are not.

    0.95 if the names have the same words, 0.9 if they share half of the shorter's, 0.8 if one; times 0.9 if
    one unit converts to the other with another number. Where a unit is not understood, 0.75 for the same
    words and nothing for less. Units of another kind, or names without a word in common, are reason enough
    not to believe the equal spelling.
    """
    words, other_words = _words(name), _words(other_name)
    common = sum(any(_alike(word, other) for other in other_words) for word in words)
    first, second = parse_unit(unit), parse_unit(other_unit)
    if not common or (first and second and not first.converts_to(second)):
        return None
    if first is None or second is None:
        return _SAME_NAME_ONLY if words == other_words else None
    weight = 1.0 if first.same_size(second) else _OTHER_SIZE
    if words == other_words:
        return _SAME_NAME * weight
    return (_MOST_WORDS if 2 * common >= min(len(words), len(other_words)) else _SOME_WORD) * weight


def _words(name: str) -> frozenset[str]:
    return frozenset(word for word in fold_words(name) if word not in _EMPTY_WORDS)


def _alike(word: str, other: str) -> bool:
    return word == other or (len(word) >= _STEM and word[:_STEM] == other[:_STEM])
