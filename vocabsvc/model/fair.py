"""How FAIR a record is, indicator by indicator, with the evidence."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

INDICATORS: Mapping[str, tuple[str, ...]] = {
    "F": ("F1", "F2", "F3", "F4"),
    "A": ("A1", "A1r"),
    "I": ("I1", "I2", "I3"),
    "R": ("R1", "R1.1", "R1.2", "R1.3"),
}
"""The indicators by the letter that they stand under; A1r, that identifiers resolve, needs the network."""


class FairState(StrEnum):
    """What came of an indicator."""

    MET = "met"
    PARTLY = "partly"
    NOT_MET = "not_met"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a record says by one ``property`` of the record profile, and where; ``value`` is ``""`` for a section."""

    property: str
    value: str
    line: int
    column: int
    xpath: str


@dataclass(frozen=True, slots=True)
class FairIndicator:
    """An indicator: ``evidence`` speaks for it, and ``failed`` are the codes of the checks that speak against it."""

    name: str
    state: FairState
    evidence: tuple[Evidence, ...] = ()
    failed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class KeywordShare:
    """How many keywords of a record, of ``total``, lead to a term of a vocabulary."""

    linked: int
    total: int


@dataclass(frozen=True, slots=True)
class FairSummary:
    """The indicators in the order of ``INDICATORS``."""

    indicators: tuple[FairIndicator, ...]
    keywords: KeywordShare
