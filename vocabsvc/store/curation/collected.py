"""What services ask of the names that were collected, wherever they are kept."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.term_request import Occurrence


@dataclass(frozen=True, slots=True)
class Collected:
    """A name for which nothing was found, and one place where it was met; ``siblings`` of the term are not kept."""

    term: LocalTerm
    occurrence: Occurrence


class CollectedTerms(Protocol):
    """A list that grows. Threads may share it, and other processes may write to it."""

    def all(self) -> tuple[Collected, ...]:
        """Return everything, the longest known first.

        Raises:
            DatabaseUnreachable: the database is away.
        """
        ...

    def add(self, collected: Sequence[Collected]) -> None:
        """Count names; one that the same person asked for in the same source is counted on, all or none.

        Raises:
            DatabaseUnreachable: the database is away or cannot be written.
        """
        ...

    def close(self) -> None:
        """Leave no connection open."""
        ...
