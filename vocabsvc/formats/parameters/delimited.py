"""CSV and TSV with a header row, as spreadsheets and people write them (RFC 4180)."""

import csv
import io
from collections.abc import Iterator

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters.grid import Grid
from vocabsvc.formats.parameters.table import ParameterRow

_DELIMITERS = ("\t", ";", ",")
_MOST_LINES = 1_000_000


def read_delimited(text: str, name: str) -> Iterator[ParameterRow]:
    """Yield the rows. The delimiter is the first of tab, semicolon and comma that the header uses.

    Raises:
        UnreadableInput: see ``Grid.rows``, or quotes that do not fit; with the line.
        InputTooLarge: see ``Grid.rows``, or over a million lines, empty ones too.
    """
    if text.count("\n") > _MOST_LINES:
        raise InputTooLarge(f"{name}: more than {_MOST_LINES} lines")
    header = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = next((one for one in _DELIMITERS if one in header), ",")
    return Grid(name).rows(_lines(text, delimiter, name))


def _lines(text: str, delimiter: str, name: str) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            raise UnreadableInput(str(error), name, line) from error
        yield line, cells
