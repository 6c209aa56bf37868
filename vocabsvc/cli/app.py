"""The commands put together, and the one table from errors to exit codes."""

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

import typer

from vocabsvc import __version__
from vocabsvc.cli.build import build
from vocabsvc.cli.check import check
from vocabsvc.cli.diff import diff
from vocabsvc.cli.load import load
from vocabsvc.cli.local_names import local_names
from vocabsvc.cli.map_terms import map_terms
from vocabsvc.cli.mappings import mapping_commands
from vocabsvc.cli.missing_terms import missing_terms_commands
from vocabsvc.cli.query import query
from vocabsvc.cli.render import error_console
from vocabsvc.cli.schemas import schema_commands
from vocabsvc.cli.search import search
from vocabsvc.cli.serve import serve
from vocabsvc.cli.snapshots import snapshot_commands
from vocabsvc.cli.sync import sync
from vocabsvc.cli.validate import validate
from vocabsvc.errors import VocabsvcError

NO, UNUSABLE = 1, 2


def command_line() -> typer.Typer:
    """Return the command line."""
    app = typer.Typer(
        name="vocabsvc",
        help="Vocabularies, mappings and metadata validation for ocean data hubs.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    for command in (load, serve, search, map_terms, local_names, validate, check, query, diff, build, sync):
        app.command(command.__name__.removesuffix("_terms").replace("_", "-"))(command)
    app.add_typer(mapping_commands(), name="mappings")
    app.add_typer(missing_terms_commands(), name="missing-terms")
    app.add_typer(schema_commands(), name="schemas")
    app.add_typer(snapshot_commands(), name="snapshots")
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 the answer is "no", 2 unusable input with one line of reason."""
    try:
        command_line()(args=arguments)
    except BrokenPipeError:
        # The reader of stdout is gone (``| head``); Python would complain again when it flushes at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(NO)
    except OSError as error:
        _refuse(": ".join(str(part) for part in (error.filename, error.strerror or error) if part))
    except VocabsvcError as error:
        _refuse(str(error))


def _refuse(reason: str) -> NoReturn:
    error_console().print(f"vocabsvc: {reason}")
    sys.exit(UNUSABLE)


def _show_version(wanted: bool) -> None:  # noqa: FBT001 - called by typer
    if wanted:
        typer.echo(f"vocabsvc {__version__}")
        raise typer.Exit


def _options(
    version: bool = typer.Option(  # noqa: FBT001 - a flag
        False,  # noqa: FBT003 - its default
        "--version",
        callback=_show_version,
        is_eager=True,
        help="Show the version and exit.",
    ),
) -> None:
    del version  # the callback did the work
