"""The language that a record says it is written in, as vocabularies tag it."""

from collections.abc import Mapping

from vocabsvc.model.record import FactIndex

_TAGS: Mapping[str, str] = {
    "bul": "bg", "cat": "ca", "ces": "cs", "cze": "cs", "cym": "cy", "dan": "da", "deu": "de", "dut": "nl", "ell": "el",
    "eng": "en", "english": "en", "est": "et", "fin": "fi", "fra": "fr", "fre": "fr", "french": "fr", "français": "fr",
    "ger": "de", "gle": "ga", "gre": "el", "hrv": "hr", "hun": "hu", "ice": "is", "isl": "is", "ita": "it", "lav": "lv",
    "lit": "lt", "mlt": "mt", "nld": "nl", "nno": "nn", "nob": "nb", "nor": "no", "pol": "pl", "por": "pt", "ron": "ro",
    "rum": "ro", "slk": "sk", "slo": "sk", "slv": "sl", "spa": "es", "swe": "sv", "tur": "tr", "ukr": "uk",
}  # fmt: skip
"""ISO 639-2 in both forms, and names in use, to ISO 639-1."""

_TWO_LETTERS = 2


def tag_of(code: str) -> str:
    """Return the tag (ISO 639-1) of a language code or of a longer tag, ``""`` where it is not known."""
    first = code.strip().lower().replace("_", "-").partition("-")[0].partition(";")[0]
    return first if len(first) == _TWO_LETTERS else _TAGS.get(first, "")


def language_of(index: FactIndex) -> str:
    """Return the tag of the language of a record's texts, ``""`` where it does not say."""
    said = (
        code for kind in ("Record", "Resource") for node in index.nodes(kind) for code in index.texts(node, "language")
    )
    return next(filter(None, map(tag_of, said)), "")
