"""What a source of evidence gives the mapper, and what it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.concept import ConceptRef


@dataclass(frozen=True, slots=True)
class Proposal:
    """A concept that one kind of evidence proposes; ``score`` is in [0, 1].

    ``decided`` marks what the term's own centre published: it stands before every guess.
    """

    concept: ConceptRef
    score: float
    predicate_id: str
    mapping_justification: str
    explanation: str
    decided: bool = False


class Evidence(Protocol):
    """One kind of evidence."""

    def proposals(self, term: LocalTerm, targets: Sequence[str], /) -> Sequence[Proposal]:
        """Return the concepts of the ``targets`` (vocabulary ids in lower case) that the evidence supports."""
        ...
