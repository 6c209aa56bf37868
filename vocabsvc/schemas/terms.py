"""Local terms and their candidates as JSON."""

from pydantic import BaseModel, ConfigDict, Field

from vocabsvc.model.candidate import Candidate, LocalTerm, TermCandidates
from vocabsvc.services.mapper.mapper import LONGEST_NAME, MOST_CANDIDATES, MOST_TERMS


class TermIn(BaseModel):
    """A parameter as a data centre names it; at least one name is needed, further keys are passed over."""

    local_name: str = Field(default="", max_length=LONGEST_NAME)
    long_name: str = Field(default="", max_length=LONGEST_NAME)
    unit: str = Field(default="", max_length=LONGEST_NAME)
    centre: str = Field(default="", max_length=LONGEST_NAME)

    def to_model(self) -> LocalTerm:
        """Return the model's form."""
        return LocalTerm(self.local_name, self.long_name, self.unit, self.centre)


class MapIn(BaseModel):
    """Terms to map; ``target`` is one vocabulary id or several with commas."""

    model_config = ConfigDict(extra="forbid")

    target: str = Field(min_length=1, max_length=200, examples=["P01", "P01,P07"])
    limit: int = Field(default=5, ge=1, le=MOST_CANDIDATES)
    terms: list[TermIn] = Field(max_length=MOST_TERMS)


class TermOut(BaseModel):
    """The term as sent."""

    local_name: str
    long_name: str
    unit: str
    centre: str


class CandidateOut(BaseModel):
    """A proposal; a published mapping of the centre stands before every guess."""

    uri: str
    notation: str
    pref_label: str
    score: float
    predicate_id: str
    mapping_justification: str
    explanation: str

    @classmethod
    def of(cls, candidate: Candidate) -> "CandidateOut":
        """Build from the model."""
        fields = {name: getattr(candidate, name) for name in cls.model_fields}
        return cls(**{**fields, "pref_label": candidate.pref_label.text})


class TermCandidatesOut(BaseModel):
    """The candidates of one term, best first; none is an honest answer."""

    term: TermOut
    candidates: list[CandidateOut]

    @classmethod
    def of(cls, answer: TermCandidates) -> "TermCandidatesOut":
        """Build from the model."""
        term = answer.term
        return cls(
            term=TermOut(local_name=term.local_name, long_name=term.long_name, unit=term.unit, centre=term.centre),
            candidates=[CandidateOut.of(candidate) for candidate in answer.candidates],
        )


class MapOut(BaseModel):
    """One result a term, in input order."""

    results: list[TermCandidatesOut]
