"""What a check of a mapping set answers."""

from dataclasses import dataclass

from vocabsvc.model.findings import CheckReport, Finding


@dataclass(frozen=True, slots=True)
class MappingFinding(Finding):
    """``line`` and ``column`` (the position of the cell in its line) count from 1.

    ``line`` is 0 where the set as a whole is meant, ``column`` where no cell is.
    """

    line: int
    column: int


@dataclass(frozen=True, slots=True)
class MappingReport(CheckReport[MappingFinding]):
    """``mapping_set`` is an id, ``file`` a name as it was given."""

    mapping_set: str
    file: str
