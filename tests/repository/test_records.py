"""The records of the shared corpus go through validation, with all profiles, vocabularies and schemas.

``THOROUGH=1`` takes every file, other runs one in ``SAMPLED``; all are parsed and lifted anyway.
"""

import csv
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest
from lxml import etree

from tests.cases import shape_files
from tests.corpus import PAGE, SAMPLED, Outcomes, frequencies, listed, page, validated
from tests.examples import examples
from tests.uncovered import uncovered
from vocabsvc.checks.shapes import prepare_shapes
from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.records.reading import read_records
from vocabsvc.formats.xml import parse_xml
from vocabsvc.model.report import State, ValidationReport

HERE = Path(__file__).parent
UNREADABLE = HERE / "unreadable_records.tsv"
LIMIT = 20_000_000
WRITE_AGAIN = "to write them again: vocabsvc load --data X && python -m tests.corpus X"
CONFORMING = {
    "iso19115-3/geopython__pycsw/post_GetRecords-all-csw-output__66d664d7_e3.xml": "valid with the schema of srv 2.1",
    "iso19139/aodn__schema-plugins/CSR_ISO19139_full_example__de39cf32.xml": "valid with SeaDataNet's schemas",
}
"""Records listed as invalid that conform to core, and why; see also ``xsd_verdicts.tsv``.

The list was made with the plain ISO schemas alone. The cruise summary is valid by SeaDataNet's schemas, which are among
the sets; and srv 2.1, which no set has, by srv 2.0, whose content is the same: with the schema of srv 2.1 it is valid.
"""

STEP = examples(SAMPLED, 1)


@pytest.fixture(scope="module")
def outcomes(shared: Path, shipped_data: Path) -> Outcomes:
    with uncovered():
        return validated(shipped_data, STEP)


@pytest.fixture(scope="module")
def reports(outcomes: Outcomes) -> Mapping[str, ValidationReport]:
    """The first report of each file."""
    return {name: found[0] for name, found in outcomes.items() if not isinstance(found, UnreadableRecord)}


def test_all_records_are_read_but_those_listed_with_a_reason(shared: Path) -> None:
    with UNREADABLE.open(encoding="utf-8", newline="") as file:
        explained = {row["file"]: row["code"] for row in csv.DictReader(file, delimiter="\t")}
    folder = shared / "data" / "records"
    encodings, refused = Counter[str](), dict[str, str]()
    with uncovered():
        for path in sorted(folder.rglob("*.xml")):
            try:
                document = read_records(path.read_bytes(), path.name, max_bytes=LIMIT)
            except UnreadableRecord as error:
                placed = error.line and error.column
                refused[path.relative_to(folder).as_posix()] = error.code if placed else "nowhere"
                continue
            encodings[document.records[0].graph.summary.encoding] += 1
    assert refused == explained
    # Nine records in folders of 19115-3 hold 19139 content, and two in folders of 19139 are drafts of 19115-3.
    assert encodings == {"iso19139": 864, "iso19115-3": 443, "eml": 249}


def test_findings_are_those_listed(outcomes: Outcomes) -> None:
    assert frequencies(outcomes) == listed(STEP), WRITE_AGAIN


def test_the_page_on_checks_is_what_shapes_cases_and_corpus_make() -> None:
    assert PAGE.read_text("utf-8") == page(listed(), prepare_shapes(shape_files())), WRITE_AGAIN


def test_what_is_known_as_invalid_does_not_conform_to_core(shared: Path, shipped_data: Path) -> None:
    with (shared / "data" / "records" / "SOURCES.tsv").open(encoding="utf-8", newline="") as file:
        invalid = {row["file"] for row in csv.DictReader(file, delimiter="\t") if row["xsd"] == "invalid"}
    with uncovered():
        outcomes = validated(shipped_data, STEP, profiles=["core"])
    found = {name: one[0] for name, one in outcomes.items() if not isinstance(one, UnreadableRecord)}
    assert len(invalid & found.keys()) > 700 / STEP
    assert {name for name in invalid & found.keys() if found[name].conforms} == CONFORMING.keys() & found.keys()


def test_twins_differ_only_in_what_a_conversion_lost(shared: Path, shipped_data: Path) -> None:
    outcomes = validated(shipped_data, pattern="metawal-sample__*.xml")
    codes: dict[str, set[str]] = {}
    for found in outcomes.values():
        assert not isinstance(found, UnreadableRecord)
        asked = [one for one in found[0].results if {"core", "inspire"} & {*one.profiles} and one.state is State.FAIL]
        codes[found[0].record.encoding] = {one.code for one in asked}
    assert len(codes["iso19139"] & codes["iso19115-3"]) > 10
    # The twin in 19115-3 has empty codes, short addresses of code lists and a thesaurus without its date.
    lost = {"GEO-17", "KW-07", "KW-19", "QLT-02", "STR-05", "STR-08", "STR-11", "STR-12", "TMP-05"}
    assert codes["iso19115-3"] - codes["iso19139"] <= lost
    # A misspelt namespace, and languages in words.
    assert codes["iso19139"] - codes["iso19115-3"] <= {"MD-05", "STR-05", "STR-07"}


def test_every_place_is_the_start_tag_that_its_path_names(
    shared: Path, reports: Mapping[str, ValidationReport]
) -> None:
    checked = 0
    for name, report in list(reports.items())[:: 10 // STEP]:
        data = (shared / "data" / "records" / name).read_bytes()
        document = parse_xml(data, name, max_bytes=LIMIT)
        lines = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n").split("\n")
        for result in report.results:
            for line, column, xpath in (
                (result.line, result.column, result.xpath),
                *((place.line, place.column, place.xpath) for place in result.more),
            ):
                number = document.numbers[_element_at(document.root, xpath)]
                places = document.source_map
                assert (places.lines[number], places.columns[number]) == (line, column)
                assert lines[line - 1][column - 1 :].startswith(f"<{places.names[number]}"), (name, result)
                checked += 1
    assert checked > 1000


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
