"""Look-up results as JSON."""

from dataclasses import asdict

from pydantic import BaseModel

from vocabsvc.model.match import Hit, MatchKind, Page
from vocabsvc.schemas.concepts import ConceptRefOut, Languages


class MatchOut(BaseModel):
    """Why a concept was found; ``text`` is the label that was met."""

    field: str
    text: str
    lang: str | None
    kind: MatchKind
    score: float


class HitOut(ConceptRefOut):
    """A concept found."""

    match: MatchOut

    @classmethod
    def of_hit(cls, hit: Hit, languages: Languages) -> "HitOut":
        """Build from the model."""
        match = MatchOut(**{**asdict(hit.match), "lang": hit.match.lang or None})
        return cls(**ConceptRefOut.of(hit.concept, languages).model_dump(), match=match)


class HitPageOut(BaseModel):
    """A page of hits; ``total`` is exact."""

    total: int
    results: list[HitOut]

    @classmethod
    def of(cls, page: Page[Hit], languages: Languages) -> "HitPageOut":
        """Build from the model."""
        return cls(total=page.total, results=[HitOut.of_hit(hit, languages) for hit in page.items])
