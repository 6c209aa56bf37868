"""``vocabsvc check``."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Annotated, TypeVar

import typer
from pydantic import BaseModel

from vocabsvc.bootstrap.snapshots import default_sources
from vocabsvc.cli.options import FormatOption, settings_with
from vocabsvc.cli.render import Format, print_json, print_rows
from vocabsvc.model.mapping_report import MappingReport
from vocabsvc.model.vocabulary_report import VocabularyReport
from vocabsvc.schemas.check_reports import MappingReportOut, VocabularyReportOut
from vocabsvc.services.mapping_check import check_mapping_files, kinds_at
from vocabsvc.services.vocabulary_check import check_files

_COLUMNS = ("vocabulary", "code", "severity", "count", "message", "value", "concept")
_MAPPING_COLUMNS = ("mapping_set", "code", "severity", "count", "message", "value", "place")
_NOT_ASSESSED = {"en": "not assessed", "fr": "non évalué"}

ReportT = TypeVar("ReportT", VocabularyReport, MappingReport)


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            help="Vocabulary folders, RDF files, *.sssom.tsv; where none is named, those that load takes.",
        ),
    ] = None,
    examples: Annotated[int, typer.Option(help="Most findings shown of each kind.", min=1)] = 1,
    lang: Annotated[str, typer.Option(help="Language of the messages: en or fr.")] = "en",
    layout: FormatOption = Format.TABLE,
) -> None:
    """Check the quality of vocabularies and mapping sets; exit 1 if one has a violation, 2 if one cannot be read.

    Links between the vocabularies that are named together are checked as well. The targets of mappings are looked up
    in the vocabularies that are named or, where none is, in those that load takes.

    Example: vocabsvc check vocabularies/OD1 mappings
    """
    named, base_uri = paths or default_sources(), settings_with(None).base_uri
    language = "fr" if lang.lower().startswith("fr") else "en"
    with_vocabularies, with_mappings = kinds_at(named)
    # All is read before anything is printed: one broken file, and there is no report.
    mapping_reports = check_mapping_files(named, default_sources(), base_uri, examples) if with_mappings else None
    reports = check_files(named, base_uri, examples) if with_vocabularies or mapping_reports is None else None
    conform = reports is None or _print(reports, VocabularyReportOut.of, _COLUMNS, _rows, language, layout)
    if mapping_reports is not None:
        out, rows = MappingReportOut.of, _mapping_rows
        conform = _print(mapping_reports, out, _MAPPING_COLUMNS, rows, language, layout) and conform
    raise typer.Exit(0 if conform else 1)


def _print(
    reports: Iterable[ReportT],
    out: Callable[[ReportT], BaseModel],
    columns: Sequence[str],
    rows_of: Callable[[ReportT, str], Iterator[list[object]]],
    lang: str,
    layout: Format,
) -> bool:
    """Print the reports and tell whether all conform."""
    conform, rows = True, list[list[object]]()
    for report in reports:
        conform = conform and report.conforms
        if layout is Format.JSON:
            print_json(out(report).model_dump(mode="json"))
        rows += rows_of(report, lang)
    if layout is not Format.JSON:
        print_rows(columns, rows, layout)
    return conform


def _rows(report: VocabularyReport, lang: str) -> Iterator[list[object]]:
    for group in report.groups:
        for one in group.examples:
            message = one.message[lang]
            yield [report.vocabulary, one.code, one.severity, group.count, message, one.value, one.concept]
    for gap in report.not_assessed:
        yield [report.vocabulary, gap.code, _NOT_ASSESSED[lang], "", gap.message[lang], "", ""]


def _mapping_rows(report: MappingReport, lang: str) -> Iterator[list[object]]:
    for group in report.groups:
        for one in group.examples:
            place = ":".join(str(part) for part in (report.file, one.line, one.column) if part)
            yield [report.mapping_set, one.code, one.severity, group.count, one.message[lang], one.value, place]
    for gap in report.not_assessed:
        yield [report.mapping_set, gap.code, _NOT_ASSESSED[lang], "", gap.message[lang], "", report.file]
