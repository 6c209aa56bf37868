"""Rows of cells under a row of headings: what a CSV file and a sheet of a workbook have in common."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import zip_longest

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters.headings import fields_of, term_of
from vocabsvc.formats.parameters.limits import LONGEST_CELL, MOST_COLUMNS
from vocabsvc.formats.parameters.table import ParameterRow

_SHOWN = 200


class NoHeadings(UnreadableInput):
    """A first row in which no column is one of names."""


class Grid:
    """The cells of the file ``name``; ``sheet`` is that of a workbook, and ``""`` for a text."""

    def __init__(self, name: str, sheet: str = "") -> None:
        self._name = name
        self._sheet = sheet

    def refusal(self, reason: str, line: int, column: int | None = None) -> UnreadableInput:
        """Return the error that refuses a cell or a whole row; both count from 1."""
        return UnreadableInput(*self._place(reason, line, column))

    def _place(self, reason: str, line: int, column: int | None = None) -> tuple[str, str, int, int | None]:
        if self._sheet:
            cell = f"{self._sheet}!{column_letters(column)}{line}" if column else f"{self._sheet}, row {line}"
            reason = f"{cell}: {reason}"
        return reason, self._name, line, column

    def rows(self, lines: Iterable[tuple[int, Sequence[str]]]) -> Iterator[ParameterRow]:
        """Return a parameter for each line of cells after the first; lines without any text are passed over.

        Raises:
            NoHeadings: no heading of a name; before the first row is asked for.
            UnreadableInput: a heading twice, a row that does not fit the headings or is without any name, or a
                cell over ``LONGEST_CELL``.
            InputTooLarge: over ``MOST_COLUMNS``.
        """
        filled = ((line, cells) for line, cells in lines if any(cell.strip() for cell in cells))
        line, first = next(filled, (1, ()))
        headings = self._headings(first, line)
        fields = fields_of(headings)
        if fields.keys().isdisjoint({"local_name", "long_name"}):
            reason = "the header row needs a column local_name or long_name (or code, nom, libellé)"
            raise NoHeadings(*self._place(f"{reason}: {', '.join(headings)[:_SHOWN]}", line))
        return (self._row(headings, fields, cells, number) for number, cells in filled)

    def _headings(self, cells: Sequence[str], line: int) -> list[str]:
        headings = [cell.strip() for cell in cells]
        while headings and not headings[-1]:
            headings.pop()
        if len(headings) > MOST_COLUMNS:
            raise InputTooLarge(str(self.refusal(f"more than {MOST_COLUMNS} columns", line)))
        for column, heading in enumerate(headings, start=1):
            self._check_length(heading, line, column)
            if heading and heading in headings[: column - 1]:
                raise self.refusal(f"the header row has the column {heading[:_SHOWN]!r} twice", line, column)
        return headings

    def _row(self, headings: Sequence[str], fields: Mapping[str, str], cells: Sequence[str], line: int) -> ParameterRow:
        if not self._sheet and len(cells) < len(headings):
            raise self.refusal(f"{len(cells)} cells where the header has {len(headings)}", line)
        by_heading: dict[str, str] = {}
        for column, (heading, cell) in enumerate(zip_longest(headings, cells, fillvalue=""), start=1):
            self._check_length(cell, line, column)
            if heading:
                by_heading[heading] = cell
            elif cell.strip():
                reason = f"{len(cells)} cells where the header has {len(headings)}: {cell[:_SHOWN]!r} has no heading"
                raise self.refusal(reason, line, column)
        term = term_of(fields, by_heading)
        if not (term.local_name or term.long_name):
            raise self.refusal("neither the local name nor the long name is filled", line)
        return ParameterRow(term, tuple(by_heading.items()), line)

    def _check_length(self, cell: str, line: int, column: int) -> None:
        if len(cell) > LONGEST_CELL:
            raise self.refusal(f"a cell over {LONGEST_CELL} characters", line, column)


def column_letters(column: int) -> str:
    """Return a column of a sheet by its letters: 1 is ``A``, 27 is ``AA``."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
