"""How much of an answer may still be written."""

from vocabsvc.errors import QueryInterrupted
from vocabsvc.store.rows import RowCount


class Allowance:
    """Bytes and rows that one answer may have; what it is shown is meant to be sent afterwards."""

    def __init__(self, media_type: str, most_bytes: int, most_rows: int) -> None:
        self._room = self._most_bytes = most_bytes
        self._most_rows = most_rows
        self._count = RowCount(media_type)

    def spend(self, piece: bytes | memoryview) -> None:
        """Take account of the next piece of the answer.

        Raises:
            QueryInterrupted: it is over a limit.
        """
        self._room -= len(piece)
        if self._room < 0:
            raise QueryInterrupted(f"the answer is larger than {self._most_bytes} bytes; ask for less")
        self._check(self._count.add(bytes(piece)))

    def end(self) -> None:
        """Take account of the end of the answer.

        Raises:
            QueryInterrupted: it is over a limit.
        """
        self._check(self._count.end())

    def _check(self, rows: int) -> None:
        if rows > self._most_rows:
            raise QueryInterrupted(f"the answer is longer than {self._most_rows} rows; ask for less")
