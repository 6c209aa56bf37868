"""Candidates and suggested entities as JSON."""

from collections.abc import Iterable, Sequence

from pydantic import BaseModel

from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString
from vocabsvc.model.match import Context, Hit
from vocabsvc.model.reconciliation import ReconciliationCandidate
from vocabsvc.schemas.reconciliation.types import NamedOut, text_of
from vocabsvc.services.reconciliation.identifiers import IdentifierSpace
from vocabsvc.services.reconciliation.types import EntityTypes

DEPRECATED = {"en": "deprecated", "fr": "obsolète"}


class Wording:
    """Writes entities in the ids of one service, and in the languages that were asked."""

    def __init__(self, space: IdentifierSpace, types: EntityTypes, languages: Sequence[str]) -> None:
        self.space = space
        self.languages = languages
        self._types = types

    def name(self, ref: ConceptRef) -> str:
        """Return the label of a concept, or what else it is called by."""
        return text_of(ref.pref_labels, self.languages) or ref.notation or ref.uri

    def types(self, vocabulary: str) -> list[NamedOut]:
        """Return what the concepts of a vocabulary are, the nearest first."""
        return [
            NamedOut(id=one.id, name=text_of(one.names, self.languages) or one.id) for one in self._types.of(vocabulary)
        ]

    def description(self, ref: ConceptRef, context: Context, reasons: Iterable[LangString] = ()) -> str:
        """Return what tells a concept apart: code, status, unit, broader concept, and ``reasons`` in its language."""
        language = next((one for one in self.languages if one in DEPRECATED), "en")
        told = [ref.notation, DEPRECATED[language] if ref.deprecated else ""]
        told += [text_of(labels, self.languages) for labels in (context.unit, context.broader)]
        told += [one.text for one in reasons if one.lang == language]
        return "; ".join(filter(None, told))


class FeatureOut(BaseModel):
    """A part of what a score is made of."""

    id: str
    value: bool | float


class CandidateOut(NamedOut):
    """A candidate; ``score`` is in [0, 100]."""

    description: str | None
    type: list[NamedOut]
    score: float
    match: bool
    features: list[FeatureOut]

    @classmethod
    def of(cls, one: ReconciliationCandidate, wording: Wording) -> "CandidateOut":
        """Build from the model."""
        ref = one.concept
        return cls(
            id=wording.space.id_of(ref.uri),
            name=wording.name(ref),
            description=wording.description(ref, one.context, one.reasons) or None,
            type=wording.types(ref.vocabulary),
            score=one.score,
            match=one.match,
            features=[FeatureOut(id=feature.id, value=feature.value) for feature in one.features],
        )


class ResultOut(BaseModel):
    """The candidates for one query, best first."""

    result: list[CandidateOut]

    @classmethod
    def of(cls, candidates: Iterable[ReconciliationCandidate], wording: Wording) -> "ResultOut":
        """Build from the model."""
        return cls(result=[CandidateOut.of(one, wording) for one in candidates])


class SuggestedOut(NamedOut):
    """A suggested entity; ``notable`` are its types."""

    description: str | None
    notable: list[NamedOut]

    @classmethod
    def of(cls, hit: Hit, wording: Wording) -> "SuggestedOut":
        """Build from the model."""
        return cls(
            id=wording.space.id_of(hit.concept.uri),
            name=wording.name(hit.concept),
            description=wording.description(hit.concept, hit.context) or None,
            notable=wording.types(hit.concept.vocabulary),
        )


class EntitiesOut(BaseModel):
    """Suggested entities."""

    result: list[SuggestedOut]


class FlyoutOut(BaseModel):
    """A small piece of HTML about an entity, a type or a property."""

    id: str
    html: str
