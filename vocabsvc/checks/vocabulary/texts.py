"""The characters of labels: SKO-17."""

import html
import re
import unicodedata
from collections.abc import Iterator

from vocabsvc.checks.vocabulary.check import Fault
from vocabsvc.checks.vocabulary.view import VocabularyView
from vocabsvc.model.findings import Message

UNPRINTABLE = {
    "en": "a label has characters that cannot be printed",
    "fr": "un libellé contient des caractères non imprimables",
}
DOUBLY_ENCODED = {
    "en": "a label was read in the wrong encoding",
    "fr": "un libellé a été lu dans un mauvais encodage",
}
MARKUP = {
    "en": "a label contains HTML",
    "fr": "un libellé contient du HTML",
}

_NOT_TEXT = frozenset({"Cc", "Cn", "Co", "Cs", "Zl", "Zp"})
_INVISIBLE = frozenset("\u00ad\u200b\ufeff")
"""Soft hyphen, zero-width space, byte order mark. Joiners and direction marks are text."""

_C1 = "\u0080-\u009f" + "".join(sorted({bytes([byte]).decode("cp1252", "ignore") for byte in range(0x80, 0xA0)} - {""}))
"""What the bytes 80 to 9F become in ISO 8859-1 and in Windows-1252."""

# UTF-8 begins the letters of French with C2 and C3, œ with C5, Greek with CE and CF, quotation marks with E2 80.
# A second byte from A0 up is believed after the first two and the Greek only: "Å²" is a unit.
_WRONGLY_READ = re.compile(rf"[ÂÃÎÏ][{_C1}\u00a0-\u00bf]|[ÄÅ][{_C1}]|â[\u0080€][{_C1}\u00a0-\u00bf]|â„¢|ï»¿|ï¿½|\ufffd")

_TAG = re.compile(
    r"</?(a|b|br|code|div|em|font|h[1-6]|i|img|li|ol|p|pre|script|small|span|strong|style|sub|sup|table|td|tr|tt|u|ul)"
    r"(\s[^<>]*)?/?>",
    re.IGNORECASE,
)
_ENTITY = re.compile(r"&(?:[A-Za-z]+[0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")


def garbled_label(view: VocabularyView) -> Iterator[Fault]:
    """A label holds what is no text: control characters, wrongly read bytes or HTML.

    What it checks:
        No label has control characters, unassigned or invisible ones, sequences that arise when UTF-8 is read
        as ISO 8859-1 or Windows-1252 (Ã© for é), or HTML tags and entities.

    Why it matters:
        Such a label is not found by those who type it rightly, and looks broken wherever it is shown.

    Example:
        :temperature a skos:Concept ; skos:inScheme : ; skos:prefLabel "TempÃ©rature"@fr .

    References:
        qSKOS: unprintable characters in labels
    """
    for concept in view.concepts:
        for label in (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels):
            message = _fault(label.text)
            if message is not None:
                yield Fault(message, concept.uri, repr(label.text) if message is UNPRINTABLE else label.text)


def _fault(text: str) -> Message | None:
    if not text.isprintable() and any(unicodedata.category(sign) in _NOT_TEXT or sign in _INVISIBLE for sign in text):
        return UNPRINTABLE
    if not text.isascii() and _WRONGLY_READ.search(text):
        return DOUBLY_ENCODED
    if ("<" in text and _TAG.search(text)) or ("&" in text and _holds_entity(text)):
        return MARKUP
    return None


def _holds_entity(text: str) -> bool:
    """Tell whether a text holds an entity that HTML knows; "R&D;" is none."""
    return any(html.unescape(entity) != entity for entity in _ENTITY.findall(text))
