import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

T01 = "http://test.example/collection/T01/current/"


@pytest.fixture(autouse=True)
def _data(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCABSVC_DATA", str(data_folder))


def test_the_names_of_a_concept(run: Run) -> None:
    table = run("local-names", f"{T01}SALTX01/")
    assert table.code == 0
    assert "testcentre  SEAU_T" in table.out
    assert "exactMatch" in table.out
    header, row = (line.split("\t") for line in run("local-names", f"{T01}SALTX01", "--format", "tsv").out.splitlines())
    assert dict(zip(header, row, strict=True))["predicate_id"].startswith("http://")
    assert json.loads(run("local-names", f"{T01}SALTX01/", "--format", "json").out)["total"] == 1


def test_none_is_no_and_an_unknown_concept_is_refused(run: Run) -> None:
    assert run("local-names", f"{T01}OXYGX01/").code == 1
    unknown = run("local-names", "http://nowhere.example/")
    assert (unknown.code, "unknown concept" in unknown.err) == (2, True)
