"""``vocabsvc map``."""

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from vocabsvc.cli.options import DataOption, FormatOption, open_services, read_input
from vocabsvc.cli.render import Format, print_json, print_rows
from vocabsvc.formats.terms_table import TermRow, read_terms_table
from vocabsvc.model.candidate import TermCandidates
from vocabsvc.schemas.terms import CandidateOut, TermCandidatesOut

_SHOWN = ("notation", "pref_label", "score", "explanation")
_COLUMNS = tuple(CandidateOut.model_fields)


def map_terms(
    file: Annotated[str, typer.Argument(help="CSV or TSV with a header row, or - for standard input.")],
    target: Annotated[str, typer.Option(help="Vocabularies to map to, with commas.")],
    limit: Annotated[int, typer.Option(help="Most candidates for a row.")] = 1,
    data: DataOption = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """Map local parameter names to concepts; exit 1 if a row has no candidate.

    The header row has local_name or long_name, and may have unit and centre; other columns are kept.

    Example: vocabsvc map parameters.csv --target P01,P07
    """
    rows = read_terms_table(read_input(file), file)
    mapper = open_services(data).mapper
    answers = mapper.map_terms([row.term for row in rows], target.split(","), limit)
    if layout is Format.JSON:
        print_json({"results": [_document(row, answer) for row, answer in zip(rows, answers, strict=True)]})
    else:
        kept = [column for column, _ in rows[0].cells] if rows else []
        columns = _SHOWN if layout is Format.TABLE else _COLUMNS
        print_rows((*kept, *columns), _lines(rows, answers, columns), layout)
    raise typer.Exit(0 if all(answer.candidates for answer in answers) else 1)


def _document(row: TermRow, answer: TermCandidates) -> dict[str, object]:
    return {"row": dict(row.cells), **TermCandidatesOut.of(answer).model_dump(mode="json")}


def _lines(
    rows: Sequence[TermRow], answers: Sequence[TermCandidates], columns: Sequence[str]
) -> Iterator[list[object]]:
    for row, answer in zip(rows, answers, strict=True):
        cells = [cell for _, cell in row.cells]
        for candidate in answer.candidates:
            shown = CandidateOut.of(candidate).model_dump()
            yield [*cells, *(shown[column] for column in columns)]
        if not answer.candidates:
            yield [*cells, *("" for _ in columns)]
