"""Names and labels as words in one canonical wording, so that those that mean the same meet."""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from importlib import resources

from vocabsvc.model.folding import fold

_STOP = frozenset({
    "a", "an", "the", "of", "in", "on", "at", "by", "and", "or", "for", "with", "per", "as", "is", "are", "be", "was",
    "which", "that", "this", "its", "it", "using", "used", "via", "into", "than", "not", "no", "de", "la", "le", "les",
    "du", "des", "et", "en", "dans", "sur", "pour", "au", "aux", "l", "d", "un", "une", "van", "het", "een", "op",
    "met", "te", "der", "die", "das", "und", "von", "del", "el", "los", "las", "di", "il", "e", "o", "na",
})  # fmt: skip
_LOCANT = re.compile(r"(?<![\w.])(\d{1,2}['’]?(?:,\d{1,2}['’]?)+)(?![\w.])")
_FUSED = re.compile(r"[(\[]([a-z](?:,?[a-z0-9]){0,4})[)\]](?=[a-z]{3})")
_TOKEN = re.compile(r"n\d+(?:_\d+)+|\d+(?:\.\d+)?|[^\W\d_]+\d*|[^\W_]+")
_PLURAL = re.compile(r"(?<=[a-z]{3})(?<![suiy])s$")
_PLURAL_IES = re.compile(r"(?<=[a-z]{2})ies$")
_LONGEST = 5


@lru_cache(65_536)
def _spell(word: str) -> str:
    """Return the word in the singular and in American spelling."""
    if len(word) > 4:
        word = word.replace("sulph", "sulf").replace("aluminium", "aluminum").replace("caesium", "cesium")
        word = word.replace("colour", "color").replace("isation", "ization").replace("vapour", "vapor")
        if word.endswith("metre"):
            word = word[:-2] + "er"
    if len(word) > 3:
        word = _PLURAL_IES.sub("y", word)
        word = _PLURAL.sub("", word)
    return word


class Wording:
    """Knows synonyms; phrases of up to five words are replaced, the longest first."""

    def __init__(self, synonyms: Mapping[str, str]) -> None:
        self._phrases: dict[tuple[str, ...], tuple[str, ...]] = {}
        for phrase, words in synonyms.items():
            self._phrases[tuple(_spell(word) for word in fold(phrase).split())] = tuple(words.split())
        self._first = {phrase[0] for phrase in self._phrases}
        self.words = lru_cache(65_536)(self._words)

    @classmethod
    def shipped(cls) -> "Wording":
        """Return the wording with the synonyms of the package."""
        return cls(dict(read_pairs("synonyms.tsv")))

    def _words(self, text: str) -> tuple[str, ...]:
        """Return canonical words in their order, without those that carry no meaning."""
        folded = _FUSED.sub(r"\1 ", fold(text)).replace("_", " ")
        folded = _LOCANT.sub(lambda match: "n" + re.sub(r"['’]", "", match[1]).replace(",", "_"), folded)
        return self.canonical([_spell(word) for word in _TOKEN.findall(folded)])

    def canonical(self, words: Sequence[str]) -> tuple[str, ...]:
        """Replace synonyms among folded words in the singular."""
        found: list[str] = []
        at = 0
        while at < len(words):
            word = words[at]
            if word in self._first:
                for end in range(min(len(words), at + _LONGEST), at, -1):
                    replacement = self._phrases.get(tuple(words[at:end]))
                    if replacement is not None:
                        found += replacement
                        at = end
                        break
                else:
                    found.append(word)
                    at += 1
                continue
            if word not in _STOP:
                found.append(word)
            at += 1
        return tuple(found)


def read_pairs(name: str) -> Iterable[tuple[str, str]]:
    """Yield the two columns of a table of the package; lines that begin with ``#`` are remarks."""
    text = resources.files("vocabsvc.services.mapper").joinpath(name).read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            form, _, meaning = line.partition("\t")
            yield form, meaning
