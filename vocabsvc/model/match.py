"""Look-up results that say why they were found."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from vocabsvc.model.concept import ConceptRef

ItemT = TypeVar("ItemT")


class MatchKind(StrEnum):
    """How the query met the label, best first."""

    NOTATION = "notation"
    EXACT = "exact"
    WORDS = "words"
    PREFIX = "prefix"
    FUZZY = "fuzzy"


@dataclass(frozen=True, slots=True)
class Match:
    """Which label was met: ``field`` is notation, uri, pref_label, alt_label or hidden_label, ``text`` its text.

    ``score`` is in [0, 1] and falls from hit to hit.
    """

    field: str
    text: str
    lang: str
    kind: MatchKind
    score: float


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found, and why."""

    concept: ConceptRef
    match: Match


@dataclass(frozen=True, slots=True)
class Page(Generic[ItemT]):
    """A slice of a list of ``total`` items; ``total`` is exact."""

    total: int
    items: tuple[ItemT, ...]
