"""Tab-separated values that people open in spreadsheets."""

from collections.abc import Iterable, Iterator, Sequence

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", '"', "＝", "＋", "－", "＠")
"""What a spreadsheet takes for the beginning of a formula (OWASP, CSV Injection); a quote may hide one."""


def starts_formula(text: str) -> bool:
    """Tell whether a spreadsheet would take a cell for a formula."""
    return text.startswith(_FORMULA)


def tsv_lines(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> Iterator[str]:
    """Yield a header and a line for each row, with their ends.

    Tabs and line ends inside cells become spaces. A cell that would start a formula begins with an apostrophe,
    which spreadsheets do not show; a negative number is such a cell, too.
    """
    for row in (columns, *rows):
        yield "\t".join(map(_cell, row)) + "\n"


def _cell(value: object) -> str:
    text = " ".join(str(value).split())
    return f"'{text}" if starts_formula(text) else text
