"""``vocabsvc validate``."""

from typing import Annotated

import typer

from vocabsvc.cli.options import DataOption, FormatOption, open_services, read_input
from vocabsvc.cli.render import Format, error_console, print_json, print_rows
from vocabsvc.errors import UnreadableInput
from vocabsvc.model.report import ValidationReport
from vocabsvc.schemas.reports import ReportOut

_SHOWN = ("place", "severity", "code", "message", "value")
_COLUMNS = ("file", "line", "column", "severity", "code", "message", "value", "xpath")
_CONFORMS, _DOES_NOT_CONFORM, _UNREADABLE = 0, 1, 2


def validate(
    files: Annotated[list[str], typer.Argument(help="ISO 19139, ISO 19115-3 or EML files.")],
    profile: Annotated[str, typer.Option(help="Profiles, with commas.")] = "core",
    lang: Annotated[str, typer.Option(help="Language of the messages: en or fr.")] = "en",
    data: DataOption = None,
    layout: FormatOption = Format.TABLE,
) -> None:
    """Validate metadata records; exit 1 if one does not conform, 2 if one cannot be read.

    Example: vocabsvc validate record.xml --lang fr
    """
    validation = open_services(data).validation
    profiles = [name.strip() for name in profile.split(",") if name.strip()]
    worst, rows = _CONFORMS, list[dict[str, object]]()
    for file in files:
        try:
            reports = validation.validate(read_input(file), profiles, file).reports
        except UnreadableInput as error:
            error_console().print(f"vocabsvc: {error}")
            worst = _UNREADABLE
            continue
        for report in reports:
            worst = max(worst, _CONFORMS if report.conforms else _DOES_NOT_CONFORM)
            if layout is Format.JSON:
                print_json({"file": file, **ReportOut.of(report).model_dump(mode="json")})
            rows += _rows(file, report, "fr" if lang.lower().startswith("fr") else "en")
    if layout is not Format.JSON:
        columns = _SHOWN if layout is Format.TABLE else _COLUMNS
        print_rows(columns, [[row[column] for column in columns] for row in rows], layout)
    raise typer.Exit(worst)


def _rows(file: str, report: ValidationReport, lang: str) -> list[dict[str, object]]:
    return [
        {
            "place": f"{file}:{one.line}:{one.column}",
            "file": file,
            "line": one.line,
            "column": one.column,
            "severity": one.severity,
            "code": one.code,
            "message": one.message[lang],
            "value": one.value,
            "xpath": one.xpath,
        }
        for one in report.results
    ]
