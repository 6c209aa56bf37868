"""What is asked of the mapper and what it proposes."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
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

    ``weight`` is how much the logarithm of the candidate's odds changes by it; below 0 speaks against. ``french`` is
    the phrase in French, ``""`` where there is none.
    """

    kind: str
    text: str
    weight: float
    french: str = ""


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

    def spoken(self, language: str) -> "Candidate":
        """Return the candidate with its reasons in a language, as far as there are any in it."""
        if not is_french(language) or not all(one.french for one in self.evidence):
            return self
        evidence = tuple(replace(one, text=one.french) for one in self.evidence)
        return replace(self, evidence=evidence, explanation=explained(evidence))


@dataclass(frozen=True, slots=True)
class TermCandidates:
    """The candidates for one term, best first; empty is an honest answer.

    With ``no_match`` no candidate is likely enough to be proposed: those given are near misses.
    """

    term: LocalTerm
    candidates: tuple[Candidate, ...]
    no_match: bool = False
    kind: TermKind = TermKind.PARAMETER

    def spoken(self, language: str) -> "TermCandidates":
        """Return the answer with its reasons in a language, as far as there are any in it."""
        return replace(self, candidates=tuple(one.spoken(language) for one in self.candidates))


def is_french(language: str) -> bool:
    """Tell whether a language tag is French, of whatever country."""
    return language.lower().partition("-")[0] == "fr"


def explained(evidence: Sequence[Evidence]) -> str:
    """Return evidence as a sentence, what weighs most first; what alone decides needs no weight."""
    if len(evidence) == 1:
        return evidence[0].text
    return "; ".join(f"{one.text} ({one.weight:+.1f})" for one in evidence)
