"""Numbers of XSD: lexical form to value, and their order."""

import re
import struct
from collections.abc import Mapping
from decimal import Decimal
from typing import Final, NamedTuple

_DECIMAL = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)")
_INTEGER = re.compile(r"[+-]?[0-9]+")
_DOUBLE = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?|[+-]?INF|NaN")

_BITS: Final = {"byte": 7, "short": 15, "int": 31, "long": 63}
BOUNDS: Final[Mapping[str, tuple[Decimal | None, Decimal | None]]] = {
    "integer": (None, None),
    "nonNegativeInteger": (Decimal(0), None),
    "positiveInteger": (Decimal(1), None),
    "nonPositiveInteger": (None, Decimal(0)),
    "negativeInteger": (None, Decimal(-1)),
    **{name: (Decimal(-(2**bits)), Decimal(2**bits - 1)) for name, bits in _BITS.items()},
    **{f"unsigned{name.capitalize()}": (Decimal(0), Decimal(2 ** (bits + 1) - 1)) for name, bits in _BITS.items()},
}
"""The types derived from xsd:integer, with the least and the greatest value."""


class Number(NamedTuple):
    """A numeric value. ``rank`` is 0 for xsd:decimal and what derives from it, 1 for float, 2 for double."""

    rank: int
    value: Decimal | float

    def compare(self, other: "Number") -> int | None:
        """Return -1, 0 or 1, or ``None`` beside NaN; both are promoted to the higher rank first.

        https://www.w3.org/TR/xpath20/#promotion
        """
        rank = max(self.rank, other.rank)
        left, right = _promoted(self, rank), _promoted(other, rank)
        if left == right:
            return 0
        if left < right:  # of one rank, so both Decimal or both float
            return -1
        return 1 if left > right else None


def read_decimal(text: str) -> Number | None:
    """Return the value of an xsd:decimal, ``None`` where it is ill-typed."""
    return Number(0, Decimal(text)) if _DECIMAL.fullmatch(text) else None


def read_integer(text: str, least: Decimal | None = None, greatest: Decimal | None = None) -> Number | None:
    """Return the value of an xsd:integer within bounds, ``None`` where it is ill-typed."""
    if not _INTEGER.fullmatch(text):
        return None
    value = Decimal(text)
    if (least is not None and value < least) or (greatest is not None and value > greatest):
        return None
    return Number(0, value)


def read_double(text: str) -> Number | None:
    """Return the value of an xsd:double, ``None`` where it is ill-typed."""
    return Number(2, float(text)) if _DOUBLE.fullmatch(text) else None


def read_float(text: str) -> Number | None:
    """Return the value of an xsd:float, ``None`` where it is ill-typed."""
    return Number(1, _single(float(text))) if _DOUBLE.fullmatch(text) else None


def _promoted(number: Number, rank: int) -> Decimal | float:
    if rank == number.rank:
        return number.value
    value = float(number.value)
    return _single(value) if rank == 1 else value


def _single(value: float) -> float:
    try:
        rounded: float = struct.unpack("f", struct.pack("f", value))[0]
    except OverflowError:
        return float("inf") if value > 0 else float("-inf")
    return rounded
