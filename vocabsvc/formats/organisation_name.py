"""Names of organisations, which nobody writes in the same way twice."""

import re
import unicodedata
from difflib import SequenceMatcher

_STOP = frozenset({
    "a", "and", "at", "d", "da", "das", "de", "del", "della", "der", "des", "di", "die", "do", "du", "e", "el",
    "et", "for", "für", "fur", "in", "institut", "institute", "institution", "la", "le", "les", "l", "los",
    "laboratoire", "laboratory", "national", "nationale", "of", "on", "or", "recherche", "research", "the",
    "und", "univ", "universidad", "universita", "universitaet", "universitat", "universite", "university",
    "universiteit", "y", "zu",
})  # fmt: skip
_SHARED = 0.5
_LIKENESS = 0.8
_LONG = 7
_SHORTEST, _LONGEST = 3, 12


def same_organisation(one: str, other: str) -> bool:
    """Tell whether two names may be of one organisation: by half of their telling words, or by an acronym."""
    words, others = _words(one), _words(other)
    if not words or not others:
        return True
    telling, of_other = words - _STOP or words, others - _STOP or others
    shared = telling & of_other
    return (
        len(shared) >= _SHARED * min(len(telling), len(of_other))
        or bool({word for word in shared if len(word) > 2 and word.upper() in f"{one} {other}"})
        or any(_is_short_for(word, other) for word in words)
        or any(_is_short_for(word, one) for word in others)
        or any(_alike(word, telling_other) for word in telling for telling_other in of_other)
    )


def without_remarks(name: str) -> str:
    """Return a name without what stands in brackets, and without a comma, dash or stop at its end."""
    return re.sub(r"\s*[(\[][^()\[\]]*[)\]]\s*", " ", name).strip(" ,;.-–")


def _is_short_for(word: str, name: str) -> bool:
    """Tell whether the beginnings of the words of a name, in their order, make up a word."""
    if not _SHORTEST <= len(word) <= _LONGEST:
        return False
    ends = {0}  # how much of the word the words so far can make up
    for part in re.findall(r"\w+", _plain(name)):
        if part != word:
            ends |= {
                end + size
                for end in ends
                for size in range(1, min(len(part), len(word) - end) + 1)
                if word[end : end + size] == part[:size]
            }
    return len(word) in ends


def _alike(word: str, other: str) -> bool:
    """Tell whether two long words may be one in two languages, such as oceanographic and ozeanographisch."""
    return min(len(word), len(other)) >= _LONG and SequenceMatcher(None, word, other).ratio() >= _LIKENESS


def _words(name: str) -> set[str]:
    return set(re.findall(r"\w+", _plain(name)))


def _plain(name: str) -> str:
    folded = unicodedata.normalize("NFKD", name.casefold())
    return "".join(char for char in folded if not unicodedata.combining(char))
