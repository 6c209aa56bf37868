"""What validation answers (SHACL's report and its entries, with a place in the source)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """sh:Violation, sh:Warning, sh:Info; most severe first."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class ValidationResult:
    """One finding. ``message`` is by language, ``en`` and ``fr``.

    ``line`` and ``column`` count from 1 and point at the start tag of the element concerned; for what is
    missing, of the element that should hold it. ``xpath`` uses the record's own prefixes. ``value`` is the
    offending text, ``""`` where there is none.
    """

    code: str
    severity: Severity
    message: Mapping[str, str]
    line: int
    column: int
    xpath: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class RecordSummary:
    """Which record a report is about; ``encoding`` is ``iso19139``, ``iso19115-3`` or ``eml``."""

    identifier: str
    title: str
    encoding: str


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """``conforms`` means: no violation among ``results``, which stand in document order."""

    conforms: bool
    record: RecordSummary
    results: tuple[ValidationResult, ...]
