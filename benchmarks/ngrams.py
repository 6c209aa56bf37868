"""The plain baseline: labels nearest to a name by the trigrams of their letters, weighed by their rarity."""

import math
from collections import Counter
from collections.abc import Mapping, Sequence

from vocabsvc.services.mapper.sparse_rows import Floats, SparseRows


class NgramLabels:
    """Cosines of TF-IDF vectors, over the first label of each concept."""

    def __init__(self, labels: Sequence[str]) -> None:
        counted = [Counter(_grams(label)) for label in labels]
        holding = Counter(gram for grams in counted for gram in grams)
        self._rarity = {gram: 1 + math.log((1 + len(labels)) / (1 + count)) for gram, count in holding.items()}
        self._columns = {gram: number for number, gram in enumerate(holding)}
        self._rows = SparseRows.of([self._weighted(grams) for grams in counted], len(holding))

    def scores(self, name: str) -> Floats:
        """Return the likeness of each label to a name."""
        return self._rows.dot(self._weighted(Counter(_grams(name))).items())

    def _weighted(self, grams: Mapping[str, int]) -> Mapping[int, float]:
        weights = {
            self._columns[gram]: count * self._rarity[gram] for gram, count in grams.items() if gram in self._columns
        }
        norm = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return {column: weight / norm for column, weight in weights.items()}


def _grams(text: str) -> list[str]:
    edged = f" {' '.join(text.lower().replace('_', ' ').split())} "
    return [edged[at : at + 3] for at in range(len(edged) - 2)]
