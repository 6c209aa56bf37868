"""``vocabsvc validate``."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import astuple, replace
from functools import partial
from pathlib import Path
from typing import Annotated, TypeVar

import typer

from vocabsvc import __version__
from vocabsvc.bootstrap.validation import build_engine_comparison, build_validation
from vocabsvc.checks.shapes import EngineName
from vocabsvc.cli.options import DataOption, read_input, settings_with
from vocabsvc.cli.progress import counted
from vocabsvc.cli.render import Format, error_console, print_rows
from vocabsvc.cli.schemas import SchemasOption
from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.reports.batch_summary import BatchSummary
from vocabsvc.formats.reports.evidence import evidence_markdown
from vocabsvc.formats.reports.text import text_lines
from vocabsvc.formats.reports.writing import ReportForm, write_reports
from vocabsvc.model.report import FileReport, WrittenReport
from vocabsvc.schemas.collection_evidence import CollectionEvidenceOut
from vocabsvc.schemas.reports import FileReportOut
from vocabsvc.services.validation.batch import FileValidation, Work, validate_files
from vocabsvc.services.validation.collection_evidence import EvidenceCollector
from vocabsvc.services.validation.engine_comparison import EngineComparison
from vocabsvc.settings import Settings

ReportT = TypeVar("ReportT", FileReport, WrittenReport)

FormOption = Annotated[ReportForm, typer.Option("--format", help="For people (text, html) or programs.")]
StatesOption = Annotated[bool, typer.Option("--states", help="Also what passed and what does not apply.")]
EvidenceOption = Annotated[
    Path | None, typer.Option("--evidence", help="Counts over all records for CoreTrustSeal: FILE.json or FILE.md.")
]

LinksOption = Annotated[bool, typer.Option("--check-links", help="Ask each address whether it answers (network).")]
EngineOption = Annotated[EngineName, typer.Option("--engine", help="The SHACL engine.")]
ComparisonOption = Annotated[bool, typer.Option("--compare-engines", help="Only list what not all SHACL engines find.")]


def validate(
    files: Annotated[list[str], typer.Argument(help="ISO 19139, ISO 19115-3 or EML files, or folders of them.")],
    profile: Annotated[str, typer.Option(help="Profiles, with commas.")] = "core",
    lang: Annotated[str, typer.Option(help="Language of the messages: en or fr.")] = "en",
    data: DataOption = None,
    schemas: SchemasOption = None,
    form: FormOption = ReportForm.TEXT,
    jobs: Annotated[int, typer.Option(min=1, help="Processes.", show_default="all cores")] = os.cpu_count() or 1,
    states: StatesOption = False,  # noqa: FBT002 - a flag
    evidence: EvidenceOption = None,
    check_links: LinksOption = False,  # noqa: FBT002 - a flag
    engine: EngineOption = EngineName.CLOSURES,
    compare_engines: ComparisonOption = False,  # noqa: FBT002 - a flag
) -> None:
    """Validate metadata records; exit 1 if one does not conform, 2 if one cannot be read.

    Example: vocabsvc validate record.xml --lang fr
    """
    names = [name for given in files for name in _expanded(given)]
    language = "fr" if lang.lower().startswith("fr") else "en"
    profiles = [name.strip() for name in profile.split(",") if name.strip()]
    settings = settings_with(data, schemas=schemas)
    if compare_engines:
        raise typer.Exit(_compare(build_engine_comparison(settings), names, profiles))
    listed = states or evidence is not None
    start = partial(_start, settings, profiles, states=listed, check_links=check_links, engine=engine)
    summary = BatchSummary()
    if evidence is None and form in _WRITERS:
        start_writing = partial(_start_writing, start, _WRITERS[form], language)
        written = _told(counted(validate_files(names, start_writing, jobs), len(names)), summary, form)
        sys.stdout.writelines(one.text for one in written)
    else:
        reports = _told(counted(validate_files(names, start, jobs), len(names)), summary, form)
        _print_reports(reports if evidence is None else _evident(reports, evidence, language, states), form, language)
    if len(names) > 1:
        error_console().print(summary.text(language))
    raise typer.Exit(summary.exit_code)


def _start(
    settings: Settings, profiles: list[str], *, states: bool, check_links: bool, engine: EngineName
) -> Work[tuple[FileReport, ...]]:
    validation = build_validation(settings, engine=engine, check_links=check_links)
    return FileValidation(validation, read_input, profiles, all_states=states).reports


def _start_writing(
    start: Callable[[], Work[tuple[FileReport, ...]]], write: Callable[[FileReport, str], str], language: str
) -> Work[tuple[WrittenReport, ...]]:
    reports = start()
    return lambda name: tuple(WrittenReport(write(one, language), one.verdict) for one in reports(name))


def _json_line(one: FileReport, _language: str) -> str:
    return f"{FileReportOut.of_file(one).model_dump_json()}\n"


def _text(one: FileReport, language: str) -> str:
    return "".join(text_lines([one], language))


_WRITERS: Mapping[ReportForm, Callable[[FileReport, str], str]] = {
    ReportForm.JSON: _json_line,
    ReportForm.TEXT: _text,
}
"""How one report is written in the forms that need not have all of them."""


def _compare(comparison: EngineComparison, names: Iterable[str], profiles: list[str]) -> int:
    """Print what not all engines find; return the exit code."""
    rows, unread = list[tuple[str, ...]](), False
    for name in names:
        try:
            rows += [(name, *astuple(one)) for one in comparison.differences(read_input(name), profiles, name)]
        except UnreadableInput as error:
            error_console().print(f"vocabsvc: {error}")
            unread = True
    print_rows(("file", "engine", "constraint", "xpath", "path", "value"), rows, Format.TSV)
    return 2 if unread else 1 if rows else 0


def _print_reports(reports: Iterable[FileReport], form: ReportForm, language: str) -> None:
    if form in _WRITERS:
        sys.stdout.writelines(_WRITERS[form](one, language) for one in reports)
    else:
        sys.stdout.buffer.write(write_reports(list(reports), form, language, __version__))


def _evident(reports: Iterable[FileReport], path: Path, language: str, states: bool) -> Iterator[FileReport]:  # noqa: FBT001 - a flag
    """Yield the reports, without what passed if nobody asked for it; when all are through, write what they prove."""
    collector = EvidenceCollector(__version__)
    for one in reports:
        collector.add(one.report)
        yield one if states else replace(one, report=replace(one.report, met=()))
    _write_evidence(path, collector, language)


def _write_evidence(path: Path, collector: EvidenceCollector, language: str) -> None:
    evidence = collector.evidence()
    if path.suffix == ".md":
        path.write_text(evidence_markdown(evidence, language), "utf-8")
    else:
        path.write_text(CollectionEvidenceOut.of(evidence).model_dump_json(indent=2) + "\n", "utf-8")


def _expanded(given: str) -> list[str]:
    """Return the XML files of a folder in the order of their names, or the file itself."""
    folder = Path(given)
    return sorted(str(path) for path in folder.rglob("*.xml")) if folder.is_dir() else [given]


def _told(
    outcomes: Iterable[tuple[ReportT, ...] | UnreadableInput], summary: BatchSummary, form: ReportForm
) -> Iterator[ReportT]:
    """Yield the reports as they are counted, and say what cannot be read; a text says that itself."""
    for outcome in outcomes:
        if isinstance(outcome, UnreadableInput):
            error_console().print(f"vocabsvc: {outcome}")
            summary.unopened += 1
            continue
        for one in outcome:
            verdict = one.verdict
            summary.add(verdict)
            if form is not ReportForm.TEXT and verdict.refusal:
                error_console().print(f"vocabsvc: {verdict.refusal}")
            yield one
