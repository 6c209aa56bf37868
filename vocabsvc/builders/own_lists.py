"""Tables of facts that we keep ourselves, where no publisher's file could be had; each recipe says where from.

Columns that hold several values have ``|`` between texts, a space between addresses.
"""

import csv
import io
from collections.abc import Iterator
from importlib.resources import files

_BETWEEN_TEXTS = "|"


def own_list(name: str) -> list[dict[str, str]]:
    """Return the rows of ``lists/<name>.csv`` by column name."""
    text = files("vocabsvc.builders").joinpath("lists", f"{name}.csv").read_text("utf-8")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def texts_of(cell: str) -> Iterator[str]:
    """Yield the texts of a cell that may hold several, or none."""
    yield from filter(None, cell.split(_BETWEEN_TEXTS))
