"""What validation answers (SHACL's report and its entries, with a place in the source)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from vocabsvc.model.fair import FairSummary


class Severity(StrEnum):
    """sh:Violation, sh:Warning, sh:Info; most severe first."""

    VIOLATION = "violation"
    WARNING = "warning"
    INFO = "info"


class State(StrEnum):
    """What came of a check; what was not assessed is never called passed."""

    FAIL = "fail"
    NOT_ASSESSED = "not_assessed"
    PASS = "pass"  # noqa: S105 - a state, no password
    NOT_APPLICABLE = "not_applicable"


class Action(StrEnum):
    """What an edit does at its ``xpath``: put a text or attribute value there, or elements beside or inside."""

    REPLACE = "replace"
    REMOVE = "remove"
    INSERT_BEFORE = "insert_before"
    INSERT_AFTER = "insert_after"
    APPEND = "append"
    REPLACE_ELEMENT = "replace_element"


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of a record. ``xpath`` uses its own prefixes, and ends in ``/@name`` for an attribute.

    ``value`` is the new text, or for what is inserted XML whose prefixes are declared in it or at that place.
    """

    xpath: str
    action: Action
    value: str = ""


@dataclass(frozen=True, slots=True)
class Fix:
    """What puts a result right; ``safe`` means that it can be made without asking."""

    edits: tuple[Edit, ...]
    safe: bool = False


class Place(NamedTuple):
    """Line and column (from 1) of a start tag, and its path with the record's own prefixes."""

    line: int
    column: int
    xpath: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidationResult:
    """One cause, found at ``count`` places. Texts are by language, ``en`` and ``fr``.

    ``constraint`` is the name of the constraint, of which several may share a ``code``. ``line``, ``column`` and
    ``xpath`` are of the first place: the start tag of the element concerned, for what is missing of the element
    that should hold it; ``more`` are the others. ``source_line`` is the text of that line, from the start tag on
    where it is long. ``value`` is the offending text, ``""`` where there is none; ``expected`` what could stand
    there instead, closest first. ``node`` is the IRI of the element in the record's graph. ``clause`` says where the
    rule comes from.
    """

    code: str
    constraint: str
    severity: Severity
    profiles: tuple[str, ...]
    clause: str
    message: Mapping[str, str]
    line: int
    column: int
    xpath: str
    state: State = State.FAIL
    source_line: str = ""
    value: str = ""
    expected: tuple[str, ...] = ()
    node: str = ""
    hint: Mapping[str, str] = field(default_factory=dict)
    fix: Fix | None = None
    count: int = 1
    more: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordSummary:
    """Which record a report is about; ``encoding`` is ``iso19139``, ``iso19115-3`` or ``eml``."""

    identifier: str
    title: str
    encoding: str


@dataclass(frozen=True, slots=True)
class ValidationReport:
    """``conforms`` means: no violation among ``results``: the most severe first, what was not assessed last.

    ``results`` are what failed or was not assessed; ``met`` what passed or did not apply. ``namespaces`` are those
    that the paths of results use, by prefix. ``fair`` is there where the profile of that name was asked for.
    ``sparql_shapes`` counts the shapes whose SPARQL constraints were left to pySHACL.
    """

    conforms: bool
    record: RecordSummary
    profiles: tuple[str, ...]
    results: tuple[ValidationResult, ...]
    met: tuple[ValidationResult, ...] = ()
    namespaces: Mapping[str, str] = field(default_factory=dict)
    fair: FairSummary | None = None
    sparql_shapes: int = 0

    def counts(self) -> Mapping[str, int]:
        """Return how many places failed, by severity, and how many were ``not_assessed``."""
        counted: dict[str, int] = dict.fromkeys((*Severity, State.NOT_ASSESSED), 0)
        for result in self.results:
            counted[State.NOT_ASSESSED if result.state is State.NOT_ASSESSED else result.severity] += result.count
        return counted


@dataclass(frozen=True, slots=True)
class FileVerdict:
    """What is counted of a report: ``codes`` are those that failed; ``refusal`` says where and why nothing was read."""

    conforms: bool
    codes: frozenset[str]
    refusal: str


@dataclass(frozen=True, slots=True)
class FileReport:
    """The report on one record of a file."""

    file: str
    report: ValidationReport

    @property
    def verdict(self) -> FileVerdict:
        """Return what is counted of it."""
        results = self.report.results
        codes = frozenset(result.code for result in results if result.state is State.FAIL)
        refusal = ""
        if not self.report.record.encoding:
            refusal = f"{self.file}:{results[0].line}:{results[0].column}: {results[0].value}"
        return FileVerdict(self.report.conforms, codes, refusal)


@dataclass(frozen=True, slots=True)
class WrittenReport:
    """The same as it is to be printed: a process hands this to another in a fraction of the time."""

    text: str
    verdict: FileVerdict
