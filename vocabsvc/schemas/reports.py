"""Validation reports as JSON."""

from pydantic import BaseModel

from vocabsvc.model.report import Severity, ValidationReport, ValidationResult


class MessageOut(BaseModel):
    """What is wrong, in both languages."""

    en: str
    fr: str


class RecordOut(BaseModel):
    """Which record; ``encoding`` is iso19139, iso19115-3 or eml."""

    identifier: str
    title: str
    encoding: str


class ResultOut(BaseModel):
    """One finding, at the start tag of the element concerned."""

    code: str
    severity: Severity
    message: MessageOut
    line: int
    column: int
    xpath: str
    value: str

    @classmethod
    def of(cls, result: ValidationResult) -> "ResultOut":
        """Build from the model."""
        fields = {name: getattr(result, name) for name in cls.model_fields}
        return cls(**{**fields, "message": MessageOut(en=result.message["en"], fr=result.message["fr"])})


class ReportOut(BaseModel):
    """``conforms`` means: no violation among the results."""

    conforms: bool
    record: RecordOut
    results: list[ResultOut]

    @classmethod
    def of(cls, report: ValidationReport) -> "ReportOut":
        """Build from the model."""
        record = report.record
        return cls(
            conforms=report.conforms,
            record=RecordOut(identifier=record.identifier, title=record.title, encoding=record.encoding),
            results=[ResultOut.of(result) for result in report.results],
        )
