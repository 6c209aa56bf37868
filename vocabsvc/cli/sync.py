"""``vocabsvc sync``."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.progress import BarColumn, DownloadColumn, Progress, TextColumn, TimeElapsedColumn

from vocabsvc.cli.options import FormatOption
from vocabsvc.cli.render import Format, error_console, print_json, print_rows

if TYPE_CHECKING:
    from vocabsvc.builders.sync.refresh import Progress as Told

_COLUMNS = ("vocabulary", "outcome", "concepts_before", "concepts_after", "edition")
_FINE, _WORST = 0, 2


def sync(
    ids: Annotated[list[str], typer.Argument(help="Ids of NVS collections, such as P01.")],
    server: Annotated[
        str, typer.Option("--from", help="Server with the addresses of NVS.")
    ] = "https://vocab.nerc.ac.uk",
    into: Annotated[Path, typer.Option(help="Folder of the vocabulary folders.")] = Path("vocabularies"),
    force: Annotated[bool, typer.Option("--force", help="Accept a loss of over 5 % of the concepts.")] = False,  # noqa: FBT002 - a flag
    layout: FormatOption = Format.TABLE,
) -> None:
    """Refresh vocabulary folders from the NERC Vocabulary Server; exit 2 if one could not be.

    A folder is replaced by all that NVS publishes, or stays as it is: links that the shipped folders take
    from other files are lost. What was received of a broken download is kept for the next call.

    Example: vocabsvc sync P01 P02
    """
    # No other command needs an HTTP client.
    from vocabsvc.builders.sync.download import Download  # noqa: PLC0415
    from vocabsvc.builders.sync.refresh import refresh_all, vocabulary_ids  # noqa: PLC0415
    from vocabsvc.builders.sync.server import Server  # noqa: PLC0415

    wanted, download = vocabulary_ids(ids), Download(Server.parse(server))
    with _progress() as told:
        found = list(refresh_all(wanted, into, download, told, force=force))
    rows = [asdict(one) for one in found]
    for row in rows:
        if layout is Format.JSON:
            print_json(row)
        if row["reason"]:
            error_console().print(f"vocabsvc: {row['reason']}")
    if layout is not Format.JSON:
        print_rows(_COLUMNS, [["" if row[name] is None else row[name] for name in _COLUMNS] for row in rows], layout)
    raise typer.Exit(_WORST if any(row["reason"] for row in rows) else _FINE)


@contextmanager
def _progress() -> Iterator["Told"]:
    errors = error_console()
    columns = (TextColumn("{task.description}"), BarColumn(), DownloadColumn(), TimeElapsedColumn())
    with Progress(*columns, console=errors, disable=not errors.is_terminal) as bar:
        task = bar.add_task("")
        yield lambda vocabulary, done, total: bar.update(task, description=vocabulary, completed=done, total=total)
