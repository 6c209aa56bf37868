"""``vocabsvc validate``."""

import os
import sys
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from vocabsvc import __version__
from vocabsvc.bootstrap import build_validation
from vocabsvc.cli.options import DataOption, read_input, settings_with
from vocabsvc.cli.progress import counted
from vocabsvc.cli.render import error_console, print_json
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.reports.batch_summary import BatchSummary
from vocabsvc.formats.reports.text import text_lines
from vocabsvc.formats.reports.writing import ReportForm, write_reports
from vocabsvc.model.report import FileReport
from vocabsvc.schemas.reports import FileReportOut
from vocabsvc.services.validation.batch import FileValidation, validate_files
from vocabsvc.settings import Settings

FormOption = Annotated[ReportForm, typer.Option("--format", help="For people (text, html) or programs.")]
StatesOption = Annotated[bool, typer.Option("--states", help="Also what passed and what does not apply.")]


def validate(
    files: Annotated[list[str], typer.Argument(help="ISO 19139, ISO 19115-3 or EML files, or folders of them.")],
    profile: Annotated[str, typer.Option(help="Profiles, with commas.")] = "core",
    lang: Annotated[str, typer.Option(help="Language of the messages: en or fr.")] = "en",
    data: DataOption = None,
    form: Annotated[
        ReportForm, typer.Option("--format", help="For people (text, html) or programs.")
    ] = ReportForm.TEXT,
    jobs: Annotated[int, typer.Option(min=1, help="Processes.", show_default="all cores")] = os.cpu_count() or 1,
    states: StatesOption = False,  # noqa: FBT002 - a flag
) -> None:
    """Validate metadata records; exit 1 if one does not conform, 2 if one cannot be read.

    Example: vocabsvc validate record.xml --lang fr
    """
    names = [name for given in files for name in _expanded(given)]
    language = "fr" if lang.lower().startswith("fr") else "en"
    profiles = [name.strip() for name in profile.split(",") if name.strip()]
    start = partial(_start, settings_with(data), profiles, states)
    summary = BatchSummary()
    reports = _reports(counted(validate_files(names, start, jobs), len(names)), summary, quiet=form is ReportForm.TEXT)
    if form is ReportForm.JSON:
        for one in reports:
            print_json(FileReportOut.of_file(one).model_dump(mode="json"))
    elif form is ReportForm.TEXT:
        sys.stdout.writelines(text_lines(reports, language))
    else:
        sys.stdout.buffer.write(write_reports(list(reports), form, language, __version__))
    if len(names) > 1:
        error_console().print(summary.text(language))
    raise typer.Exit(summary.exit_code)


def _start(settings: Settings, profiles: list[str], states: bool) -> FileValidation:  # noqa: FBT001 - a flag
    return FileValidation(build_validation(settings), read_input, profiles, all_states=states)


def _expanded(given: str) -> list[str]:
    """Return the XML files of a folder in the order of their names, or the file itself."""
    folder = Path(given)
    return sorted(str(path) for path in folder.rglob("*.xml")) if folder.is_dir() else [given]


def _reports(
    outcomes: Iterable[tuple[str, tuple[FileReport, ...] | UnreadableInput]],
    summary: BatchSummary,
    *,
    quiet: bool,
) -> Iterator[FileReport]:
    for _, outcome in outcomes:
        if isinstance(outcome, UnreadableInput):
            error_console().print(f"vocabsvc: {outcome}")
            summary.unopened += 1
            continue
        for one in outcome:
            summary.add(one)
            if not quiet and not one.report.record.encoding:
                first = one.report.results[0]
                error_console().print(f"vocabsvc: {one.file}:{first.line}:{first.column}: {first.value}")
            yield one
