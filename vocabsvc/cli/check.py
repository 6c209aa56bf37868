"""``vocabsvc check``."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from vocabsvc.bootstrap import default_sources
from vocabsvc.cli.options import FormatOption, settings_with
from vocabsvc.cli.render import Format, print_json, print_rows
from vocabsvc.model.vocabulary_report import VocabularyReport
from vocabsvc.schemas.vocabulary_reports import VocabularyReportOut
from vocabsvc.services.vocabulary_check import check_files

_COLUMNS = ("vocabulary", "code", "severity", "count", "message", "value", "concept")
_NOT_ASSESSED = {"en": "not assessed", "fr": "non évalué"}


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(help="Vocabulary folders or RDF files; where none is named, those that load takes."),
    ] = None,
    examples: Annotated[int, typer.Option(help="Most findings shown of each kind.", min=1)] = 1,
    lang: Annotated[str, typer.Option(help="Language of the messages: en or fr.")] = "en",
    layout: FormatOption = Format.TABLE,
) -> None:
    """Check the quality of vocabularies; exit 1 if one has a violation, 2 if one cannot be read.

    Links between the vocabularies that are named together are checked as well.

    Example: vocabsvc check vocabularies/OD1 vocabularies/P03
    """
    reports = check_files(paths or default_sources(), settings_with(None).base_uri, examples)
    language = "fr" if lang.lower().startswith("fr") else "en"
    conform, rows = True, list[list[object]]()
    for report in reports:
        conform = conform and report.conforms
        if layout is Format.JSON:
            print_json(VocabularyReportOut.of(report).model_dump(mode="json"))
        rows += _rows(report, language)
    if layout is not Format.JSON:
        print_rows(_COLUMNS, rows, layout)
    raise typer.Exit(0 if conform else 1)


def _rows(report: VocabularyReport, lang: str) -> Iterator[list[object]]:
    for group in report.groups:
        for one in group.examples:
            message = one.message[lang]
            yield [report.vocabulary, one.code, one.severity, group.count, message, one.value, one.concept]
    for gap in report.not_assessed:
        yield [report.vocabulary, gap.code, _NOT_ASSESSED[lang], "", gap.message[lang], "", ""]
