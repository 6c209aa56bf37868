"""Evidence on the metadata of a collection as JSON."""

from pydantic import BaseModel

from vocabsvc.model.collection_evidence import INDICATORS_OF, REQUIREMENTS, CollectionEvidence, belongs
from vocabsvc.model.fair import FairState
from vocabsvc.model.report import Severity
from vocabsvc.schemas.reports import KeywordShareOut


class ConstraintCountOut(BaseModel):
    """In how many records a check was concerned, and in how many of those it failed or was not assessed."""

    constraint: str
    code: str
    severity: Severity
    concerned: int
    failed: int
    not_assessed: int


class IndicatorCountOut(BaseModel):
    """How many records came to each state of a FAIR indicator."""

    name: str
    records: dict[FairState, int]


class RequirementOut(BaseModel):
    """Which checks and FAIR indicators speak to a requirement of CoreTrustSeal 2023 to 2025."""

    constraints: list[str]
    indicators: list[str]


class CollectionEvidenceOut(BaseModel):
    """Counts over a collection; times are in UTC, ``version`` is that of vocabsvc."""

    begun: str
    ended: str
    version: str
    profiles: list[str]
    records: int
    conforming: int
    unread: int
    keywords: KeywordShareOut
    indicators: list[IndicatorCountOut]
    constraints: list[ConstraintCountOut]
    requirements: dict[str, RequirementOut]

    @classmethod
    def of(cls, evidence: CollectionEvidence) -> "CollectionEvidenceOut":
        """Build from the model."""
        return cls(
            begun=evidence.begun,
            ended=evidence.ended,
            version=evidence.version,
            profiles=list(evidence.profiles),
            records=evidence.records,
            conforming=evidence.conforming,
            unread=evidence.unread,
            keywords=KeywordShareOut(linked=evidence.keywords.linked, total=evidence.keywords.total),
            indicators=[IndicatorCountOut(name=one.name, records=dict(one.records)) for one in evidence.indicators],
            constraints=[
                ConstraintCountOut(
                    constraint=one.constraint,
                    code=one.code,
                    severity=one.severity,
                    concerned=one.concerned,
                    failed=one.failed,
                    not_assessed=one.not_assessed,
                )
                for one in evidence.constraints
            ],
            requirements={name: _requirement(evidence, name) for name in REQUIREMENTS},
        )


def _requirement(evidence: CollectionEvidence, name: str) -> RequirementOut:
    return RequirementOut(
        constraints=[one.constraint for one in evidence.constraints if belongs(one.code, name)],
        indicators=[one.name for one in evidence.indicators if one.name[0] in INDICATORS_OF[name]],
    )
