"""Results as tables for people, and as TSV or JSON for programs."""

import json
import sys
from collections.abc import Iterable, Sequence
from enum import StrEnum

from rich.console import Console
from rich.table import Table
from rich.text import Text

from vocabsvc.formats.tsv import tsv_lines

_UNBROKEN = 10_000


class Format(StrEnum):
    """How a command writes its result."""

    TABLE = "table"
    JSON = "json"
    TSV = "tsv"


def print_rows(columns: Sequence[str], rows: Iterable[Sequence[object]], layout: Format) -> None:
    """Write rows as a table or as TSV with a header, see ``tsv_lines``."""
    if layout is Format.TSV:
        sys.stdout.writelines(tsv_lines(columns, rows))
        return
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*(Text(str(cell)) for cell in row))
    terminal = console()
    with terminal.capture() as captured:
        terminal.print(table)
    sys.stdout.write("\n".join(line.rstrip() for line in captured.get().splitlines()) + "\n")


def print_json(document: object) -> None:
    """Write one JSON document on a line of its own."""
    sys.stdout.write(json.dumps(document, ensure_ascii=False) + "\n")


def console() -> Console:
    """Return the console of stdout; not in a terminal, lines are never broken nor coloured."""
    width = None if sys.stdout.isatty() else _UNBROKEN
    return Console(file=sys.stdout, width=width, highlight=False, emoji=False, markup=False)


def error_console() -> Console:
    """Return the console of stderr."""
    return Console(file=sys.stderr, highlight=False, emoji=False, markup=False, soft_wrap=True)
