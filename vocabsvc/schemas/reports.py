"""Validation reports as JSON."""

from pydantic import BaseModel

from vocabsvc.model.fair import FairState, FairSummary
from vocabsvc.model.report import Action, FileReport, Fix, Severity, State, ValidationReport, ValidationResult


class MessageOut(BaseModel):
    """A message in both languages."""

    en: str
    fr: str


class RecordOut(BaseModel):
    """Which record; ``encoding`` is iso19139, iso19115-3 or eml."""

    identifier: str
    title: str
    encoding: str


class EditOut(BaseModel):
    """One change at ``xpath``, which ends in ``/@name`` for an attribute; ``value`` is a text, or XML to insert."""

    xpath: str
    action: Action
    value: str


class FixOut(BaseModel):
    """The edits that put a result right; ``safe`` means that they can be made without asking."""

    edits: list[EditOut]
    safe: bool

    @classmethod
    def of(cls, fix: Fix) -> "FixOut":
        """Build from the model."""
        edits = [EditOut(xpath=edit.xpath, action=edit.action, value=edit.value) for edit in fix.edits]
        return cls(edits=edits, safe=fix.safe)


class PlaceOut(BaseModel):
    """The start tag of an element."""

    line: int
    column: int
    xpath: str


class ResultOut(BaseModel):
    """One cause, at the start tag of the element concerned; ``more`` are the other places that ``count`` counts.

    For what is missing, ``xpath`` is the element that should hold it. ``expected`` is what could stand there, closest
    first. ``constraint`` is the name of the rule, of which several may share a ``code``.
    """

    code: str
    constraint: str
    severity: Severity
    profiles: list[str]
    clause: str
    state: State
    line: int
    column: int
    source_line: str
    xpath: str
    value: str
    expected: list[str]
    fix: FixOut | None
    message: MessageOut
    hint: MessageOut | None
    count: int
    more: list[PlaceOut]

    @classmethod
    def of(cls, result: ValidationResult) -> "ResultOut":
        """Build from the model."""
        return cls(
            code=result.code,
            constraint=result.constraint,
            severity=result.severity,
            profiles=list(result.profiles),
            clause=result.clause,
            state=result.state,
            line=result.line,
            column=result.column,
            source_line=result.source_line,
            xpath=result.xpath,
            value=result.value,
            expected=list(result.expected),
            fix=None if result.fix is None else FixOut.of(result.fix),
            message=MessageOut(en=result.message["en"], fr=result.message["fr"]),
            hint=MessageOut(en=result.hint["en"], fr=result.hint["fr"]) if result.hint else None,
            count=result.count,
            more=[PlaceOut(line=one.line, column=one.column, xpath=one.xpath) for one in result.more],
        )


class EvidenceOut(BaseModel):
    """What the record says by a property of the record profile; ``value`` is empty for a section."""

    property: str
    value: str
    line: int
    column: int
    xpath: str


class FairIndicatorOut(BaseModel):
    """A FAIR indicator, F1 to R1.3; ``failed`` are the codes of the checks that speak against it."""

    name: str
    state: FairState
    evidence: list[EvidenceOut]
    failed: list[str]


class KeywordShareOut(BaseModel):
    """How many keywords, of ``total``, lead to a term of a vocabulary."""

    linked: int
    total: int


class FairOut(BaseModel):
    """How FAIR the record is; ``not_assessed`` is no praise."""

    indicators: list[FairIndicatorOut]
    keywords: KeywordShareOut

    @classmethod
    def of(cls, summary: FairSummary) -> "FairOut":
        """Build from the model."""
        indicators = [
            FairIndicatorOut(
                name=one.name,
                state=one.state,
                evidence=[
                    EvidenceOut(
                        property=found.property,
                        value=found.value,
                        line=found.line,
                        column=found.column,
                        xpath=found.xpath,
                    )
                    for found in one.evidence
                ],
                failed=list(one.failed),
            )
            for one in summary.indicators
        ]
        share = KeywordShareOut(linked=summary.keywords.linked, total=summary.keywords.total)
        return cls(indicators=indicators, keywords=share)


class ReportOut(BaseModel):
    """``conforms`` means: no violation among the results; ``profiles`` are those asked for with those included.

    ``fair`` is there where the profile ``fair`` was asked for. ``sparql_shapes`` counts the shapes whose SPARQL
    constraints were left to pySHACL.
    """

    conforms: bool
    record: RecordOut
    profiles: list[str]
    results: list[ResultOut]
    fair: FairOut | None
    sparql_shapes: int

    @classmethod
    def of(cls, report: ValidationReport) -> "ReportOut":
        """Build from the model."""
        record = report.record
        return cls(
            conforms=report.conforms,
            record=RecordOut(identifier=record.identifier, title=record.title, encoding=record.encoding),
            profiles=list(report.profiles),
            results=[ResultOut.of(result) for result in (*report.results, *report.met)],
            fair=None if report.fair is None else FairOut.of(report.fair),
            sparql_shapes=report.sparql_shapes,
        )


class ReportsOut(BaseModel):
    """The reports on the records of an envelope, in document order."""

    reports: list[ReportOut]


class FileReportOut(ReportOut):
    """A report of a batch, with the name of its file."""

    file: str

    @classmethod
    def of_file(cls, one: FileReport) -> "FileReportOut":
        """Build from the model."""
        return cls(file=one.file, **dict(ReportOut.of(one.report)))
