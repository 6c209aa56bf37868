"""Options that several commands share, and how a command reads its input."""

import sys
from pathlib import Path
from typing import Annotated

import typer
from pydantic import ValidationError

from vocabsvc.cli.render import Format
from vocabsvc.errors import InvalidRequest, UnreadableInput
from vocabsvc.settings import Settings

DataOption = Annotated[
    Path | None,
    typer.Option("--data", help="Folder of the snapshots [default: var/data].", show_default=False),
]
StoreOption = Annotated[
    str | None,
    typer.Option("--store", help="oxigraph, memory, or where a SPARQL server is asked.", show_default="oxigraph"),
]
UpdateStoreOption = Annotated[
    str | None, typer.Option("--update-store", help="Where that server takes updates.", show_default=False)
]
GraphStoreOption = Annotated[
    str | None, typer.Option("--graph-store", help="Its Graph Store Protocol, if any.", show_default=False)
]
FormatOption = Annotated[Format, typer.Option("--format", help="For people (table) or programs.")]

STDIN = "-"


def settings_with(data: Path | None, **given: str | Path | None) -> Settings:
    """Return the settings of the environment, with the data folder and what else the command line ``given`` says.

    Raises:
        InvalidRequest: an environment variable or option with an impossible value.
    """
    said = {"data": data, **given}
    try:
        return Settings.model_validate({name: value for name, value in said.items() if value is not None})
    except ValidationError as error:
        first = error.errors()[0]
        raise InvalidRequest(f"VOCABSVC_{str(first['loc'][0]).upper()}: {first['msg']}") from error


def read_input(name: str) -> bytes:
    """Return the content of a file, or of standard input for ``-``.

    Raises:
        UnreadableInput: it cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if name == STDIN else Path(name).read_bytes()
    except OSError as error:
        raise UnreadableInput(error.strerror or "cannot be read", name) from error
