"""Reports on whole vocabularies as JSON."""

from pydantic import BaseModel

from vocabsvc.model.report import Severity
from vocabsvc.model.vocabulary_report import FindingGroup, VocabularyReport
from vocabsvc.schemas.reports import MessageOut


class ExampleOut(BaseModel):
    """Where one finding was made; ``concept`` is empty where the vocabulary as a whole is meant."""

    concept: str
    value: str


class FindingGroupOut(BaseModel):
    """How often one fault was found, and the first of the findings."""

    code: str
    severity: Severity
    message: MessageOut
    count: int
    examples: list[ExampleOut]

    @classmethod
    def of(cls, group: FindingGroup) -> "FindingGroupOut":
        """Build from the model."""
        return cls(
            code=group.first.code,
            severity=group.first.severity,
            message=MessageOut.model_validate(group.first.message),
            count=group.count,
            examples=[ExampleOut(concept=one.concept, value=one.value) for one in group.examples],
        )


class NotAssessedOut(BaseModel):
    """What a check could not judge."""

    code: str
    message: MessageOut


class VocabularyReportOut(BaseModel):
    """``conforms`` means: no violation among the findings."""

    vocabulary: str
    conforms: bool
    findings: list[FindingGroupOut]
    not_assessed: list[NotAssessedOut]

    @classmethod
    def of(cls, report: VocabularyReport) -> "VocabularyReportOut":
        """Build from the model."""
        return cls(
            vocabulary=report.vocabulary,
            conforms=report.conforms,
            findings=[FindingGroupOut.of(group) for group in report.groups],
            not_assessed=[
                NotAssessedOut(code=one.code, message=MessageOut.model_validate(one.message))
                for one in report.not_assessed
            ],
        )
