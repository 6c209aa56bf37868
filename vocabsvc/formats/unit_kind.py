"""Which units may belong to one concept, though they do not convert."""

from typing import Final

from vocabsvc.formats.unit import parse_unit

_ONE_KIND: Final = {
    "[substance]": "[mass]",
    "[nephelometric_turbidity]": "",
    "[formazin_turbidity]": "",
    "[fluorescein_fluorescence]": "",
}


def same_kind(unit: str, other_unit: str) -> bool:
    """Tell whether two units may belong to one concept.

    NVS keeps one concept for a concentration by mass or by mole, and one for turbidity in whatever unit it
    was calibrated. A unit that is not understood agrees with any.
    """
    first, second = parse_unit(unit), parse_unit(other_unit)
    return first is None or second is None or _kind(first.dimensions) == _kind(second.dimensions)


def _kind(dimensions: frozenset[tuple[str, float]]) -> dict[str, float]:
    kind: dict[str, float] = {}
    for base, power in dimensions:
        name = _ONE_KIND.get(base, base)
        kind[name] = kind.get(name, 0) + power
    return {name: power for name, power in kind.items() if name and power}
