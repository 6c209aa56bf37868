"""Words of labels that a word resembles: other languages and other spellings (``fenamifos``, ``peryleen``)."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

_SHORTEST = 5
_LIKE = 0.58
_MOST = 3


class LikelyWords:
    """Compares words by their trigrams, the beginning counting more."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = [word for word in words if len(word) >= _SHORTEST and word[0].isalpha()]
        self._sizes = [len(_grams(word)) for word in self._words]
        self._holders: dict[str, list[int]] = defaultdict(list)
        for number, word in enumerate(self._words):
            for gram in _grams(word):
                self._holders[gram].append(number)
        self.like = lru_cache(8192)(self._like)

    def _like(self, word: str) -> Sequence[tuple[str, float]]:
        """Return up to three words with their likeness, the likeliest first."""
        if len(word) < _SHORTEST or not word[0].isalpha():
            return ()
        grams = _grams(word)
        common: Counter[int] = Counter()
        for gram in grams:
            common.update(self._holders.get(gram, ()))
        likeness = (
            (2 * shared / (len(grams) + self._sizes[number]), number) for number, shared in common.items() if shared > 1
        )
        best = sorted(
            ((share, number) for share, number in likeness if share >= _LIKE), key=lambda one: (-one[0], one[1])
        )
        if not best:
            return ()
        return [(self._words[number], share) for share, number in best[:_MOST] if share > best[0][0] - 0.08]


@lru_cache(65_536)
def _grams(word: str) -> frozenset[str]:
    spelled = word.replace("ph", "f").replace("y", "i").replace("th", "t").replace("oo", "o").replace("ee", "e")
    spelled = spelled.replace("k", "c").replace("ae", "e").replace("ij", "i").replace("aa", "a").replace("zw", "sw")
    edged = f"^^{spelled}$"
    return frozenset(edged[at : at + 3] for at in range(len(edged) - 2))
