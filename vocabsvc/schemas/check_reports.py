"""Reports on whole vocabularies and on mapping sets as JSON."""

from typing import Generic, TypeVar

from pydantic import AliasPath, BaseModel, Field

from vocabsvc.model.mapping_report import MappingReport
from vocabsvc.model.report import Severity
from vocabsvc.model.vocabulary_report import VocabularyReport
from vocabsvc.schemas.reports import MessageOut


class ExampleOut(BaseModel):
    """Where one finding was made; ``concept`` is empty where the vocabulary as a whole is meant."""

    concept: str
    value: str


class PlaceOut(BaseModel):
    """Where one finding was made; ``line`` and ``column`` are 0 where no row and no cell is meant."""

    line: int
    column: int
    value: str


ExampleT = TypeVar("ExampleT", bound=BaseModel)


class FindingGroupOut(BaseModel, Generic[ExampleT]):
    """How often one fault was found, and the first of the findings."""

    code: str = Field(validation_alias=AliasPath("first", "code"))
    severity: Severity = Field(validation_alias=AliasPath("first", "severity"))
    message: MessageOut = Field(validation_alias=AliasPath("first", "message"))
    count: int
    examples: list[ExampleT]


class NotAssessedOut(BaseModel):
    """What a check could not judge."""

    code: str
    message: MessageOut


class VocabularyReportOut(BaseModel):
    """``conforms`` means: no violation among the findings."""

    vocabulary: str
    conforms: bool
    findings: list[FindingGroupOut[ExampleOut]] = Field(validation_alias="groups")
    not_assessed: list[NotAssessedOut]

    @classmethod
    def of(cls, report: VocabularyReport) -> "VocabularyReportOut":
        """Build from the model."""
        return cls.model_validate(report, from_attributes=True)


class MappingReportOut(BaseModel):
    """``conforms`` means: no violation among the findings."""

    mapping_set: str
    file: str
    conforms: bool
    findings: list[FindingGroupOut[PlaceOut]] = Field(validation_alias="groups")
    not_assessed: list[NotAssessedOut]

    @classmethod
    def of(cls, report: MappingReport) -> "MappingReportOut":
        """Build from the model."""
        return cls.model_validate(report, from_attributes=True)
