"""Local terms and their candidates as JSON."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from vocabsvc.formats.parameters.table import ParameterRow
from vocabsvc.model.candidate import Candidate, LocalTerm, TermCandidates, TermKind
from vocabsvc.services.mapper.mapper import LONGEST_NAME, MOST_CANDIDATES, MOST_TERMS

Text = Annotated[str, Field(max_length=LONGEST_NAME)]

_MOST_SIBLINGS = 1000


class TermIn(BaseModel):
    """A parameter as a data centre names it; at least one name is needed, further keys are passed over.

    ``siblings`` are the local names of the other columns of its file.
    """

    local_name: Text = ""
    long_name: Text = ""
    unit: Text = ""
    centre: Text = ""
    standard_name: Text = ""
    method: Text = ""
    instrument: Text = ""
    siblings: list[Text] = Field(default_factory=list, max_length=_MOST_SIBLINGS)

    def to_model(self) -> LocalTerm:
        """Return the model's form."""
        return LocalTerm(**{**self.model_dump(), "siblings": tuple(self.siblings)})


class MapIn(BaseModel):
    """Terms to map; ``target`` is one vocabulary id or several with commas."""

    model_config = ConfigDict(extra="forbid")

    target: str = Field(min_length=1, max_length=200, examples=["P01", "P01,P07"])
    limit: int = Field(default=5, ge=1, le=MOST_CANDIDATES)
    lang: str = Field(default="", max_length=35, description="Language of the reasons: en, fr")
    terms: list[TermIn] = Field(max_length=MOST_TERMS)


class AnswerFormat(StrEnum):
    """How the answer for a file is written."""

    JSON = "json"
    TSV = "tsv"
    SSSOM = "sssom"


class MapFileIn(BaseModel):
    """What is asked of a file; ``centre`` and ``instrument`` hold for rows that do not say."""

    target: str = Field(min_length=1, max_length=200, description="Vocabulary ids, with commas")
    limit: int = Field(default=5, ge=1, le=MOST_CANDIDATES, description="Most candidates for a row")
    centre: str = Field(default="", max_length=200, description="Whose names they are, such as coriolis")
    instrument: str = Field(default="", max_length=1000, description="What measured it, such as CTD")
    lang: str = Field(default="", max_length=35, description="Language of the reasons: en, fr")
    format: AnswerFormat = AnswerFormat.JSON


class TermOut(BaseModel):
    """The term as sent, without its siblings."""

    local_name: str
    long_name: str
    unit: str
    centre: str
    standard_name: str
    method: str
    instrument: str

    @classmethod
    def of(cls, term: LocalTerm) -> "TermOut":
        """Build from the model."""
        return cls(**{name: getattr(term, name) for name in cls.model_fields})


class EvidenceOut(BaseModel):
    """A reason; ``weight`` is what it adds to the logarithm of the odds, and below 0 it speaks against."""

    kind: str
    text: str
    weight: float


class CandidateOut(BaseModel):
    """A proposal; a published mapping of the centre stands before every guess."""

    uri: str
    notation: str
    pref_label: str
    score: float
    predicate_id: str
    mapping_justification: str
    explanation: str
    evidence: list[EvidenceOut]

    @classmethod
    def of(cls, candidate: Candidate) -> "CandidateOut":
        """Build from the model."""
        return cls(
            uri=candidate.uri,
            notation=candidate.notation,
            pref_label=candidate.pref_label.text,
            score=candidate.score,
            predicate_id=candidate.predicate_id,
            mapping_justification=candidate.mapping_justification,
            explanation=candidate.explanation,
            evidence=[EvidenceOut(kind=one.kind, text=one.text, weight=one.weight) for one in candidate.evidence],
        )


class TermCandidatesOut(BaseModel):
    """The candidates of one term, best first; with ``no_match`` they are near misses, and none is a proposal.

    ``kind`` tells what is no parameter: a flag, an error, a dimension, something ancillary.
    """

    term: TermOut
    kind: TermKind
    no_match: bool
    candidates: list[CandidateOut]

    @classmethod
    def of(cls, answer: TermCandidates) -> "TermCandidatesOut":
        """Build from the model."""
        return cls(
            term=TermOut.of(answer.term),
            kind=answer.kind,
            no_match=answer.no_match,
            candidates=[CandidateOut.of(candidate) for candidate in answer.candidates],
        )


class MapOut(BaseModel):
    """One result a term, in input order."""

    results: list[TermCandidatesOut]


class RowCandidatesOut(TermCandidatesOut):
    """The candidates of one row of a file: ``row`` is all that the file says of it, ``line`` where it stands."""

    row: dict[str, str]
    line: int

    @classmethod
    def of_row(cls, row: ParameterRow, answer: TermCandidates) -> "RowCandidatesOut":
        """Build from the model."""
        return cls(**vars(TermCandidatesOut.of(answer)), row=dict(row.cells), line=row.line)


class FileMapOut(BaseModel):
    """One result a row, in the order of the file."""

    results: list[RowCandidatesOut]

    @classmethod
    def of_rows(cls, rows: Iterable[ParameterRow], answers: Iterable[TermCandidates]) -> "FileMapOut":
        """Build from the model."""
        pairs = zip(rows, answers, strict=True)
        return cls(results=[RowCandidatesOut.of_row(row, answer) for row, answer in pairs])
