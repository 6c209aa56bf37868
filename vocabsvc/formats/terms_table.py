"""Tables of local terms as data managers keep them: CSV or TSV with a header row."""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass, fields

from vocabsvc.errors import UnreadableInput
from vocabsvc.model.candidate import LocalTerm

TERM_COLUMNS = tuple(field.name for field in fields(LocalTerm))
_DELIMITERS = ("\t", ";", ",")
_LONGEST_CELL = 10_000


@dataclass(frozen=True, slots=True)
class TermRow:
    """One row: the term, and all its cells by column, in the order of the file."""

    term: LocalTerm
    cells: tuple[tuple[str, str], ...]


def read_terms_table(data: bytes, name: str) -> tuple[TermRow, ...]:
    """Read a whole table.

    The header has ``local_name`` or ``long_name``, and may have ``unit`` and ``centre``; other columns are
    kept. The delimiter is the first of tab, semicolon and comma that the header uses.

    Raises:
        UnreadableInput: not UTF-8, no such header, or a row that does not fit it; with the line.
    """
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise UnreadableInput("not UTF-8", name, line) from error
    header_line = text.partition("\n")[0]
    delimiter = next((one for one in _DELIMITERS if one in header_line), ",")
    rows = _rows(text, delimiter, name)
    _, header = next(rows, (1, []))
    header = [column.strip() for column in header]
    _check_header(header, name)
    return tuple(_term_row(header, cells, name, line) for line, cells in rows if any(cells))


def _rows(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            yield line, next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableInput(str(error), name, line) from error


def _check_header(header: list[str], name: str) -> None:
    if {"local_name", "long_name"}.isdisjoint(header):
        raise UnreadableInput(f"the header row needs a column local_name or long_name: {header}", name, 1)
    twice = next((column for column in header if header.count(column) > 1), None)
    if twice is not None:
        raise UnreadableInput(f"the header row has the column {twice!r} twice", name, 1)


def _term_row(header: list[str], cells: list[str], name: str, line: int) -> TermRow:
    if len(cells) != len(header):
        raise UnreadableInput(f"{len(cells)} cells where the header has {len(header)}", name, line)
    if max(map(len, cells)) > _LONGEST_CELL:
        raise UnreadableInput(f"a cell over {_LONGEST_CELL} characters", name, line)
    by_column = dict(zip(header, cells, strict=True))
    term = LocalTerm(**{column: by_column.get(column, "").strip() for column in TERM_COLUMNS})
    if not (term.local_name or term.long_name):
        raise UnreadableInput("neither local_name nor long_name is filled", name, line)
    return TermRow(term, tuple(by_column.items()))
