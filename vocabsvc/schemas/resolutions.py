"""Cited identifiers and what they mean, as JSON."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from vocabsvc.model.concept import Status
from vocabsvc.model.resolution import Resolution
from vocabsvc.schemas.concepts import ConceptRefOut, Languages
from vocabsvc.services.resolver import LONGEST_ID, MOST_IDS


class ResolveIn(BaseModel):
    """Identifiers in any form in use."""

    model_config = ConfigDict(extra="forbid")

    ids: list[Annotated[str, Field(max_length=LONGEST_ID)]] = Field(max_length=MOST_IDS)


class ResolutionOut(BaseModel):
    """``uri`` is null where the id is unknown, or could be any of ``candidates``."""

    id: str
    uri: str | None = None
    notation: str | None = None
    pref_label: str | None = None
    vocabulary: str | None = None
    status: Status = Status.UNKNOWN
    replaced_by: str | None = None
    candidates: list[str]

    @classmethod
    def of(cls, resolution: Resolution, languages: Languages) -> "ResolutionOut":
        """Build from the model."""
        concept = resolution.concept
        candidates = list(resolution.candidates)
        if concept is None:
            return cls(id=resolution.id, candidates=candidates)
        shown = ConceptRefOut.of(concept, languages)
        return cls(
            id=resolution.id,
            uri=shown.uri,
            notation=shown.notation,
            pref_label=shown.pref_label,
            vocabulary=shown.vocabulary,
            status=concept.status,
            replaced_by=resolution.replaced_by or None,
            candidates=candidates,
        )


class ResolveOut(BaseModel):
    """One result an id, in input order."""

    results: list[ResolutionOut]
