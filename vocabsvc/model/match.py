"""Look-up results that say why they were found."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.label import LangString

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
    """Which label was met: ``field`` is notation, uri, pref_label, alt_label, hidden_label or former_label.

    A former label is one of a deprecated concept that this one stands in for; ``text`` is the label's text.

    ``score`` is in [0, 1] and falls from hit to hit. ``via`` tells the entry of the glossary through which the
    text was read, ``""`` where it was met as typed.
    """

    field: str
    text: str
    lang: str
    kind: MatchKind
    score: float
    via: str = ""


@dataclass(frozen=True, slots=True)
class Context:
    """What tells apart concepts that share a label: first unit and first broader concept, by language."""

    unit: tuple[LangString, ...] = ()
    broader: tuple[LangString, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """A concept found, and why."""

    concept: ConceptRef
    match: Match
    context: Context = Context()


@dataclass(frozen=True, slots=True)
class Facets:
    """Counts of hits by value, most first: vocabulary ids, status, unit IRIs."""

    vocabulary: tuple[tuple[str, int], ...]
    status: tuple[tuple[str, int], ...]
    unit: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Page(Generic[ItemT]):
    """A slice of a list of ``total`` items; ``total`` is exact."""

    total: int
    items: tuple[ItemT, ...]
