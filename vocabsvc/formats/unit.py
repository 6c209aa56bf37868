"""Units of measure as data centres, CF and NVS P06 spell them, read by pint and compared by what they measure."""

import math
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    import pint

_DEFINITIONS: Final = (
    # An angle is a quantity of its own here: a direction is no count, a radiance no irradiance.
    "radian = [angle] = rad",
    # The reference of a level is not in its unit, so that it converts to nothing else.
    "decibel = [level] = dB",
    "nephelometric_turbidity_unit = [nephelometric_turbidity] = NTU = ntu",
    "formazin_nephelometric_unit = [formazin_turbidity] = FNU = fnu",
    "fluorescein_fluorescence_unit = [fluorescein_fluorescence] = FFU = ffu",
    "practical_salinity_unit = 1 = psu = PSU",
    # P06 has units of their own for these.
    "degree_north = degree = degrees_north = degree_N",
    "degree_east = degree = degrees_east = degree_E",
    "degree_true = degree = degrees_true = degree_T",
    "ppmv = 1e-6",
    "ppbv = 1e-9",
    "pptrv = 1e-12",
    # The spellings of P06 and of data centres, where pint has none or takes them for another unit.
    "permille = 1e-3 = ‰ = ppt",
    "per_ten_thousand = 1e-4 = pptt",
    "ppb = 1e-9",
    "pptr = 1e-12",
    "tritium_unit = 1e-18 = TU",
    "einstein = mole = E",
    "atom = count = at",
    "sverdrup = 1e6 * meter ** 3 / second = Sv = sv",
    "bar = 1e5 * pascal = b = Bar",
    "becquerel = count / second = Bq = bequerel",
    "month = year / 12 = mon",
    "week = 7 * day = wk",
    "@alias count = number",
    "@alias pixel = px",
    "@alias nautical_mile = Nm",
)

_ONE: Final = frozenset({"-", "none", "dmnless", "dimensionless", "unit", "units", "relative unit", "ph", "ph units"})
_LONGEST: Final = 100
_SIGNS: Final = str.maketrans("µμº·⁻−⁰¹²³⁴⁵⁶⁷⁸⁹", "uu°.--0123456789")
_CAPITALISED = re.compile(r"\b[A-Z][a-z]{3,}\b")
_RESPELLINGS: Final = tuple(
    (re.compile(pattern), spelling)
    for pattern, spelling in (
        (r"(?:°|\b[Dd]eg(?:ree)?s?)[ ._]*([CFK])(?:elsius|ahrenheit|elvin)?\b", r"deg\1"),
        (r"\*\*", "^"),
        (r"#", "count"),
        (r"%", "percent"),
        (r"^per (?:thousand|mille)$|‰", "permille"),
        (r"^per | per ", "/"),
        (r"^/", "1/"),
        (r"\bdeg(?:ree)?s?[ _](?=celsius|fahrenheit|kelvin)", ""),
        (r"(?<=metre) (?:square|squared|carr[eé])\b|(?<=meter) squared?\b", "^2"),
        (r"(?<=metre) (?:cube|cubed)\b|(?<=meter) cubed?\b", "^3"),
        (r"(?<=[a-z])(?:Quanta|Photons)\b", ""),  # microMoleQuanta
        (r"\b(u|m|n|micro|milli|nano)M(?=ole\b)", r"\1m"),
        (r"\b(u|m|n|micro|milli|nano)Einsteins?\b", r"\1E"),
        (r"\bdeg(?:ree)?s?[ _](?=north|east|true|[NET]\b)", "degree_"),
        (r"°", "degree"),
        (r"\b(femto|pico|nano|micro|milli|centi|deci|hecto|kilo|mega) (?=[a-z])", r"\1"),
        (r" \([a-z]+\)$", ""),  # micrometres (microns)
        # What the amount is of, as in micromole nitrogen/m3 and mg C m-3.
        (r"(?<=\S) (?:carbon|nitrogen|phosphorus|silicon|oxygen|chlorophyll|photons?|dry|sed)\b", ""),
        (r"(?<=[gl]) (?:C|N|P|Si|O2?|Chl)\b", ""),
        (r"([A-Z])\.([A-Z])\.([A-Z])\b", r"\1\2\3"),  # F.T.U, an abbreviation and no product
        (r"(?<=[\w)])\.(?=[A-Za-z(])", "*"),  # m2.s
        (r"\b10[+^]([+-]?\d+)", r"1e\1 "),  # 10+6/m3, 10^6at/kg
        (r"/(\d+) ?(?=[A-Za-z])", r"/\1/"),  # ug/5cm^3
        (r"(?<!\d[eE])(?<=[A-Za-z)])\^?([+-]?\d+)", r"^\1 "),  # m-3
    )
)
_POWER = r"\^[+-]?[0-9]{1,2}"
_FACTOR = rf"(?:[A-Za-z_]+(?:{_POWER})?|[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{{1,3}})?)"
_TIMES = r"(?: ?[*/] ?| )"
_GROUP = rf"\( ?{_FACTOR}(?:{_TIMES}{_FACTOR})* ?\)(?:{_POWER})?"
_PRODUCT = re.compile(rf"(?:{_FACTOR}|{_GROUP})(?:{_TIMES}(?:{_FACTOR}|{_GROUP}))*")
"""What pint is given: factors and one level of parentheses. No number has a power, so that none explodes."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A value in the unit, times ``factor`` plus ``offset``, is one in base units of these ``dimensions``.

    ``symbols`` is how it was spelled, in any order: ``mg/m^3`` and ``milligram m-3`` have equal symbols, while
    ``umol/l`` and ``mmol/m^3`` are of the same size only. ``offset`` is 0 but for temperatures.
    """

    factor: float
    offset: float
    dimensions: frozenset[tuple[str, float]]
    symbols: frozenset[tuple[str, float]]

    def converts_to(self, other: "Unit") -> bool:
        """Tell whether both measure the same kind of quantity."""
        return self.dimensions == other.dimensions

    def same_size(self, other: "Unit") -> bool:
        """Tell whether a value has the same number in both."""
        return (
            self.converts_to(other)
            and math.isclose(self.factor, other.factor, rel_tol=1e-6)
            and math.isclose(self.offset, other.offset, abs_tol=1e-6)
        )


