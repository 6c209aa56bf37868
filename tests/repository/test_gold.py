"""The French gold set is well-formed and asks for concepts that ship; tests/gold/fr_sources.md has its rules."""

import csv
import gzip
import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import Concept, Status

GOLD = ROOT / "tests" / "gold"
BASE = "https://hub.example/id/"
FEWEST = {"P01": 120, "P07": 60, "P02": 60}
FEWEST_ROWS = 200
MOST_TARGETS = 6
SMALLEST_ACCENTED_SHARE = 0.3
SUBJECT = re.compile(rb"<http://vocab\.nerc\.ac\.uk/collection/P01/current/([A-Z0-9]+)/> ")
COLUMNS = [
    "source", "local_name", "long_name", "unit", "target_scheme", "target_id", "target_label", "target_status",
    "label_lang", "ambiguous_in_source", "label_equals_target",
]  # fmt: skip


class Row(NamedTuple):
    source: str
    local_name: str
    long_name: str
    unit: str
    target_scheme: str
    target_id: str
    target_label: str
    target_status: str
    label_lang: str
    ambiguous_in_source: str
    label_equals_target: str


@pytest.fixture(scope="module")
def lines() -> list[list[str]]:
    text = (GOLD / "fr.tsv").read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


@pytest.fixture(scope="module")
def rows(lines: list[list[str]]) -> list[Row]:
    return [Row(*line) for line in lines[1:]]


@pytest.fixture(scope="module")
def concepts(rows: list[Row]) -> dict[tuple[str, str], Concept]:
    """The shipped concepts, by scheme and code; of P01, which is large, only those that the rows name."""
    wanted = {row.target_id.encode() for row in rows if row.target_scheme == "P01"}
    files = {
        "P01.nt": b"".join(_lines_about(wanted)),
        "P02.ttl": (ROOT / "vocabularies" / "P02" / "P02.ttl").read_bytes(),
        "P07.ttl": (ROOT / "vocabularies" / "P07" / "P07.ttl").read_bytes(),
    }
    return {
        (name[:3], concept.uri.rstrip("/").rpartition("/")[2]): concept
        for name, data in files.items()
        for concept in read_skos(parse_rdf(data, name, BASE).triples, name[:3]).concepts
    }


def _lines_about(codes: set[bytes]) -> Iterator[bytes]:
    with gzip.open(ROOT / "vocabularies" / "P01" / "P01.nt.gz") as file:
        for line in file:
            subject = SUBJECT.match(line)
            if subject and subject[1] in codes:
                yield line


def test_columns_are_those_of_the_shared_sets(lines: list[list[str]]) -> None:
    assert lines[0] == COLUMNS
    assert {len(line) for line in lines} == {len(COLUMNS)}


def test_cells_are_clean_and_composed(rows: list[Row]) -> None:
    for row in rows:
        assert [unicodedata.normalize("NFC", cell.strip()) for cell in row] == list(row)
        assert row.source, row
        assert row.local_name or row.long_name, row
        assert (row.target_status, row.label_lang) == ("ok", "fr"), row
        assert row.label_equals_target == str(int(row.target_label in (row.local_name, row.long_name))), row


def test_french_is_written_with_its_accents(rows: list[Row]) -> None:
    names = {(row.local_name, row.long_name) for row in rows}
    accented = [pair for pair in names if re.search("[àâçéèêëîïôöùûüœÉÈÀ]", "".join(pair))]
    assert len(accented) >= SMALLEST_ACCENTED_SHARE * len(names)


def test_every_target_ships_with_that_label_and_is_current(
    rows: list[Row], concepts: dict[tuple[str, str], Concept]
) -> None:
    for row in rows:
        concept = concepts.get((row.target_scheme, row.target_id))
        assert concept, row
        assert concept.status is not Status.DEPRECATED, row
        assert row.target_label in {label.text for label in concept.pref_labels}, row


def test_no_row_is_there_twice(rows: list[Row]) -> None:
    assert [row for row, times in Counter(row[:6] for row in rows).items() if times > 1] == []


def test_a_row_is_marked_ambiguous_if_its_input_has_several_targets(rows: list[Row]) -> None:
    targets = defaultdict(list)
    for row in rows:
        targets[row[:5]].append(row.ambiguous_in_source)
    for asked, marks in targets.items():
        assert len(marks) <= MOST_TARGETS, asked
        assert set(marks) == {"1" if len(marks) > 1 else "0"}, asked


def test_each_scheme_has_rows_enough(rows: list[Row]) -> None:
    counts = Counter(row.target_scheme for row in rows)
    assert set(counts) == set(FEWEST)
    assert len(rows) >= FEWEST_ROWS
    for scheme, fewest in FEWEST.items():
        assert counts[scheme] >= fewest, scheme


def test_every_source_is_accounted_for_and_no_other(rows: list[Row]) -> None:
    text = (GOLD / "fr_sources.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| `(\w+)` \|", text, re.MULTILINE)) == {row.source for row in rows}
