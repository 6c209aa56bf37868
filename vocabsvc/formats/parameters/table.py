"""What every reader gives: local terms, each with the cells that it came from."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from vocabsvc.errors import InputTooLarge
from vocabsvc.formats.parameters.limits import MOST_CELLS, MOST_ROWS
from vocabsvc.model.candidate import LocalTerm

_NO_TEXT = re.compile(r"[\x00-\x08\x0b-\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff]")
_TEXTS = ("local_name", "long_name", "unit", "centre", "standard_name", "method", "instrument")
_MOST_SIBLINGS = 100
"""A file with more names is a centre's catalogue: that two stand in it says nothing of either."""


@dataclass(frozen=True, slots=True)
class ParameterRow:
    """One parameter. ``cells`` are all that the file says of it, by column and in order, the same for all rows.

    ``line`` counts from 1: lines of a text, rows of a sheet, items of JSON, variables of a NetCDF file.
    """

    term: LocalTerm
    cells: tuple[tuple[str, str], ...]
    line: int


@dataclass(frozen=True, slots=True)
class ParameterTable:
    """The parameters of one file, in its order."""

    rows: tuple[ParameterRow, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the cells, of which every row has all."""
        return tuple(column for column, _ in self.rows[0].cells) if self.rows else ()

    @property
    def terms(self) -> tuple[LocalTerm, ...]:
        """What is asked of the mapper, row by row."""
        return tuple(row.term for row in self.rows)

    def told(self, centre: str = "", instrument: str = "") -> "ParameterTable":
        """Return the same with what the sender says of the whole file, where a row does not say it itself."""
        return ParameterTable(
            tuple(
                replace(
                    row,
                    term=replace(
                        row.term, centre=row.term.centre or centre, instrument=row.term.instrument or instrument
                    ),
                )
                for row in self.rows
            )
        )


def parameter_table(rows: Iterable[ParameterRow], name: str) -> ParameterTable:
    """Put the rows of the file ``name`` together, each with the names beside it.

    Raises:
        InputTooLarge: over ``MOST_ROWS`` or ``MOST_CELLS``.
    """
    kept: list[ParameterRow] = []
    for row in rows:
        if len(kept) == MOST_ROWS:
            raise InputTooLarge(f"{name}: more than {MOST_ROWS} parameters")
        if (len(kept) + 1) * len(row.cells) > MOST_CELLS:
            raise InputTooLarge(f"{name}: more than {MOST_CELLS} cells")
        kept.append(_legible(row))
    names = tuple(dict.fromkeys(row.term.local_name for row in kept if row.term.local_name))
    if not 1 < len(names) <= _MOST_SIBLINGS:
        return ParameterTable(tuple(kept))
    return ParameterTable(tuple(replace(row, term=_among(row.term, names)) for row in kept))


def _legible(row: ParameterRow) -> ParameterRow:
    """Return the row as text that any encoding and terminal takes: JSON, XLSX and CDL can escape what is none."""
    if not any(_NO_TEXT.search(text) for cell in row.cells for text in cell):
        return row
    cells = tuple((_NO_TEXT.sub("\ufffd", column), _NO_TEXT.sub("\ufffd", cell)) for column, cell in row.cells)
    texts: dict[str, Any] = {name: _NO_TEXT.sub("\ufffd", getattr(row.term, name)) for name in _TEXTS}
    return replace(row, term=replace(row.term, **texts), cells=cells)


def _among(term: LocalTerm, names: Sequence[str]) -> LocalTerm:
    return replace(term, siblings=tuple(name for name in names if name != term.local_name))
