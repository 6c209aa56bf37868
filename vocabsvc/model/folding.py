"""One way to fold text, so that whatever is indexed and whatever is asked meet."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

_SPELLED = str.maketrans({"œ": "oe", "æ": "ae", "ø": "o", "ł": "l", "°": "deg", "μ": "u"})
"""Small letters that decomposing leaves alone, and signs of units that keyboards lack."""

_EMPTY_WORDS = frozenset(
    {
        "au", "aux", "by", "d", "dans", "de", "des", "du", "en", "et", "for", "from", "in",
        "l", "la", "le", "les", "of", "on", "pour", "sur", "the", "to", "un", "une", "with",
    }
)  # fmt: skip
_WORD = re.compile(r"[^\W_]+")
_MODEL = re.compile(r"\b([a-z]{1,8})([0-9]{1,6})\b")
_MODEL_APART = re.compile(r"\b([a-z]{1,8}) ([0-9]{1,6})\b")


def fold(text: str) -> str:
    """Return the text without case, accents, ligatures and compatibility forms, with single spaces.

    ``"Œstradiol  à 20 °C"`` gives ``"oestradiol a 20 degc"``.
    """
    if text.isascii():  # nearly all of NVS: decomposing it is half the time of a load
        return " ".join(text.lower().split())
    # In this order: there is an Æ in Ǽ, and a small letter of the table in the capitals of other alphabets.
    plain = unicodedata.normalize("NFKD", text).casefold().translate(_SPELLED)
    return " ".join("".join(char for char in plain if not unicodedata.combining(char)).split())


@lru_cache(maxsize=32_768)  # the same labels are met again and again, and a label costs more to fold than to keep
def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words: runs of letters and digits (``sea_water_pH`` gives ``sea water ph``)."""
    return tuple(_WORD.findall(fold(text)))


def spell_models(text: str) -> str:
    """Return folded words with names of models in both spellings: ``ek 60`` with ``ek60``, and the reverse."""
    joined = ("".join(pair.groups()) for pair in _MODEL_APART.finditer(text))
    parted = (" ".join(pair.groups()) for pair in _MODEL.finditer(text))
    return " ".join((text, *joined, *parted))


def content_words(words: Sequence[str]) -> tuple[str, ...]:
    """Return the folded words that carry meaning, or all of them where none does.

    ``a`` and ``par`` stay: chlorophyll a and PAR mean more than the articles and prepositions of that name.
    """
    return tuple([word for word in words if word not in _EMPTY_WORDS]) or tuple(words)


def is_empty(word: str) -> bool:
    """Tell whether a folded word is one that ``content_words`` leaves out beside others."""
    return word in _EMPTY_WORDS
