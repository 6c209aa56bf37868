"""Every record of the shared corpus goes through validation."""

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from tests.cases import shape_files
from tests.uncovered import uncovered
from vocabsvc.checks.shapes import prepare_shapes
from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.xml import parse_xml
from vocabsvc.model.report import ValidationReport
from vocabsvc.services.validation.validation import Validation

UNREADABLE = Path(__file__).parent / "unreadable_records.tsv"
LIMIT = 20_000_000
Outcomes = Mapping[str, ValidationReport | UnreadableRecord]


@pytest.fixture(scope="module")
def outcomes(shared: Path) -> Outcomes:
    folder = shared / "data" / "records"
    with uncovered():
        validation = Validation(prepare_shapes(shape_files()), LIMIT)
        return {
            path.relative_to(folder).as_posix(): outcome(validation, path, path.relative_to(folder).as_posix())
            for path in sorted(folder.rglob("*.xml"))
        }


def outcome(validation: Validation, path: Path, name: str) -> ValidationReport | UnreadableRecord:
    try:
        return validation.validate(path.read_bytes(), ["core"], name).reports[0]
    except UnreadableRecord as error:
        return error


def test_all_records_are_read_but_those_listed_with_a_reason(outcomes: Outcomes) -> None:
    with UNREADABLE.open(encoding="utf-8", newline="") as file:
        listed = {row["file"]: row["code"] for row in csv.DictReader(file, delimiter="\t")}
    refused = {name: error for name, error in outcomes.items() if isinstance(error, UnreadableRecord)}
    assert len(outcomes) == 1563
    assert {name: error.code for name, error in refused.items()} == listed
    assert all(error.line and error.column for error in refused.values())


def test_records_are_taken_for_the_encoding_they_are_in(outcomes: Outcomes) -> None:
    # Nine records in folders of 19115-3 hold 19139 content, and two in folders of 19139 are drafts of 19115-3.
    reports = [found for found in outcomes.values() if isinstance(found, ValidationReport)]
    encodings = Counter(report.record.encoding for report in reports)
    assert encodings == {"iso19139": 864, "iso19115-3": 443, "eml": 249}


def test_every_result_stands_at_the_element_that_its_path_names(shared: Path, outcomes: Outcomes) -> None:
    names = [name for name, found in outcomes.items() if isinstance(found, ValidationReport) and found.results]
    checked = 0
    for name in names[::10]:
        data = (shared / "data" / "records" / name).read_bytes()
        document = parse_xml(data, name, max_bytes=LIMIT)
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        report = outcomes[name]
        assert isinstance(report, ValidationReport)
        for result in report.results:
            element = _element_at(document.root, result.xpath)
            number = document.numbers[element]
            assert (document.source_map.lines[number], document.source_map.columns[number]) == (
                result.line,
                result.column,
            )
            start = lines[result.line - 1][result.column - 1 :]
            assert start.startswith(f"<{document.source_map.names[number]}"), (name, result)
            checked += 1
    assert checked > 500


def _element_at(root: etree._Element, xpath: str) -> etree._Element:
    """The element that a path of prefixed names leads to, by lxml's own names."""
    element = root
    for step in xpath.split("/")[2:]:
        name, _, ordinal = step.partition("[")
        same = [child for child in element if _written(child) == name]
        assert ordinal or len(same) == 1
        element = same[int(ordinal.rstrip("]") or 1) - 1]
    return element


def _written(element: etree._Element) -> str:
    local = etree.QName(element).localname
    return f"{element.prefix}:{local}" if element.prefix else local
