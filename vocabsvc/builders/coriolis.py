"""The parameter codes of the Coriolis data centre: a vocabulary that the hub publishes itself."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from vocabsvc.builders.emso import UNITS
from vocabsvc.builders.graph import HUB, VocabularyGraph
from vocabsvc.builders.nvs import RELATED
from vocabsvc.builders.recipe import Edition
from vocabsvc.builders.sources import SourceFolder
from vocabsvc.formats.unit import parse_unit
from vocabsvc.model.label import LangString

CODES = "argo-nvs/api_coriolis_parameter_codes.json"
SCHEME = f"{HUB}coriolis/"


@dataclass(frozen=True, slots=True)
class CoriolisParameter:
    """One code of Coriolis; ``name`` is its GF3 name, strict where there is one, else extended.

    ``other_name`` is the extended name beside a strict one, ``parent`` the code that this one adjusts or
    qualifies; both may be ``""``.
    """

    code: str
    name: str
    other_name: str
    label: str
    unit: str
    parent: str

    @property
    def uri(self) -> str:
        """The IRI below ``HUB``."""
        return f"{SCHEME}{self.code}"


def parameters(sources: SourceFolder) -> Iterator[CoriolisParameter]:
    """Yield the codes in the order of the file, each once (its list of valid codes repeats some)."""
    for code, entry in json.loads(sources.read(CODES))["data"]["codes"].items():
        strict, extended = entry["gf3_strict_name"], entry["gf3_extended_name"]
        parent = entry["parent_code"]
        yield CoriolisParameter(
            code=code,
            name=strict or extended,
            other_name=extended if strict else "",
            label=entry["label"],
            unit=entry["unit"],
            parent=parent if parent not in {"0", code} else "",
        )


def fill_coriolis(sources: SourceFolder, graph: VocabularyGraph) -> Edition:
    """Add the codes; a unit is linked to P06 where exactly one current P06 unit is spelled alike."""
    found = list(parameters(sources))
    units = _unit_uris(sources)
    for parameter in found:
        uri = parameter.uri
        graph.add_concept(uri, SCHEME, [LangString(parameter.label, "en")], [parameter.name, parameter.code])
        graph.add_label(uri, "altLabel", LangString(parameter.other_name))
        graph.add_term(uri, "unit", parameter.unit)
        unit = parse_unit(parameter.unit)
        if unit and (target := units.get(unit.symbols)):
            graph.add_link(uri, RELATED, target)
    for parameter in found:
        if parameter.parent:
            graph.add_link(parameter.uri, RELATED, SCHEME + parameter.parent)
    return Edition(
        date=json.loads(sources.read(CODES))["last_update"][:10],
        missing=(
            "Coriolis states no licence for its codes.",
            "Names are in English only. Deprecated codes are not marked.",
            "Code 146 stands for several sampling intervals that the source does not tell apart.",
        ),
    )


def _unit_uris(sources: SourceFolder) -> dict[frozenset[tuple[str, float]], str]:
    """Return the P06 unit for each spelling that only one current unit has."""
    by_spelling: dict[frozenset[tuple[str, float]], set[str]] = {}
    for row in sources.rows(UNITS):
        unit = parse_unit(row["altLabel"])
        plain = " " not in row["altLabel"] and row["deprecated"] != "true"
        if unit and unit.symbols and plain:
            by_spelling.setdefault(unit.symbols, set()).add(row["uri"])
    return {symbols: uris.pop() for symbols, uris in by_spelling.items() if len(uris) == 1}
