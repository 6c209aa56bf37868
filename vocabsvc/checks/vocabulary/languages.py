"""The languages of labels: SKO-13."""

import re
from collections.abc import Iterator
from functools import cache

from vocabsvc.checks.vocabulary.check import Fault
from vocabsvc.checks.vocabulary.view import VocabularyView

INVALID_TAG = {
    "en": "a label has a language tag that is not valid",
    "fr": "un libellé a une étiquette de langue non valide",
}
UNTAGGED = {
    "en": "a label has no language",
    "fr": "un libellé n’a pas de langue",
}
NOT_IN_LANGUAGE = {
    "en": "a concept has no preferred label in a language that others have",
    "fr": "un concept n’a pas de libellé préférentiel dans une langue que d’autres ont",
}

_WELL_FORMED = re.compile(
    r"(?P<language>[a-z]{2,3})(-[a-z]{3}){0,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"
    r"(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*(-[a-wyz0-9](-[a-z0-9]{2,8})+)*(-x(-[a-z0-9]{1,8})+)?"
    r"|x(-[a-z0-9]{1,8})+"
)
"""BCP 47 §2.1 in lower case, without the grandfathered tags."""

_TWO_LETTERS = frozenset(
    {
        "aa", "ab", "ae", "af", "ak", "am", "an", "ar", "as", "av", "ay", "az", "ba", "be", "bg", "bi", "bm",
        "bn", "bo", "br", "bs", "ca", "ce", "ch", "co", "cr", "cs", "cu", "cv", "cy", "da", "de", "dv", "dz",
        "ee", "el", "en", "eo", "es", "et", "eu", "fa", "ff", "fi", "fj", "fo", "fr", "fy", "ga", "gd", "gl",
        "gn", "gu", "gv", "ha", "he", "hi", "ho", "hr", "ht", "hu", "hy", "hz", "ia", "id", "ie", "ig", "ii",
        "ik", "io", "is", "it", "iu", "ja", "jv", "ka", "kg", "ki", "kj", "kk", "kl", "km", "kn", "ko", "kr",
        "ks", "ku", "kv", "kw", "ky", "la", "lb", "lg", "li", "ln", "lo", "lt", "lu", "lv", "mg", "mh", "mi",
        "mk", "ml", "mn", "mr", "ms", "mt", "my", "na", "nb", "nd", "ne", "ng", "nl", "nn", "no", "nr", "nv",
        "ny", "oc", "oj", "om", "or", "os", "pa", "pi", "pl", "ps", "pt", "qu", "rm", "rn", "ro", "ru", "rw",
        "sa", "sc", "sd", "se", "sg", "sh", "si", "sk", "sl", "sm", "sn", "so", "sq", "sr", "ss", "st", "su",
        "sv", "sw", "ta", "te", "tg", "th", "ti", "tk", "tl", "tn", "to", "tr", "ts", "tt", "tw", "ty", "ug",
        "uk", "ur", "uz", "ve", "vi", "vo", "wa", "wo", "xh", "yi", "yo", "za", "zh", "zu",
    }
)  # fmt: skip
"""ISO 639-1."""

_TOO_LONG = frozenset({"deu", "dut", "ell", "eng", "fra", "fre", "ger", "gre", "ita", "nld", "por", "spa"})
"""Three-letter codes seen in metadata where BCP 47 §2.2.1 asks for the two-letter one."""


def incomplete_languages(view: VocabularyView) -> Iterator[Fault]:
    """A label has no valid language, or a concept no preferred label in a language of the vocabulary.

    What it checks:
        Every preferred and alternative label has a language tag; a hidden one may be a code of no language. A
        tag is well formed, with a language of ISO 639. Every concept has a preferred label in each language
        in which some concept of the vocabulary has one: a finding for each that has none.

    Why it matters:
        A page in French shows what is tagged as French. Untagged labels are shown to everybody, and a gap is
        filled with English.

    Example:
        :temperature a skos:Concept ; skos:inScheme : ; skos:prefLabel "Température"@fre .

    References:
        BCP 47: https://www.rfc-editor.org/info/bcp47
        qSKOS: omitted or invalid language tags, incomplete language coverage
    """
    languages = {label.lang for concept in view.concepts for label in concept.pref_labels if label.lang}
    for concept in view.concepts:
        for label in (*concept.pref_labels, *concept.alt_labels, *concept.hidden_labels):
            if label.lang and not is_valid_tag(label.lang):
                yield Fault(INVALID_TAG, concept.uri, f"{label.text}@{label.lang}")
            elif not label.lang and label not in concept.hidden_labels:
                yield Fault(UNTAGGED, concept.uri, label.text)
        for lang in sorted(languages.difference(label.lang for label in concept.pref_labels)):
            yield Fault(NOT_IN_LANGUAGE, concept.uri, lang)


@cache
def is_valid_tag(tag: str) -> bool:
    """Tell whether a language tag in lower case is well formed and its language registered, as far as known here."""
    matched = _WELL_FORMED.fullmatch(tag)
    if not matched:
        return False
    language = matched["language"]
    return language is None or (language in _TWO_LETTERS if len(language) == 2 else language not in _TOO_LONG)
