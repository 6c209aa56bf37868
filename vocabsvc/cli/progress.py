"""A progress bar for people, on stderr and only in a terminal."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

ItemT = TypeVar("ItemT")
_FEW = 10


def counted(items: Iterable[ItemT], total: int) -> Iterator[ItemT]:
    """Yield the items; where there are more than a few and somebody looks on, show how far it is."""
    console = Console(file=None, stderr=True)
    if total <= _FEW or not console.is_terminal:
        yield from items
        return
    columns = (TextColumn("vocabsvc"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task("", total=total)
        for item in items:
            yield item
            progress.advance(task)
