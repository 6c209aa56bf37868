"""``vocabsvc diff``."""

from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from vocabsvc.cli.options import FormatOption, settings_with
from vocabsvc.cli.render import Format, error_console, print_json, print_rows
from vocabsvc.schemas.changes import ChangesOut
from vocabsvc.services.comparison import compare_editions

_COLUMNS = ("kind", "uri", "what")
_EQUAL, _DIFFERENT = 0, 1


def diff(
    old: Annotated[Path, typer.Argument(help="Vocabulary folder or RDF file.")],
    new: Annotated[Path, typer.Argument(help="The newer edition of the same vocabulary.")],
    layout: FormatOption = Format.TABLE,
) -> None:
    """Show which concepts an edition adds, changes, deprecates or removes; exit 1 if there are any.

    Example: vocabsvc diff P02-126.ttl vocabularies/P02
    """
    found = ChangesOut.of(compare_editions(old, new, settings_with(None).base_uri))
    if layout is Format.JSON:
        print_json(found.model_dump(mode="json", by_alias=True))
    else:
        print_rows(_COLUMNS, [(one.kind, one.uri, ", ".join(one.what)) for one in found.changes], layout)
    if layout is Format.TABLE:
        counts = Counter(change.kind for change in found.changes)
        summary = ", ".join(f"{kind}: {count}" for kind, count in sorted(counts.items()))
        error_console().print(summary or "no difference")
    raise typer.Exit(_DIFFERENT if found.changes else _EQUAL)
