"""``vocabsvc search``."""

from collections.abc import Sequence
from typing import Annotated

import typer

from vocabsvc.cli.options import DataOption, FormatOption
from vocabsvc.cli.render import Format, print_json, print_rows
from vocabsvc.cli.services import open_services
from vocabsvc.schemas.hits import HitOut, HitPageOut
from vocabsvc.store.base import Filters, SearchRequest

_SHOWN = ("notation", "pref_label", "vocabulary", "match", "uri")
_COLUMNS = ("notation", "pref_label", "lang", "vocabulary", "match", "score", "uri")


def search(
    query: Annotated[str, typer.Argument(help="Words or a code.")],
    vocabulary: Annotated[list[str] | None, typer.Option(help="Only these vocabularies.")] = None,
    lang: Annotated[str, typer.Option(help="Language of the labels shown.")] = "en",
    limit: Annotated[int, typer.Option(help="Most hits shown.")] = 10,
    data: DataOption = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """Find concepts by label or code; exit 1 if there is none.

    Example: vocabsvc search "sea surface temperature" --vocabulary P07
    """
    request = SearchRequest(query, Filters(tuple(vocabulary or ())), limit)
    found = HitPageOut.of(open_services(data).search.search(request), (lang.lower(),))
    if layout is Format.JSON:
        print_json(found.model_dump(mode="json"))
    else:
        columns = _SHOWN if layout is Format.TABLE else _COLUMNS
        print_rows(columns, [_row(hit, columns) for hit in found.results], layout)
    raise typer.Exit(0 if found.total else 1)


def _row(hit: HitOut, columns: Sequence[str]) -> list[object]:
    shown = hit.model_dump() | {"match": f"{hit.match.kind} {hit.match.field}", "score": hit.match.score}
    if hit.deprecated:
        shown["pref_label"] = f"{hit.pref_label} (deprecated)"
    return [shown[column] or "" for column in columns]
