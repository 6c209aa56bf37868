"""What the records of a collection show about its quality, as CoreTrustSeal asks for it."""

from collections.abc import Mapping
from dataclasses import dataclass

from vocabsvc.model.constraint import Message
from vocabsvc.model.fair import FairState, KeywordShare
from vocabsvc.model.report import Severity


@dataclass(frozen=True, slots=True)
class ConstraintCount:
    """In how many records a constraint was ``concerned``, and in how many of those it failed or was not assessed."""

    constraint: str
    code: str
    severity: Severity
    name: Message
    concerned: int
    failed: int
    not_assessed: int


@dataclass(frozen=True, slots=True)
class IndicatorCount:
    """How many records came to each state of a FAIR indicator."""

    name: str
    records: Mapping[FairState, int]


@dataclass(frozen=True, slots=True)
class CollectionEvidence:
    """Counts over the records of a collection; ``unread`` are files that hold no readable record.

    ``begun`` and ``ended`` are when the first and the last report were added, in UTC (ISO 8601). ``version`` is that
    of the program.
    """

    begun: str
    ended: str
    version: str
    profiles: tuple[str, ...]
    records: int
    conforming: int
    unread: int
    constraints: tuple[ConstraintCount, ...]
    indicators: tuple[IndicatorCount, ...]
    keywords: KeywordShare


REQUIREMENTS: Mapping[str, tuple[str, ...]] = {
    "R10": ("STR", "MD", "QLT", "EML", "TMP", "GEO", "VER"),
    "R12": ("ID", "KW", "CON", "DST", "LNG", "FAIR-F1", "FAIR-F2", "FAIR-F3", "FAIR-F4", "FAIR-A1"),
    "R13": ("LIC", "KW", "QLT", "FAIR-I1", "FAIR-I2", "FAIR-I3", "FAIR-R1"),
}
"""The requirements of CoreTrustSeal 2023 to 2025 that records speak to, each with the beginnings of codes."""

INDICATORS_OF: Mapping[str, tuple[str, ...]] = {"R10": (), "R12": ("F", "A"), "R13": ("I", "R")}
"""The letters of the FAIR indicators that belong to each requirement."""


def belongs(code: str, requirement: str) -> bool:
    """Tell whether a check speaks to a requirement."""
    return any(code == start or code.startswith((f"{start}-", f"{start}.")) for start in REQUIREMENTS[requirement])
