"""``vocabsvc mappings``."""

from pathlib import Path
from typing import Annotated

import typer

from vocabsvc.cli.options import STDIN, DataOption, FormatOption, read_input
from vocabsvc.cli.render import Format, error_console, print_json, print_rows
from vocabsvc.cli.services import open_services
from vocabsvc.errors import DecisionConflict, UnreadableInput
from vocabsvc.model.concept import local_name
from vocabsvc.model.decision import Action, Asked, Conflict, MappingStatus
from vocabsvc.schemas.curation.decisions import LONGEST_COMMENT
from vocabsvc.schemas.curation.mappings import MappingOut, MappingsOut
from vocabsvc.services.curation.export import ExportedSet
from vocabsvc.services.curation.filters import MappingFilter

_SHOWN = ("id", "set", "subject", "predicate", "object", "object_label", "status")
_COLUMNS = tuple(MappingOut.model_fields)
_FOUND, _NONE = 0, 1

WhoOption = Annotated[str, typer.Option("--as", help="Who decides.", show_default=False)]
CommentOption = Annotated[str, typer.Option(help="Why.")]


def mapping_commands() -> typer.Typer:
    """Return the group of commands."""
    group = typer.Typer(help="List mappings, decide on them, write what was decided to files.", no_args_is_help=True)
    group.command("list")(list_mappings)
    for command in (decide, propose, export):
        group.command()(command)
    return group


def list_mappings(
    mapping_set: Annotated[str, typer.Option("--set", help="Id of a mapping set.")] = "",
    subject: Annotated[str, typer.Option(help="IRI, code or label of what is mapped.")] = "",
    target: Annotated[
        str, typer.Option("--object", help="IRI, identifier, code or label of what it is mapped to.")
    ] = "",
    status: Annotated[MappingStatus | None, typer.Option(help="How it stands.", show_default=False)] = None,
    limit: Annotated[int, typer.Option(help="Most mappings shown.")] = 100,
    offset: Annotated[int, typer.Option(help="Mappings passed over.")] = 0,
    data: DataOption = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """List mappings as they stand; exit 1 if there is none.

    Example: vocabsvc mappings list --set somlit --status proposed
    """
    asked = MappingFilter(mapping_set, subject, target, status)
    found = MappingsOut.of(open_services(data).curation.mappings(asked, offset, limit))
    if layout is Format.JSON:
        print_json(found.model_dump(mode="json"))
    else:
        columns = _SHOWN if layout is Format.TABLE else _COLUMNS
        print_rows(columns, [_row(one, columns) for one in found.results], layout)
    raise typer.Exit(_FOUND if found.results else _NONE)


def decide(
    identity: Annotated[str, typer.Argument(metavar="ID", help="Id of the mapping.")],
    action: Annotated[Action, typer.Option(help="What is decided.", show_default=False)],
    who: WhoOption,
    comment: CommentOption = "",
    target: Annotated[str, typer.Option("--object", help="What it is mapped to instead.")] = "",
    predicate: Annotated[str, typer.Option(help="How it is mapped instead, such as skos:broadMatch.")] = "",
    etag: Annotated[str, typer.Option(help="The state that is decided on [default: the present one].")] = "",
    data: DataOption = None,
) -> None:
    """Decide on a mapping, whatever VOCABSVC_CURATOR_TOKENS says: who can write the database may.

    Example: vocabsvc mappings decide 0b7c4e1f5a2d9c8e6f31 --action accept --as marie.dupont
    """
    asked = Asked(action, _comment(comment), target.strip(), predicate.strip())
    outcome = open_services(data).curation.decide(identity, asked, who, etag.strip('"'))
    if isinstance(outcome, Conflict):
        raise DecisionConflict(
            f"the mapping is {outcome.current.status} meanwhile, or was changed; nothing was written"
        )
    print_json(MappingOut.of(outcome).model_dump(mode="json"))


def propose(
    file: Annotated[str, typer.Argument(help="An SSSOM/TSV file, or - for standard input.")],
    who: WhoOption,
    into: Annotated[str, typer.Option("--set", help="Id of the set that they are for [default: the file's].")] = "",
    data: DataOption = None,
) -> None:
    """Propose the rows of a file, such as `vocabsvc map --format sssom` writes; exit 1 if all are known.

    Example: vocabsvc mappings propose proposals.sssom.tsv --set somlit --as marie.dupont
    """
    taken = open_services(data).proposals.take(read_input(file), "" if file == STDIN else file, into, who)
    for one in taken:
        typer.echo(one.id)
    error_console().print(f"proposed: {len(taken)}")
    raise typer.Exit(_FOUND if taken else _NONE)


def export(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="Where the files are, or will be.")],
    data: DataOption = None,
) -> None:
    """Write what is proposed and accepted to *.sssom.tsv files; other changes that they have got stay.

    Example: vocabsvc mappings export mappings
    """
    exported = list(open_services(data).mapping_export.sets(lambda name: _content(folder / name)))
    folder.mkdir(parents=True, exist_ok=True)
    written = [one for one in exported if _content(folder / one.name) != one.content]
    for one in written:
        _write(folder, one)
        typer.echo(f"{folder / one.name}: {one.changed} rows")
    error_console().print(f"files written: {len(written)}, unchanged: {len(exported) - len(written)}")


def _content(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _write(folder: Path, exported: ExportedSet) -> None:
    """Replace a file at once, so that nobody finds half of it."""
    waiting = folder / f".{exported.name}.new"
    waiting.write_bytes(exported.content)
    waiting.replace(folder / exported.name)


def _comment(text: str) -> str:
    line = " ".join(text.split())
    if not line.isprintable() or len(line) > LONGEST_COMMENT:
        raise UnreadableInput(f"a comment has up to {LONGEST_COMMENT} characters that can be shown")
    return line


def _row(mapping: MappingOut, columns: tuple[str, ...]) -> list[object]:
    shown = mapping.model_dump() | {
        "subject": mapping.subject_label or local_name(mapping.subject_id),
        "predicate": local_name(mapping.predicate_id),
        "object": local_name(mapping.object_id),
        "confidence": "" if mapping.confidence is None else mapping.confidence,
        "status": mapping.status.value,
    }
    return [shown[column] for column in columns]
