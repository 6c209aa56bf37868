"""Several terms in one keyword, told from names and paths that have the same signs in them."""

import re
from collections.abc import Collection

from vocabsvc.model.folding import fold_words

_LONGEST = 1000
_LONGEST_PART = 5
_MOST_PARTS = 40
_PATH = re.compile(r"\s(?:>|›|»|&gt;|\|)\s")
_COMMA, _SEMICOLON = re.compile(r"\s*,\s+"), re.compile(r"\s*;\s*")
_STEP, _BAR = re.compile(r"\s*>\s*"), re.compile(r"\s*\|\s*")
_GOES_ON = frozenset({"and", "et", "or", "ou", "und", "y", "e", "inc", "ltd", "by", "in", "par", "dans"})
_LIST = 3
_LONG_LIST = 5


def possible_parts(text: str) -> tuple[str, ...]:
    """Return what stands between separators of any kind, to be looked up; nothing where there are none."""
    if len(text) > _LONGEST:
        return ()
    parts = [part.strip() for part in re.split(r"[,;>|]", text)]
    return tuple(dict.fromkeys(filter(None, parts))) if 1 < len(parts) <= _MOST_PARTS else ()


def unpack(text: str, known: Collection[str], *, place: bool = False) -> tuple[str, ...]:
    """Return the terms that are packed into one keyword, or nothing where it is one term.

    ``known`` are those of ``possible_parts`` that are names of concepts; ``place`` says that it is a place, which often
    has its country behind a comma. A path such as ``EARTH SCIENCE > OCEANS`` is one term.
    """
    if len(text) > _LONGEST:
        return ()
    text = " ".join(text.split())
    paths = _COMMA.split(text)
    if len(paths) > 1 and all(_PATH.search(path) for path in paths):
        return tuple(paths)
    for separator in (_STEP, _BAR):
        parts = _parts(separator, text)
        if len(parts) > 1:
            return parts if set(parts) <= set(known) and _differ(parts) else ()
    parts = _parts(_SEMICOLON, text)
    if len(parts) > 1:
        return parts if _are_terms(parts) else ()
    parts = _parts(_COMMA, text)
    return parts if len(parts) > 1 and not place and _are_terms(parts) and _is_list(parts, set(known)) else ()


def _parts(separator: re.Pattern[str], text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in separator.split(text) if part.strip())


def _are_terms(parts: tuple[str, ...]) -> bool:
    """Tell whether each part may be a term: short, with letters, no half of a parenthesis and no end of a sentence."""
    return _differ(parts) and all(
        any(map(str.isalpha, part))
        and len(words := fold_words(part)) <= _LONGEST_PART
        and words[0] not in _GOES_ON
        and part.count("(") == part.count(")")
        and not part.endswith(".")
        for part in parts
    )


def _is_list(parts: tuple[str, ...], known: set[str]) -> bool:
    if len(parts) < _LIST:  # with a capital it may be an inverted name: Copper, Oxide
        return set(parts) <= known and parts[1][0].islower()
    enough = len(parts) >= _LONG_LIST or sum(part in known for part in parts) > 1
    return (enough or all(part[0].islower() for part in parts)) and not _has_conjunction(parts[-1])


def _has_conjunction(part: str) -> bool:
    """Tell whether a list ends as in a phrase: alkalinity, acidity and pH of the water column."""
    return any(word in {"and", "et", "or", "ou", "und", "y"} for word in fold_words(part))


def _differ(parts: tuple[str, ...]) -> bool:
    return len({fold_words(part) for part in parts}) == len(parts)