@lru_cache(maxsize=4096)
def parse_unit(text: str) -> Unit | None:
    """Read a spelling such as ``mg/m^3``, ``milligram/(m2.day)``, ``W m-2 nm-1`` or ``10+6/m3``.

    ``None`` means that the spelling is not understood, not that it is wrong.
    """
    if len(text) > _LONGEST:
        return None
    spelling = _respelled(text)
    return _read(spelling) if _PRODUCT.fullmatch(spelling) else None


def _respelled(text: str) -> str:
    spelling = " ".join(text.translate(_SIGNS).split())
    if spelling.lower() in _ONE:
        return "1"
    spelling = _CAPITALISED.sub(lambda word: word[0].lower(), spelling)
    for pattern, replacement in _RESPELLINGS:
        spelling = pattern.sub(replacement, spelling)
    return " ".join(spelling.split())


def _read(product: str) -> Unit | None:
    import pint  # noqa: PLC0415 - most commands read no unit

    try:
        parsed = pint.util.ParserHelper.from_string(product)
        # pint keeps all it ever converted. Asked for single names only, it cannot be filled without end.
        named = [(_named(name), power) for name, power in cast("Mapping[str, float]", parsed).items()]
        number = cast("float", parsed.scale)
        factor = number * math.prod(unit.factor**power for unit, power in named)
    except (pint.PintError, KeyError, ArithmeticError):  # such as mdegC, salinity, m/0
        return None
    if not 0 < factor < math.inf:
        return None
    alone = number == 1 and [power for _, power in named] == [1]
    return Unit(
        factor=factor,
        offset=named[0][0].offset if alone else 0.0,  # in a product, a temperature is a difference
        dimensions=_sum((unit.dimensions, power) for unit, power in named),
        symbols=_sum((unit.symbols, power) for unit, power in named) | ({(f"{number:g}", 1)} if number != 1 else set()),
    )


def _named(name: str) -> Unit:
    registry, names = _registry()
    # pint adds each prefixed unit it meets to its own, and would give it a second prefix.
    found = [prefix + base for prefix, base, _ in registry.parse_unit_name(name) if base in names]
    if not found:
        raise KeyError(name)
    unit = registry.parse_units(found[0])
    zero, one, two = (registry.Quantity(value, unit).to_root_units().magnitude for value in (0.0, 1.0, 2.0))
    if not math.isclose(two - one, one - zero, rel_tol=1e-6):  # dBm and the like have no size
        raise KeyError(name)
    dimensions = cast("Mapping[str, float]", registry.get_dimensionality(unit))
    return Unit(one - zero, zero, frozenset(dimensions.items()), frozenset({(str(unit), 1)}))


def _sum(terms: Iterable[tuple[frozenset[tuple[str, float]], float]]) -> frozenset[tuple[str, float]]:
    total: dict[str, float] = {}
    for powers, times in terms:
        for base, power in powers:
            total[base] = total.get(base, 0) + power * times
    return frozenset((base, power) for base, power in total.items() if power)


@cache  # the same for all, never changed after; a tenth of a second that only the first reader of a unit waits for
def _registry() -> tuple["pint.UnitRegistry[float]", frozenset[str]]:
    """Return pint's registry with our definitions, and the names that were defined in it."""
    import pint  # noqa: PLC0415 - most commands read no unit

    # Both sets of definitions are loaded before pint resolves any, so that ours hold for units derived by pint's.
    registry: pint.UnitRegistry[float] = pint.UnitRegistry(None, on_redefinition="ignore")
    registry.load_definitions(Path(pint.__file__).with_name("default_en.txt"))
    registry.load_definitions(_DEFINITIONS)
    return registry, frozenset(registry)
