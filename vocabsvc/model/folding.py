"""One way to fold text, so that whatever is indexed and whatever is asked meet."""

import re
import unicodedata

_LIGATURES = str.maketrans(
    {"œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ø": "o", "Ø": "o", "ß": "ss", "ł": "l"}
)
_WORD = re.compile(r"[^\W_]+")


def fold(text: str) -> str:
    """Return the text without case, accents, ligatures and compatibility forms, with single spaces.

    ``"Œstradiol  à 20 °C"`` gives ``"oestradiol a 20 °c"``.
    """
    if text.isascii():  # nearly all of NVS: decomposing it is half the time of a load
        return " ".join(text.lower().split())
    decomposed = unicodedata.normalize("NFKD", text.translate(_LIGATURES))
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return " ".join(bare.casefold().split())


def fold_words(text: str) -> tuple[str, ...]:
    """Return the folded words: runs of letters and digits (``sea_water_pH`` gives ``sea water ph``)."""
    return tuple(_WORD.findall(fold(text)))
