"""Units of measure as data centres and NVS P06 spell them, compared by what they measure."""

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_PREFIXES: Final[Mapping[str, float]] = {
    "f": 1e-15, "p": 1e-12, "n": 1e-9, "u": 1e-6, "m": 1e-3, "c": 1e-2, "d": 1e-1, "h": 1e2, "k": 1e3, "M": 1e6,
}  # fmt: skip
_PREFIX_WORDS: Final[Mapping[str, str]] = {
    "femto": "f", "pico": "p", "nano": "n", "micro": "u", "milli": "m", "centi": "c", "deci": "d", "hecto": "h",
    "kilo": "k", "mega": "M",
}  # fmt: skip
_WORDS: Final[Mapping[str, str]] = {
    "meter": "m", "metre": "m", "gram": "g", "mole": "mol", "second": "s", "sec": "s", "minute": "min", "hour": "h",
    "day": "d", "litre": "l", "volt": "V", "pascal": "Pa", "bar": "bar", "atmosphere": "atm", "newton": "N",
    "watt": "W", "mho": "S", "ampere": "A", "einstein": "E", "becquerel": "Bq", "bequerel": "Bq",
    "hertz": "Hz", "degree_celsius": "degC", "degrees_c": "degC", "degree": "deg", "decibel": "dB", "number": "#",
    "ntu": "NTU", "fnu": "FNU",
}  # fmt: skip
_SIZES: Final[Mapping[str, tuple[float, Mapping[str, int]]]] = {
    "m": (1, {"m": 1}), "g": (1e-3, {"kg": 1}), "mol": (1, {"mol": 1}), "E": (1, {"mol": 1}), "l": (1e-3, {"m": 3}),
    "s": (1, {"s": 1}), "min": (60, {"s": 1}), "h": (3600, {"s": 1}), "d": (86400, {"s": 1}), "Hz": (1, {"s": -1}),
    "N": (1, {"kg": 1, "m": 1, "s": -2}), "J": (1, {"kg": 1, "m": 2, "s": -2}), "W": (1, {"kg": 1, "m": 2, "s": -3}),
    "Pa": (1, {"kg": 1, "m": -1, "s": -2}), "bar": (1e5, {"kg": 1, "m": -1, "s": -2}),
    "atm": (101325, {"kg": 1, "m": -1, "s": -2}), "A": (1, {"A": 1}),
    "V": (1, {"kg": 1, "m": 2, "s": -3, "A": -1}), "S": (1, {"kg": -1, "m": -2, "s": 3, "A": 2}),
    "degC": (1, {"degC": 1}), "deg": (1, {"deg": 1}), "dB": (1, {"dB": 1}), "Bq": (1, {"Bq": 1}),
    "NTU": (1, {"NTU": 1}), "FNU": (1, {"FNU": 1}), "FFU": (1, {"FFU": 1}),
    "sr": (1, {}), "#": (1, {}), "count": (1, {}), "%": (1e-2, {}), "ppt": (1e-3, {}),
    "ppm": (1e-6, {}), "ppb": (1e-9, {}), "TU": (1e-18, {}),
}  # fmt: skip
"""Symbol -> its size in base units and their exponents. What no other unit converts to is its own base."""

