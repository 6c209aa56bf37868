"""``vocabsvc map``."""

import io
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from pathlib import Path
from typing import Annotated, BinaryIO

import typer

from vocabsvc.cli.options import STDIN, DataOption
from vocabsvc.cli.render import Format, print_json, print_rows
from vocabsvc.cli.services import open_services
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.parameters.limits import MOST_BYTES
from vocabsvc.formats.parameters.reading import read_parameters_from
from vocabsvc.formats.parameters.table import ParameterTable
from vocabsvc.model.candidate import TermCandidates, TermKind
from vocabsvc.schemas.answer_rows import answer_columns, answer_rows, shown_columns, shown_rows
from vocabsvc.schemas.terms import FileMapOut
from vocabsvc.services.curation.identity import check_identity
from vocabsvc.services.services import Services


class MapFormat(StrEnum):
    """How the answer is written."""

    TABLE = "table"
    JSON = "json"
    TSV = "tsv"
    SSSOM = "sssom"


def map_terms(
    file: Annotated[str, typer.Argument(help="A file of parameters, or - for standard input.")],
    target: Annotated[str, typer.Option(help="Vocabularies to map to, with commas.")],
    limit: Annotated[int, typer.Option(help="Most candidates for a row.")] = 1,
    centre: Annotated[str, typer.Option(help="Whose names they are, where the file does not say.")] = "",
    instrument: Annotated[str, typer.Option(help="What measured, where the file does not say.")] = "",
    lang: Annotated[str, typer.Option(help="Language of the reasons: en, fr.")] = "en",
    collect: Annotated[bool, typer.Option("--collect", help="Keep what P01 has no concept for.")] = False,  # noqa: FBT002 - a flag
    who: Annotated[str, typer.Option("--as", help="Who asks, with --collect.", show_default=False)] = "",
    data: DataOption = None,
    layout: Annotated[MapFormat, typer.Option("--format", help="For people (table) or programs.")] = MapFormat.TABLE,
) -> None:
    """Map local parameter names to concepts; exit 1 if a parameter has no good candidate.

    Reads CSV, TSV, XLSX (a row of headings, French or English), JSON, CDL, and the headers of NetCDF, ODV and
    MEDATLAS files. What --collect keeps is listed by vocabsvc missing-terms.

    Example: vocabsvc map parameters.csv --target P01,P07
    """
    if who:
        check_identity(who)
    with _opened(file) as opened:
        table = read_parameters_from(opened, file).told(centre, instrument)
    services, targets = open_services(data), target.split(",")
    answers = [answer.spoken(lang) for answer in services.mapper.map_terms(table.terms, targets, limit)]
    if collect:
        services.missing_terms.collect(table.terms, "standard input" if file == STDIN else Path(file).name, who)
    _write(table, answers, targets, layout, lang, services)
    raise typer.Exit(0 if all(map(_is_settled, answers)) else 1)


@contextmanager
def _opened(name: str) -> Iterator[BinaryIO]:
    if name == STDIN:
        yield io.BytesIO(sys.stdin.buffer.read(MOST_BYTES + 1))
        return
    try:
        with Path(name).open("rb") as file:
            yield file
    except OSError as error:
        raise UnreadableInput(error.strerror or "cannot be read", name) from error


def _write(
    table: ParameterTable,
    answers: list[TermCandidates],
    targets: list[str],
    layout: MapFormat,
    lang: str,
    services: Services,
) -> None:
    if layout is MapFormat.JSON:
        print_json(FileMapOut.of_rows(table.rows, answers).model_dump(mode="json"))
    elif layout is MapFormat.SSSOM:
        sys.stdout.write(services.proposed_mappings.sssom(answers, targets))
    elif layout is MapFormat.TSV:
        print_rows(answer_columns(table), answer_rows(table, answers), Format.TSV)
    else:
        print_rows(shown_columns(table), shown_rows(table, answers, lang), Format.TABLE)


def _is_settled(answer: TermCandidates) -> bool:
    """Tell whether a term has a good candidate, or is no parameter."""
    return answer.kind is not TermKind.PARAMETER or (bool(answer.candidates) and not answer.no_match)
