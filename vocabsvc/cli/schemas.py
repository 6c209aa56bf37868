"""``vocabsvc schemas``."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vocabsvc.cli.options import FormatOption, settings_with
from vocabsvc.cli.render import Format, error_console, print_json, print_rows
from vocabsvc.errors import InvalidRequest

if TYPE_CHECKING:
    from vocabsvc.builders.schema_sets.installation import SchemaFolder
    from vocabsvc.formats.xsd.schema_set import SchemaSet

SchemasOption = Annotated[Path | None, typer.Option("--schemas", help="Folder of the schema sets.", show_default=False)]

_COLUMNS = ("set", "files", "namespaces", "state")
_FINE, _WORST = 0, 2


def schema_commands() -> typer.Typer:
    """Return the group of commands."""
    group = typer.Typer(help="Install the XML Schema sets that records are validated with.", no_args_is_help=True)
    group.command("list")(list_sets)
    group.command()(add)
    group.command()(remove)
    return group


def list_sets(schemas: SchemasOption = None, layout: FormatOption = Format.TABLE) -> None:
    """List the installed sets.

    Example: vocabsvc schemas list --schemas var/schemas
    """
    sets = _folder(schemas).sets()
    for one in sets if layout is Format.JSON else ():
        said = {
            "set": one.name,
            "files": len(one.files),
            "namespaces": sorted(one.namespaces),
            "state": _state(one, sets),
        }
        print_json(said)
    if layout is not Format.JSON:
        rows = [(one.name, len(one.files), len(one.namespaces), _state(one, sets)) for one in sets]
        print_rows(_COLUMNS, rows, layout)


def add(
    source: Annotated[str, typer.Argument(help="A folder or zip archive of XSD files, or the address of one.")],
    schemas: SchemasOption = None,
    name: Annotated[
        str, typer.Option(help="Name of the set [default: of the folder or archive].", show_default=False)
    ] = "",
    replace: Annotated[bool, typer.Option("--replace", help="Replace a set of that name.")] = False,  # noqa: FBT002 - a flag
) -> None:
    """Install one set, or several that lie in one folder; exit 2 if one could not be.

    Only this command fetches anything, and only what it is told to.

    Example: vocabsvc schemas add ~/Downloads/eml-2.2.0.zip --schemas var/schemas
    """
    # No other command needs an HTTP client.
    from vocabsvc.builders.schema_sets.download import ArchiveDownload  # noqa: PLC0415

    folder = _folder(schemas)
    errors, worst = error_console(), _FINE
    for one in folder.add(source, ArchiveDownload(), name=name, replace=replace):
        if one.refusal:
            errors.print(f"vocabsvc: {one.refusal}")
            worst = _WORST
            continue
        typer.echo(one.name)
        for namespace, reason in one.unusable.items():
            errors.print(f"warning: {one.name} is of no use for {namespace}: {reason}")
    raise typer.Exit(worst)


def remove(
    names: Annotated[list[str], typer.Argument(help="Names of sets, as listed.")], schemas: SchemasOption = None
) -> None:
    """Remove sets.

    Example: vocabsvc schemas remove eml-2.2.0 --schemas var/schemas
    """
    folder = _folder(schemas)
    for name in names:
        folder.remove(name)


def _folder(schemas: Path | None) -> "SchemaFolder":
    from vocabsvc.builders.schema_sets.installation import SchemaFolder  # noqa: PLC0415 - it has an HTTP client

    path = schemas or settings_with(None).schemas
    if path is None:
        raise InvalidRequest("say where the schema sets are: --schemas or VOCABSVC_SCHEMAS")
    return SchemaFolder(path)


def _state(one: "SchemaSet", sets: "tuple[SchemaSet, ...]") -> str:
    if not one.dependent:
        return ""
    bases = [base.name for base in sets if base.completes(one)]
    return f"extends {', '.join(bases)}" if bases else "incomplete"
