"""The variables of a data file with their attributes (CF and ACDD conventions), as parameters."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from vocabsvc.formats.parameters.limits import LONGEST_ATTRIBUTE
from vocabsvc.formats.parameters.table import ParameterRow
from vocabsvc.model.candidate import LocalTerm

Attributes = Mapping[str, str]
"""Attributes that hold text, by name."""

_UNIT = ("units", "unit")
_METHOD = ("method", "methodology", "measurement_method", "sampling_method")
_INSTRUMENT = (
    "instrument",
    "instrument_type",
    "instrument_model",
    "sensor",
    "sensor_type",
    "sensor_model",
    "make_model",
)
_PLATFORM = ("platform", "platform_type", "source")
_CENTRE = ("data_centre", "data_center", "institution")
_DESCRIBED = ("make_model", "sensor_model", "long_name", "comment")
"""Where a variable that stands for an instrument says which (ACDD: ``TEMP:instrument = "instrument_ctd"``)."""


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable; ``group`` is the path of the NetCDF-4 group that it stands in, ``""`` at the root."""

    name: str
    attributes: Attributes = field(default_factory=dict)
    group: str = ""


def parameters_of(variables: Sequence[Variable], attributes: Attributes) -> Iterator[ParameterRow]:
    """Yield each variable as a parameter; the ``attributes`` of the file tell centre, instrument and platform."""
    by_name = {variable.name: variable for variable in variables}
    shared = _texts(attributes, (*_INSTRUMENT, *_PLATFORM))
    centre = _first(attributes, _CENTRE)
    grouped = any(variable.group for variable in variables)
    for position, variable in enumerate(variables, start=1):
        own = (_described(text, by_name) for text in _texts(variable.attributes, _INSTRUMENT))
        term = LocalTerm(
            local_name=_kept(variable.name),
            long_name=_first(variable.attributes, ("long_name",)),
            unit=_first(variable.attributes, _UNIT),
            centre=centre,
            standard_name=_first(variable.attributes, ("standard_name",)),
            method=_first(variable.attributes, _METHOD),
            instrument=_kept("; ".join(dict.fromkeys((*own, *shared)))),
        )
        names = ("local_name", "long_name", "unit", "standard_name", "method", "instrument")
        cells = [(name, str(getattr(term, name))) for name in names]
        yield ParameterRow(term, tuple([("group", variable.group), *cells] if grouped else cells), position)


def _described(text: str, by_name: Mapping[str, Variable]) -> str:
    meant = by_name.get(text)
    return (_first(meant.attributes, _DESCRIBED) or text) if meant else text


def _texts(attributes: Attributes, names: Sequence[str]) -> list[str]:
    return [text for name in names if (text := _first(attributes, (name,)))]


def _first(attributes: Attributes, names: Sequence[str]) -> str:
    return next((text for name in names if (text := _kept(attributes.get(name, "")))), "")


def _kept(text: str) -> str:
    return " ".join(text[: 4 * LONGEST_ATTRIBUTE].split())[:LONGEST_ATTRIBUTE]
