"""The commands put together, and the one table from errors to exit codes."""

import os
import sys
from collections.abc import Mapping, Sequence
from pkgutil import resolve_name
from typing import NoReturn

import typer

from vocabsvc import __version__
from vocabsvc.cli.render import error_console
from vocabsvc.errors import VocabsvcError

NO, UNUSABLE = 1, 2


_COMMANDS: Mapping[str, str] = {
    "load": "load:load",
    "serve": "serve:serve",
    "search": "search:search",
    "map": "map_terms:map_terms",
    "local-names": "local_names:local_names",
    "validate": "validate:validate",
    "check": "check:check",
    "query": "query:query",
    "diff": "diff:diff",
    "build": "build:build",
    "sync": "sync:sync",
}
_GROUPS: Mapping[str, str] = {
    "mappings": "mappings:mapping_commands",
    "missing-terms": "missing_terms:missing_terms_commands",
    "schemas": "schemas:schema_commands",
    "snapshots": "snapshots:snapshot_commands",
}
"""Name -> module and function; they are imported when they are asked for, since most need little of the whole."""


def command_line(wanted: str = "") -> typer.Typer:
    """Return the command line: with the command that is ``wanted`` alone, or with all where there is none so named."""
    app = typer.Typer(
        name="vocabsvc",
        help="Vocabularies, mappings and metadata validation for ocean data hubs.",
        no_args_is_help=True,
        add_completion=False,
        pretty_exceptions_enable=False,
    )
    app.callback()(_options)
    every = wanted not in {*_COMMANDS, *_GROUPS}
    for name, place in _COMMANDS.items():
        if every or name == wanted:
            app.command(name)(resolve_name(f"vocabsvc.cli.{place}"))
    for name, place in _GROUPS.items():
        if every or name == wanted:
            app.add_typer(resolve_name(f"vocabsvc.cli.{place}")(), name=name)
    return app


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line and exit: 0 fine, 1 the answer is "no", 2 unusable input with one line of reason."""
    given = sys.argv[1:] if arguments is None else arguments
    try:
        command_line(*given[:1])(args=given)
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
