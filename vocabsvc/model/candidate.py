"""What is asked of the mapper and what it proposes."""

from dataclasses import dataclass

from vocabsvc.model.label import LangString


@dataclass(frozen=True, slots=True)
class LocalTerm:
    """A parameter as a data centre names it; everything but one of the names may be empty."""

    local_name: str = ""
    long_name: str = ""
    unit: str = ""
    centre: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept proposed for a local term. A proposal is not a mapping.

    ``score`` is in [0, 1]; only a published mapping of the same centre reaches its own confidence above
    every guess. ``explanation`` names the evidence in one English sentence.
    """

    uri: str
    notation: str
    pref_label: LangString
    score: float
    predicate_id: str
    mapping_justification: str
    explanation: str


@dataclass(frozen=True, slots=True)
class TermCandidates:
    """The candidates for one term, best first; empty is an honest answer."""

    term: LocalTerm
    candidates: tuple[Candidate, ...]
