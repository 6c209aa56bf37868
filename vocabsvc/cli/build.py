"""``vocabsvc build``."""

from pathlib import Path
from typing import Annotated

import typer

from vocabsvc.builders.catalogue import build_all
from vocabsvc.cli.render import error_console


def build(
    ids: Annotated[list[str] | None, typer.Argument(help="Only these vocabularies [default: all].")] = None,
    source: Annotated[Path, typer.Option(help="Folder of the publishers' files.")] = Path(
        "../shared/data/vocabularies"
    ),
    vocabularies: Annotated[Path, typer.Option(help="Folder to write vocabularies to.")] = Path("vocabularies"),
    mappings: Annotated[Path, typer.Option(help="Folder to write mapping sets to.")] = Path("mappings"),
) -> None:
    """Rebuild the vocabularies and mapping sets that ship from the files of their publishers.

    Example: vocabsvc build P02 P03 --source ../shared/data/vocabularies
    """
    build_all(source, vocabularies, mappings, tuple(ids or ()), error_console().print)
