"""Words that change what is measured: a mean, a direction, the air in place of the water."""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

import numpy as np
from numpy.typing import NDArray

MODIFIERS: Mapping[str, frozenset[str]] = {
    "statistic": frozenset({
        "stdev", "mean", "maximum", "minimum", "median", "variance", "error", "anomaly", "uncertainty", "climatology",
        "average",
    }),
    "direction": frozenset({"eastward", "northward", "upward", "downward", "downwelling", "upwelling", "from", "to"}),
    "signal": frozenset({"raw", "voltage", "count", "signal", "output", "sensor", "instrument", "flag", "temporary"}),
    "surface": frozenset({"surface", "sealevel"}),
    "medium": frozenset({"water", "air", "sediment", "bed", "ice", "biota", "rain", "cloud", "spm"}),
    "platform": frozenset({"platform"}),
    "species": frozenset({"isotope", "delta", "ratio", "saturation", "flux", "age", "fugacity", "partialpressure"}),
    "amount": frozenset({"dissolved", "particulate", "total", "organic", "inorganic"}),
}  # fmt: skip
_BITS = [{word: 1 << place for place, word in enumerate(sorted(kind))} for kind in MODIFIERS.values()]
_WIDEST = max(map(len, _BITS))


def masks(words: AbstractSet[str]) -> list[int]:
    """Return the words of each kind that are among ``words``, a bit for each."""
    return [sum(bit for word, bit in bits.items() if word in words) for bits in _BITS]


def count_bits(numbers: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return how many words each mask has."""
    counted = np.zeros_like(numbers)
    for place in range(_WIDEST):
        counted += (numbers >> place) & 1
    return counted


def kinds() -> Iterable[str]:
    """Return the names of the kinds in their order."""
    return MODIFIERS.keys()
