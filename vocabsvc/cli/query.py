"""``vocabsvc query``."""

import asyncio
import json
import sys
from collections.abc import Mapping
from typing import Annotated

import typer

from vocabsvc.cli.options import DataOption, FormatOption, read_input
from vocabsvc.cli.render import Format, print_rows
from vocabsvc.cli.services import open_services
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.sparql import QueryForm, query_form
from vocabsvc.services.services import Services
from vocabsvc.store.base import SparqlQuery

_SOLUTIONS = "application/sparql-results+json"
_MEDIA_TYPES: Mapping[Format, tuple[str, str]] = {
    Format.TABLE: (_SOLUTIONS, "text/turtle"),
    Format.JSON: (_SOLUTIONS, "application/ld+json"),
    Format.TSV: ("text/tab-separated-values", "application/n-triples"),
}
"""What is asked of the store for solutions, and for graphs."""


def query(
    file: Annotated[str, typer.Argument(help="File with a SPARQL query, or - for standard input.")],
    data: DataOption = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """Answer a SPARQL query over all that is loaded; exit 1 if an ASK is answered false.

    Example: echo "SELECT * { ?s a skos:Concept } LIMIT 5" | vocabsvc query -
    """
    try:
        text = read_input(file).decode()
    except UnicodeDecodeError as error:
        raise UnreadableInput("not UTF-8", file) from error
    form, services = query_form(text), open_services(data)
    graph = form in {QueryForm.CONSTRUCT, QueryForm.DESCRIBE}
    media_type = _SOLUTIONS if form is QueryForm.ASK else _MEDIA_TYPES[layout][graph]
    answer = asyncio.run(_answer(services, SparqlQuery(text, media_type)))
    if layout is Format.TABLE and form is QueryForm.SELECT:
        _print_solutions(json.loads(answer))
    else:
        sys.stdout.write(answer.decode().rstrip("\n") + "\n")
    if form is QueryForm.ASK and not json.loads(answer)["boolean"]:
        raise typer.Exit(1)


async def _answer(services: Services, query: SparqlQuery) -> bytes:
    await services.start()
    try:
        answer = await services.sparql.answer(query)
        return b"".join([answer.head, *([piece async for piece in answer.rest] if answer.rest else [])])
    finally:
        await services.close()


def _print_solutions(document: dict[str, dict[str, list[object]]]) -> None:
    columns = [str(name) for name in document["head"]["vars"]]
    rows = []
    for binding in document["results"]["bindings"]:
        assert isinstance(binding, dict)  # noqa: S101 - SPARQL 1.1 Query Results JSON Format §3.2
        rows.append([binding[name]["value"] if name in binding else "" for name in columns])
    print_rows(columns, rows, Format.TABLE)
