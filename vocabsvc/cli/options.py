"""Options that several commands share, and how a command reaches the services and its input."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from vocabsvc.bootstrap import build_services, snapshot_folder
from vocabsvc.cli.render import Format
from vocabsvc.errors import InvalidRequest, UnreadableInput
from vocabsvc.services import Services
from vocabsvc.settings import Settings

DataOption = Annotated[
    Path | None,
    typer.Option("--data", help="Folder of the snapshots [default: var/data].", show_default=False),
]
FormatOption = Annotated[Format, typer.Option("--format", help="For people (table) or programs.")]

STDIN = "-"


def settings_with(data: Path | None) -> Settings:
    """Return the settings of the environment, with the data folder of the command line.

    Raises:
        InvalidRequest: an environment variable with an impossible value.
    """
    try:
        return Settings() if data is None else Settings(data=data)
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidRequest(f"VOCABSVC_{str(first['loc'][0]).upper()}: {first['msg']}") from error


def open_services(data: Path | None) -> Services:
    """Open the current snapshot.

    Raises:
        NoSnapshot: nothing was loaded.
    """
    settings = settings_with(data)
    return build_services(settings, snapshot_folder(settings).current())


def read_input(name: str) -> bytes:
    """Return the content of a file, or of standard input for ``-``.

    Raises:
        UnreadableInput: it cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise UnreadableInput(error.strerror or "cannot be read", name) from error
