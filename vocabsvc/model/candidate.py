"""What is asked of the mapper and what it proposes."""

from dataclasses import dataclass
from enum import StrEnum

from vocabsvc.model.label import LangString


class TermKind(StrEnum):
    """What a column holds; only ``PARAMETER`` says that it measures or counts something."""

    PARAMETER = "parameter"
    QUALITY_FLAG = "quality_flag"
    ERROR = "error"
    DIMENSION = "dimension"
    ANCILLARY = "ancillary"


@dataclass(frozen=True, slots=True)
class LocalTerm:
    """A parameter as a data centre names it; everything but one of the names may be empty.

    ``siblings`` are the local names of the other columns of the same file.
    """

    local_name: str = ""
    long_name: str = ""
    unit: str = ""
    centre: str = ""
    standard_name: str = ""
    method: str = ""
    instrument: str = ""
    siblings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evidence:
    """A reason for or against a candidate: ``kind`` is the sort of reason, ``text`` an English phrase.

    ``weight`` is how much the logarithm of the candidate's odds changes by it; below 0 speaks against.
    """

    kind: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A concept proposed for a local term. A proposal is not a mapping.

    ``score`` is the probability that the concept is right, in [0, 1]; only a published mapping of the same centre
    reaches its own confidence above every guess. ``explanation`` says the ``evidence`` in one English sentence.
    """

    uri: str
    notation: str
    pref_label: LangString
    score: float
    predicate_id: str
    mapping_justification: str
    explanation: str
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class TermCandidates:
    """The candidates for one term, best first; empty is an honest answer.

    With ``no_match`` no candidate is likely enough to be proposed: those given are near misses.
    """

    term: LocalTerm
    candidates: tuple[Candidate, ...]
    no_match: bool = False
    kind: TermKind = TermKind.PARAMETER
