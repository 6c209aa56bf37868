"""``vocabsvc snapshots``."""

from pathlib import Path
from typing import Annotated

import typer

from vocabsvc.bootstrap.snapshots import has_graphs_elsewhere, snapshot_folder
from vocabsvc.cli.options import DataOption, FormatOption, settings_with
from vocabsvc.cli.render import Format, error_console, print_json, print_rows
from vocabsvc.schemas.snapshots import SnapshotOut, SnapshotsOut
from vocabsvc.store.snapshot_folder import KEPT, SnapshotFolder
from vocabsvc.store.snapshot_listing import list_snapshots

_COLUMNS = ("snapshot", "created", "vocabularies", "concepts", "triples", "bytes", "state")
_WHOLE, _DAMAGED = 0, 1


def snapshot_commands() -> typer.Typer:
    """Return the group of commands."""
    group = typer.Typer(
        help="List the snapshots of past loads, go back to one, remove the oldest.", no_args_is_help=True
    )
    group.command("list")(list_kept)
    group.command()(rollback)
    group.command()(prune)
    return group


def list_kept(
    data: DataOption = None,
    verify: Annotated[bool, typer.Option("--verify", help="Compare every file with its checksum.")] = False,  # noqa: FBT002 - a flag
    layout: FormatOption = Format.TABLE,
) -> None:
    """List all snapshots, the latest first; exit 1 if one is damaged.

    Example: vocabsvc snapshots list --verify
    """
    listed = SnapshotsOut.of(list_snapshots(_folder(data), verify=verify))
    if layout is Format.JSON:
        print_json(listed.model_dump(mode="json"))
    else:
        print_rows(_COLUMNS, map(_row, listed.snapshots), layout)
    raise typer.Exit(_DAMAGED if any(one.damage for one in listed.snapshots) else _WHOLE)


def rollback(
    name: Annotated[str, typer.Argument(help="Its name [default: the one before].", show_default=False)] = "",
    data: DataOption = None,
) -> None:
    """Serve an earlier snapshot from now on, if it is whole. A later one may be named to undo that.

    ``load --if-changed`` does not load again what was rolled back; ``load`` does.

    Example: vocabsvc snapshots rollback
    """
    snapshot = _folder(data).rollback(name)
    typer.echo(snapshot.name)
    errors = error_console()
    errors.print(f"serving {snapshot.name}, created {snapshot.manifest.created}")
    if has_graphs_elsewhere(snapshot):
        errors.print("warning: its graphs are in a SPARQL server, which holds those of the last load: load it again")


def prune(
    data: DataOption = None,
    keep: Annotated[int, typer.Option(help="How many to keep, the current one among them.", min=1)] = KEPT,
) -> None:
    """Remove the oldest snapshots, and what a killed load left.

    Example: vocabsvc snapshots prune --keep 1
    """
    for name in _folder(data).prune(keep):
        typer.echo(name)


def _folder(data: Path | None) -> SnapshotFolder:
    return snapshot_folder(settings_with(data))


def _row(one: SnapshotOut) -> tuple[object, ...]:
    state = one.damage or ("current" if one.current else "rolled back" if one.rolled_back else "")
    return (one.snapshot, one.created, one.vocabularies, one.concepts, one.triples, one.bytes, state)
