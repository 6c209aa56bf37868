"""``vocabsvc missing-terms``."""

import sys
from typing import Annotated

import typer

from vocabsvc.cli.options import DataOption, FormatOption
from vocabsvc.cli.render import Format, print_json, print_rows
from vocabsvc.cli.services import open_services
from vocabsvc.formats.request_markdown import requests_markdown
from vocabsvc.formats.tsv import tsv_lines
from vocabsvc.model.term_request import MissingStatus
from vocabsvc.schemas.term_requests import COLUMNS, MissingTermsOut, RequestFormat, missing_rows
from vocabsvc.services.paging import MOST_ITEMS

_SHOWN = ("status", "centre", "local_name", "long_name", "unit", "times", "drafted_label", "open")
_FOUND, _NONE = 0, 1

CentreOption = Annotated[str, typer.Option(help="Id of a centre's list [default: all].", show_default=False)]
StatusOption = Annotated[
    MissingStatus | None, typer.Option(help="missing, or doubtful: P01 may have it.", show_default=False)
]
LimitOption = Annotated[int, typer.Option(help="Most names.")]
OffsetOption = Annotated[int, typer.Option(help="Names passed over.")]


def missing_terms_commands() -> typer.Typer:
    """Return the group of commands."""
    group = typer.Typer(help="Names without a concept in P01, and requests for one.", no_args_is_help=True)
    group.command("list")(list_missing)
    group.command()(export)
    return group


def list_missing(
    centre: CentreOption = "",
    status: StatusOption = None,
    limit: LimitOption = 100,
    offset: OffsetOption = 0,
    data: DataOption = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """List names without a concept, those first that nothing resembles; exit 1 if there is none.

    Example: vocabsvc missing-terms list --centre coriolis
    """
    page = open_services(data).missing_terms.listed(centre, status, offset, limit)
    if layout is Format.JSON:
        print_json(MissingTermsOut.of(page).model_dump(mode="json"))
    else:
        columns = _SHOWN if layout is Format.TABLE else COLUMNS
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in missing_rows(page.items)]
        print_rows(columns, [[row[name] for name in columns] for row in rows], layout)
    raise typer.Exit(_FOUND if page.items else _NONE)


def export(
    layout: Annotated[
        RequestFormat, typer.Option("--format", help="Spreadsheet, text to paste, or JSON.")
    ] = RequestFormat.TSV,
    language: Annotated[str, typer.Option("--lang", help="Language of the text, en or fr.")] = "en",
    centre: CentreOption = "",
    status: StatusOption = None,
    limit: LimitOption = MOST_ITEMS,
    offset: OffsetOption = 0,
    data: DataOption = None,
) -> None:
    """Write the drafted requests to standard output; exit 1 if there is none.

    Example: vocabsvc missing-terms export --format md --lang fr --status missing > demandes.md
    """
    page = open_services(data).missing_terms.listed(centre, status, offset, limit)
    if layout is RequestFormat.JSON:
        print_json(MissingTermsOut.of(page).model_dump(mode="json"))
    elif layout is RequestFormat.TSV:
        sys.stdout.writelines(tsv_lines(COLUMNS, missing_rows(page.items)))
    else:
        sys.stdout.writelines(requests_markdown(page.items, (language,)))
    raise typer.Exit(_FOUND if page.items else _NONE)
