"""The Copernicus Marine list of in situ variables, which gives P01 codes and CF standard names."""

import re
from dataclasses import dataclass

from vocabsvc.builders.nvs import concept_uri
from vocabsvc.builders.sources import SourceFolder

VARIABLES = "emso-nvs/copernicus/copernicus_variables.md"

_P01 = re.compile(r"SDN:P01::?(\w+)")


@dataclass(frozen=True, slots=True)
class InSituVariable:
    """A variable of the list; ``p01`` is an IRI, ``""`` where the list has none yet."""

    name: str
    long_name: str
    standard_name: str
    unit: str
    p01: str


def variables(sources: SourceFolder) -> dict[str, InSituVariable]:
    """Return the variables by name, as the list's Markdown table has them."""
    rows = [line.split("|") for line in sources.read(VARIABLES).decode().splitlines() if line.startswith("|")]
    found: dict[str, InSituVariable] = {}
    for row in rows[2:]:
        name, long_name, standard_name, unit, parameter = (cell.strip() for cell in row[1:6])
        code = _P01.fullmatch(parameter)
        p01 = concept_uri("P01", code[1]) if code else ""
        found[name] = InSituVariable(name, long_name, standard_name, unit, p01)
    return found
