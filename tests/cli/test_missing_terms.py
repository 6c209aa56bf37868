import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.requested import load_requested
from vocabsvc.settings import Settings


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    return load_requested(tmp_path_factory.mktemp("requested"))


@pytest.fixture
def data(loaded: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VOCABSVC_DECISIONS", f"sqlite:///{tmp_path / 'd.sqlite'}")
    return loaded.data


def test_the_list_is_for_people_and_for_programs(run: Run, data: Path) -> None:
    table = run("missing-terms", "list", "--data", data)
    assert table.code == 0
    assert "Abundance of nifH gene copies per unit volume of ⟨matrix?⟩" in table.out
    answer = json.loads(run("missing-terms", "list", "--data", data, "--format", "json").out)
    assert [one["term"]["local_name"] for one in answer["results"]] == ["NIFH"]
    assert run("missing-terms", "list", "--data", data, "--centre", "ailleurs").code == 1


def test_the_export_is_a_spreadsheet_or_text(run: Run, data: Path) -> None:
    rows = run("missing-terms", "export", "--data", data).out.splitlines()
    assert rows[0].startswith("status\tcentre\tlocal_name")
    assert len(rows) == 2
    assert "# Nouveau terme P01" in run("missing-terms", "export", "--data", data, "--format", "md", "--lang", "fr").out
    assert json.loads(run("missing-terms", "export", "--data", data, "--format", "json").out)["total"] == 1


def test_map_keeps_what_it_finds_nothing_for_only_when_asked(run: Run, data: Path, tmp_path: Path) -> None:
    names = tmp_path / "rivière.csv"
    names.write_text("local_name,long_name,unit\nGLUB,Glubure inédite,ug/l\nGLUB_QC,,\n", "utf-8")
    run("map", names, "--target", "P01", "--data", data)
    assert "GLUB" not in run("missing-terms", "list", "--data", data).out
    run("map", names, "--target", "P01", "--data", data, "--collect", "--as", "marie.dupont")
    found = json.loads(run("missing-terms", "list", "--data", data, "--format", "json").out)["results"]
    (kept,) = [one for one in found if one["term"]["local_name"] == "GLUB"]
    assert (kept["occurrences"][0]["source"], kept["occurrences"][0]["asked_by"]) == ("rivière.csv", "marie.dupont")


def test_an_identity_that_cannot_be_one_is_refused(run: Run, data: Path, tmp_path: Path) -> None:
    names = tmp_path / "n.csv"
    names.write_text("local_name\nGLUB\n", "utf-8")
    refused = run("map", names, "--target", "P01", "--data", data, "--collect", "--as", "=1+1")
    assert refused.code == 2
    assert "not an identity" in refused.err
