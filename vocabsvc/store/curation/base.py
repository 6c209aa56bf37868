"""What services ask of the log of decisions, wherever it is kept."""

from collections.abc import Sequence
from typing import Protocol

from vocabsvc.model.decision import Decision


class DecisionLog(Protocol):
    """An append-only log. Threads may share it, and other processes may write to it."""

    def since(self, sequence: int) -> tuple[Decision, ...]:
        """Return what was decided after a decision, in order; all for 0.

        Raises:
            DatabaseUnreachable: the log is away.
        """
        ...

    def append(self, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
        """Write decisions, all or none, and return them with their ``sequence``; they are on disk then.

        Raises:
            DecisionConflict: the ``number`` of one is not the next of its mapping.
            DatabaseUnreachable: the log is away or cannot be written.
        """
        ...

    def close(self) -> None:
        """Leave no connection open."""
        ...
