"""What validation says of the shared corpus, with all profiles, vocabularies and schemas.

``python -m tests.corpus DATA`` writes ``tests/repository/record_findings.tsv`` and ``docs/checks.md`` again, over a
data folder with all that ships.
"""

import csv
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from tests.cases import FOLDER, load_cases, shape_files
from vocabsvc.bootstrap.validation import build_validation
from vocabsvc.checks.records.page import Example, Frequency, record_checks_page
from vocabsvc.checks.shapes import ShapesGraph, prepare_shapes
from vocabsvc.errors import UnreadableRecord
from vocabsvc.model.report import State, ValidationReport
from vocabsvc.services.validation.validation import Validation
from vocabsvc.settings import Settings

ROOT = FOLDER.parents[1]
SHARED = ROOT.parent / "shared"
FINDINGS = Path(__file__).parent / "repository" / "record_findings.tsv"
PAGE = ROOT / "docs" / "checks.md"
MOST_IN_AN_ENVELOPE = 3
SAMPLED = 5
"""Of so many files one is validated where there is no time for all."""
NOW = datetime(2026, 11, 21, tzinfo=UTC)
"""The day of the listed findings; some checks look at the date."""

Outcomes = Mapping[str, tuple[ValidationReport, ...] | UnreadableRecord]


def validated(data: Path, step: int = 1, pattern: str = "*.xml", profiles: Sequence[str] = ()) -> Outcomes:
    """The reports on each file of the corpus, or on one in ``step``; of an answer with many records the first ones.

    Without ``profiles`` all are asked for at once, with the most severe of the severities.
    """
    settings = Settings(data=data, schemas=SHARED / "data" / "schemas")
    validation = build_validation(settings, clock=lambda: NOW)
    names = list(profiles) or [profile.name for profile in validation.profiles()]
    folder = SHARED / "data" / "records"
    return {
        path.relative_to(folder).as_posix(): _outcome(validation, names, path)
        for path in sorted(folder.rglob(pattern))[::step]
    }


def _outcome(validation: Validation, names: list[str], path: Path) -> tuple[ValidationReport, ...] | UnreadableRecord:
    try:
        reports = validation.validate(path.read_bytes(), names, path.name).reports
    except UnreadableRecord as error:
        return error
    return reports[:MOST_IN_AN_ENVELOPE]


def frequencies(outcomes: Outcomes) -> dict[str, Frequency]:
    """By constraint: in how many files it fires, and at how many places."""
    files, places = Counter[str](), Counter[str]()
    for outcome in outcomes.values():
        if isinstance(outcome, UnreadableRecord):
            files[outcome.code] += 1
            places[outcome.code] += 1
            continue
        failed = [one for report in outcome for one in report.results if one.state is State.FAIL]
        files.update({one.constraint for one in failed})
        for one in failed:
            places[one.constraint] += one.count
    return {name: Frequency(files[name], places[name]) for name in sorted(files)}


def listed(step: int = 1) -> dict[str, Frequency]:
    """The same as it was last written down, of all files or of one in ``SAMPLED``."""
    with FINDINGS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    names = ("records", "places") if step == 1 else ("sampled_records", "sampled_places")
    found = {row["constraint"]: Frequency(*(int(row[name]) for name in names)) for row in rows}
    return {name: one for name, one in found.items() if one.records}


def page(found: Mapping[str, Frequency], shapes: ShapesGraph) -> str:
    """The page on the checks."""
    return record_checks_page(shapes.constraints.values(), dict(_examples()), found, 1563)


def _examples() -> Iterator[tuple[str, Example]]:
    for case in reversed(load_cases()):  # so that the first case of a code stays
        if case.at and case.state == State.FAIL:
            yield case.code, Example(case.encoding, case.at, case.found)


def _write_again(data: Path) -> None:
    outcomes = validated(data)
    counted = frequencies(outcomes)
    sample = frequencies({name: outcomes[name] for name in list(outcomes)[::SAMPLED]})
    rows = ["constraint\trecords\tplaces\tsampled_records\tsampled_places\n"]
    for name, one in counted.items():
        some = sample.get(name, Frequency(0, 0))
        rows.append(f"{name}\t{one.records}\t{one.places}\t{some.records}\t{some.places}\n")
    FINDINGS.write_text("".join(rows), "utf-8")
    PAGE.write_text(page(counted, prepare_shapes(shape_files())), "utf-8")


if __name__ == "__main__":
    _write_again(Path(sys.argv[1]))
