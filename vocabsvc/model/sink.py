"""Where answers are written."""

from typing import Protocol


class ByteSink(Protocol):
    """Where an answer is written; raising from ``write`` stops a query that is emitting."""

    def write(self, data: bytes, /) -> int:
        """Take a piece of the answer and return its length."""
        ...

    def flush(self) -> None:
        """Do nothing, or pass on what was written."""
        ...
