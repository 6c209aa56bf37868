from pathlib import Path

import pytest

from vocabsvc.errors import UnreadableInput
from vocabsvc.services.mapping_check import check_mapping_files, kinds_at

DATA = Path(__file__).parents[2] / "data"
BASE = "http://hub.example/id/"
SET = DATA / "testcentre.sssom.tsv"


def changed(folder: Path, old: str, new: str) -> Path:
    path = folder / "autre.sssom.tsv"
    path.write_text(SET.read_text("utf-8").replace(old, new), "utf-8")
    return path


def test_concepts_are_those_of_the_vocabularies_named_along(tmp_path: Path) -> None:
    path = changed(tmp_path, "SALTX01", "SLATX01")
    (alone,) = check_mapping_files([path], [], BASE, 1)
    assert alone.counts() == {"MAP-11": 1}
    assert [gap.code for gap in alone.not_assessed] == ["MAP-05"]
    (report,) = check_mapping_files([path, DATA / "T01.ttl"], [], BASE, 1)
    assert report.counts()["MAP-05"] == 1


def test_or_else_those_that_are_known_anyway(tmp_path: Path) -> None:
    (report,) = check_mapping_files([changed(tmp_path, "SALTX01", "SLATX01")], [DATA / "T01.ttl"], BASE, 1)
    assert not report.conforms
    place = report.violations[0].first
    assert (report.file.endswith("autre.sssom.tsv"), place.line, place.column) == (True, 7, 4)


def test_one_broken_file_and_there_is_no_report(tmp_path: Path) -> None:
    with pytest.raises(UnreadableInput, match=r"autre.sssom.tsv:6:2: column 'subjekt'"):
        check_mapping_files([SET, changed(tmp_path, "subject_label", "subjekt")], [], BASE, 1)


def test_what_there_is_to_check() -> None:
    assert kinds_at([SET]) == (False, True)
    assert kinds_at([SET, DATA / "T01.ttl"]) == (True, True)
    assert kinds_at([DATA / "T01.ttl"]) == (True, False)
