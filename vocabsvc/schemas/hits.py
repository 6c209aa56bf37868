"""Look-up results as JSON."""

from collections.abc import Sequence

from pydantic import BaseModel

from vocabsvc.model.label import LangString, choose_label
from vocabsvc.model.match import Facets, Hit, MatchKind, Page
from vocabsvc.schemas.concepts import ConceptRefOut, Languages


class MatchOut(BaseModel):
    """Why a concept was found; ``text`` is the label that was met, ``via`` how the glossary read the query."""

    field: str
    text: str
    lang: str | None
    kind: MatchKind
    score: float
    via: str | None


class HitOut(ConceptRefOut):
    """A concept found; ``unit`` and ``broader`` tell apart those that share a label."""

    unit: str | None
    broader: str | None
    match: MatchOut

    @classmethod
    def of_hit(cls, hit: Hit, languages: Languages) -> "HitOut":
        """Build from the model."""
        match = hit.match
        return cls(
            **vars(ConceptRefOut.of(hit.concept, languages)),
            unit=_text(hit.context.unit, languages),
            broader=_text(hit.context.broader, languages),
            match=MatchOut(
                field=match.field,
                text=match.text,
                lang=match.lang or None,
                kind=match.kind,
                score=match.score,
                via=match.via or None,
            ),
        )


class HitPageOut(BaseModel):
    """A page of hits; ``total`` is exact."""

    total: int
    results: list[HitOut]

    @classmethod
    def of(cls, page: Page[Hit], languages: Languages) -> "HitPageOut":
        """Build from the model."""
        return cls(total=page.total, results=[HitOut.of_hit(hit, languages) for hit in page.items])


class CountOut(BaseModel):
    """How many hits have a value."""

    value: str
    count: int


class FacetsOut(BaseModel):
    """Counts by value, most first."""

    vocabulary: list[CountOut]
    status: list[CountOut]
    unit: list[CountOut]

    @classmethod
    def of(cls, facets: Facets) -> "FacetsOut":
        """Build from the model."""
        return cls(vocabulary=_counts(facets.vocabulary), status=_counts(facets.status), unit=_counts(facets.unit))


def _counts(pairs: Sequence[tuple[str, int]]) -> list[CountOut]:
    return [CountOut(value=value, count=count) for value, count in pairs]


def _text(labels: Sequence[LangString], languages: Languages) -> str | None:
    label = choose_label(labels, languages)
    return label.text if label else None
