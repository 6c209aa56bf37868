"""What the checks find in the vocabularies that ship, count by count."""

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.uncovered import uncovered
from vocabsvc.formats.vocabulary_toml import read_vocabulary_toml
from vocabsvc.model.vocabulary_report import VocabularyReport
from vocabsvc.services.vocabulary_check import check_files

VOCABULARIES = Path(__file__).resolve().parents[2] / "vocabularies"
LISTED = Path(__file__).parent / "vocabulary_findings.tsv"
BASE = "https://hub.example/id/"


@pytest.fixture(scope="module")
def reports() -> Mapping[str, VocabularyReport]:
    with uncovered():
        return {report.vocabulary: report for report in check_files([VOCABULARIES], BASE, 1)}


def test_the_findings_are_those_listed(reports: Mapping[str, VocabularyReport]) -> None:
    with LISTED.open(encoding="utf-8", newline="") as file:
        listed = [(row["vocabulary"], row["code"], int(row["count"])) for row in csv.DictReader(file, delimiter="\t")]
    found = [(name, code, count) for name, report in reports.items() for code, count in report.counts().items()]
    assert found == listed


def test_our_own_vocabularies_have_no_violation(reports: Mapping[str, VocabularyReport]) -> None:
    tomls = VOCABULARIES.glob("*/vocabulary.toml")
    described = [read_vocabulary_toml(toml.read_bytes(), str(toml)) for toml in tomls]
    own = [one.vocabulary.id for one in described if one.own]
    assert own
    assert [name for name in own if not reports[name].conforms] == []
