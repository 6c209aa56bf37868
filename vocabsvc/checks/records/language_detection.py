"""Which language a text is in, told by its commonest words; no answer where they do not tell clearly."""

import re
from collections import Counter
from collections.abc import Mapping

_FEWEST_WORDS = 25
_FEWEST_HITS = 8
_LEAD = 2.5  # times as many words of the language found as of any other

# Articles, prepositions, pronouns, auxiliaries: short, frequent, and not technical terms in another language.
_WORDS: Mapping[str, str] = {
    "de": (
        "der die das den dem des ein eine einer einem eines und oder nicht ist sind war wurde wurden wird werden "
        "mit von vom zum zur für auf aus bei nach über durch auch sich als wie dass diese dieser dieses sowie "
        "zwischen im am"
    ),
    "en": (
        "the of and to is are was were be been with for from by that this these those which their its it has have "
        "had at not an as or on between during using used each both other than through"
    ),
    "es": (
        "el los las del al un una unos unas y o que en con por para se su sus es son fue fueron han ha como entre "
        "desde hasta sobre este esta estos estas más también durante según donde cada lo"
    ),
    "fr": (
        "le les des du un une et ou au aux dans par pour sur avec est sont été qui que ce cette ces il elle ils "
        "leur leurs plus entre depuis ainsi afin dont chaque lors être ont sous à"
    ),
    "it": (
        "il lo gli della dello delle degli dei del nel nella nelle dal dalla al alla alle un una uno e che di da "
        "con per su sono è stato stati come questo questa questi tra anche più ogni si"
    ),
    "nl": (
        "de het een van en of in op met voor door bij naar uit over aan te zijn is was werd worden wordt deze dit "
        "die dat niet ook als om tussen tijdens elke er hebben heeft"
    ),
    "pt": (
        "o os as um uma uns umas do dos da das no nos na nas ao aos à às e ou que em com por para se sua seu suas "
        "seus é são foi foram como entre desde até sobre este esta estes estas mais também durante não pelo pela"
    ),
}
_LANGUAGES: Mapping[str, frozenset[str]] = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_WORD = re.compile(r"[^\W\d_]+")


def detect_language(text: str) -> str:
    """Return the ISO 639-1 code of de, en, es, fr, it, nl or pt, ``""`` where it is not clear which, if any."""
    words = Counter(_WORD.findall(text.lower()))
    if words.total() < _FEWEST_WORDS:
        return ""
    hits = {language: sum(words[word] for word in known & words.keys()) for language, known in _LANGUAGES.items()}
    (best, most), (_, second) = sorted(hits.items(), key=lambda hit: -hit[1])[:2]
    return best if most >= _FEWEST_HITS and most >= _LEAD * second else ""
