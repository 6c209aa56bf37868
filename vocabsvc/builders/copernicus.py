"""The Copernicus Marine list of in situ variables, which gives P01 codes, P06 units and CF standard names."""

import re
from dataclasses import dataclass

from vocabsvc.builders.graph import HUB, VocabularyGraph
from vocabsvc.builders.nvs import RELATED, concept_uri
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.model.label import LangString

VARIABLES = "emso-nvs/copernicus/copernicus_variables.md"
SCHEME = f"{HUB}copernicus/"

_CODE = re.compile(r"SDN:(P01|P06)::?(\w+)")
_SLIPS = re.compile(r"\s*\(\d\)$|\s+")
"""A footnote mark after a standard name, or a space in it."""


@dataclass(frozen=True, slots=True)
class InSituVariable:
    """A variable of the list; ``p01`` and ``p06`` are IRIs, ``""`` where the list has none yet."""

    name: str
    long_name: str
    standard_name: str
    unit: str
    p01: str
    p06: str = ""

    @property
    def uri(self) -> str:
        """The IRI below ``HUB``."""
        return f"{SCHEME}{self.name}"


def variables(sources: SourceFolder) -> dict[str, InSituVariable]:
    """Return the variables by name, as the list's Markdown table has them."""
    rows = [line.split("|") for line in sources.read(VARIABLES).decode().splitlines() if line.startswith("|")]
    found: dict[str, InSituVariable] = {}
    for row in rows[2:]:
        name, long_name, standard_name, unit, parameter, parameter_unit = (cell.strip() for cell in row[1:7])
        standard_name = _SLIPS.sub("", standard_name)
        found[name] = InSituVariable(name, long_name, standard_name, unit, _uri(parameter), _uri(parameter_unit))
    return found


def fill_copernicus(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the variables with their units; what they are in P01 and P07 is a mapping set."""
    for variable in variables(sources).values():
        graph.add_concept(variable.uri, SCHEME, [LangString(variable.long_name, "en")], [variable.name])
        graph.add_term(variable.uri, "unit", variable.unit)
        if variable.p06:
            graph.add_link(variable.uri, RELATED, variable.p06)
    return Edition(
        missing=(
            "Neither version nor date of the list is known, nor its licence.",
            "Names are in English only.",
        )
    )


def _uri(cell: str) -> str:
    code = _CODE.fullmatch(cell)
    return concept_uri(code[1], code[2]) if code else ""