_PLAIN: Final = frozenset({"-", "1", "none", "dmnless", "dimensionless", "psu", "relative unit", "ph units"})
_LONGEST: Final = 100
_THOUSANDTH: Final = "per thousand"
_MICRO: Final = str.maketrans("µμ", "uu")
_PREFIX_APART = re.compile(rf"\b({'|'.join(_PREFIX_WORDS)})\s+")
_TOKEN = re.compile(
    r"(?P<number>10\+\d+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)|(?P<name>[A-Za-z_%#]+)(?:\^?(?P<power>[+-]?\d+))?"
    r"|(?P<sign>[/().*])|\s+"
)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit as ``factor`` times a product of base units; ``symbols`` is how it was spelled, in any order.

    ``mg/m^3`` and ``milligram m-3`` have equal symbols; ``umol/l`` and ``mmol/m^3`` are the same size.
    """

    factor: float
    dimensions: frozenset[tuple[str, int]]
    symbols: frozenset[tuple[str, int]]

    def converts_to(self, other: "Unit") -> bool:
        """Tell whether both measure the same kind of quantity."""
        return self.dimensions == other.dimensions

    def same_size(self, other: "Unit") -> bool:
        """Tell whether a value has the same number in both."""
        return self.converts_to(other) and math.isclose(self.factor, other.factor, rel_tol=1e-6)


def parse_unit(text: str) -> Unit | None:
    """Read a spelling such as ``mg/m^3``, ``milligram/(m2.day)``, ``W m-2 nm-1`` or ``10+6/m3``.

    A word that is no unit says of what and is passed over (``micromole nitrogen/m3``, ``deg T``), but not
    as the first. ``None`` means that the spelling is not understood, not that it is wrong.
    """
    spelled = text.strip().translate(_MICRO)
    if spelled.lower() in _PLAIN:
        return Unit(1.0, frozenset(), frozenset())
    if len(spelled) > _LONGEST:
        return None
    parts = _parts("ppt" if spelled == _THOUSANDTH else _PREFIX_APART.sub(r"\1", spelled))
    if not parts:
        return None
    factor, dimensions, symbols = 1.0, Counter[str](), Counter[str]()
    for symbol, power in parts:
        size, bases = _size(symbol)
        try:
            factor *= size**power
        except ArithmeticError:  # such as m/0
            return None
        dimensions.update({base: exponent * power for base, exponent in bases.items()})
        symbols[symbol] += power
    if not 0 < factor < math.inf:
        return None
    return Unit(factor, _without_zeros(dimensions), _without_zeros(symbols))


def _parts(text: str) -> list[tuple[str, int]] | None:
    """Return symbols (or numbers) and their powers; a ``/`` divides by what follows it only."""
    found: list[tuple[str, int]] = []
    position, sign, groups = 0, 1, [1]
    while position < len(text):
        token = _TOKEN.match(text, position)
        if token is None:
            return None
        position = token.end()
        if token["sign"]:
            sign = _apply(token["sign"], sign, groups)
            if not groups:
                return None
        elif symbol := token["number"] or _symbol(token["name"] or ""):
            found.append((symbol, sign * groups[-1] * int(token["power"] or 1)))
            sign = 1
        elif token["name"] and not (found and _says_of_what(token, text)):
            return None
    return found if len(groups) == 1 else None


def _says_of_what(token: re.Match[str], text: str) -> bool:
    # "days since 1950" is a coordinate, not an amount of days.
    return text[token.start() - 1].isspace() and token["name"] != "since"


def _apply(sign: str, current: int, groups: list[int]) -> int:
    """Open or close a group, and return whether the next symbol multiplies (1) or divides (-1)."""
    if sign == "(":
        groups.append(groups[-1] * current)
    elif sign == ")":
        groups.pop()
    return -1 if sign == "/" else 1


def _symbol(name: str) -> str:
    """Return the symbol for a name with or without prefix (``millimoles``, ``mmol``), ``""`` for no unit."""
    word = name.lower()
    if name in _SIZES:
        return name
    if found := _WORDS.get(word) or _WORDS.get(word.removesuffix("s")):
        return found
    for prefix_word, prefix in _PREFIX_WORDS.items():
        if word.startswith(prefix_word) and (base := _symbol(name[len(prefix_word) :])) in _SIZES:
            return prefix + base
    base = name[1:] if name[1:] in _SIZES else _WORDS.get(word[1:], "")
    return name[0] + base if base and name[0] in _PREFIXES else ""


def _size(symbol: str) -> tuple[float, Mapping[str, int]]:
    if symbol in _SIZES:
        return _SIZES[symbol]
    if symbol[0].isdigit():
        return float(symbol.replace("10+", "1e")), {}
    factor, bases = _SIZES[symbol[1:]]
    return _PREFIXES[symbol[0]] * factor, bases


def _without_zeros(powers: Mapping[str, int]) -> frozenset[tuple[str, int]]:
    return frozenset((name, power) for name, power in powers.items() if power)
