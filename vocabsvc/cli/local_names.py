"""``vocabsvc local-names``."""

from typing import Annotated

import typer

from vocabsvc.cli.options import DataOption, FormatOption
from vocabsvc.cli.render import Format, print_json, print_rows
from vocabsvc.cli.services import open_services
from vocabsvc.schemas.local_names import LocalNameOut, LocalNamesOut

_SHOWN = ("centre", "local_name", "long_name", "unit", "predicate_id", "confidence", "status", "via")
_COLUMNS = tuple(LocalNameOut.model_fields)


def local_names(
    uri: Annotated[str, typer.Argument(help="IRI of a concept.")],
    limit: Annotated[int, typer.Option(help="Most names shown.")] = 100,
    offset: Annotated[int, typer.Option(help="Names passed over.")] = 0,
    data: DataOption = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """List the names by which data centres mean a concept; exit 1 if there is none.

    Example: vocabsvc local-names http://vocab.nerc.ac.uk/collection/P02/current/PSAL/
    """
    found = LocalNamesOut.of(open_services(data).local_names.of(uri, offset, limit))
    if layout is Format.JSON:
        print_json(found.model_dump(mode="json"))
    else:
        columns = _SHOWN if layout is Format.TABLE else _COLUMNS
        print_rows(columns, [_row(name, columns, layout) for name in found.results], layout)
    raise typer.Exit(0 if found.total else 1)


def _row(name: LocalNameOut, columns: tuple[str, ...], layout: Format) -> list[object]:
    shown = name.model_dump() | {
        "via": " ".join(name.via),
        "confidence": "" if name.confidence is None else name.confidence,
    }
    if layout is Format.TABLE:
        shown["predicate_id"] = name.predicate_id.replace("#", "/").rpartition("/")[2]
    return [shown[column] for column in columns]
