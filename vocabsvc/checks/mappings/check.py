"""What a check of a mapping set is."""

from dataclasses import dataclass

from vocabsvc.checks.check import Check, Found
from vocabsvc.checks.mappings.view import MappingView
from vocabsvc.model.mapping import Mapping


@dataclass(frozen=True, slots=True)
class Fault(Found):
    """A finding before it has its code; without a mapping, the set as a whole is meant. ``slot`` names the cell."""

    mapping: Mapping | None = None
    slot: str = ""
    value: str = ""


MappingCheck = Check[MappingView, Fault]
