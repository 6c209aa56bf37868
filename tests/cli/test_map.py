import io
import json
from pathlib import Path

import openpyxl
import pytest

from tests.cli.conftest import Run
from tests.unit.formats.parameters.netcdf_files import write_ctd
from vocabsvc.formats.sssom import read_sssom


@pytest.fixture(autouse=True)
def _data(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCABSVC_DATA", str(data_folder))


def test_the_other_columns_are_kept(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "paramètres.csv"
    file.write_text("station,local_name,long_name\nBrest,PSAL_X,\nSète,,oxygène dissous\n", encoding="utf-8")
    outcome = run("map", file, "--target", "T01", "--format", "tsv")
    header, *rows = [line.split("\t") for line in outcome.out.splitlines()]
    assert outcome.code == 0
    assert header[:4] == ["station", "local_name", "long_name", "uri"]
    assert header[-2:] == ["kind", "no_match"]
    assert [(row[0], row[4]) for row in rows] == [("Brest", "SDN:T01::SALTX01"), ("Sète", "SDN:T01::OXYGX01")]
    document = json.loads(run("map", file, "--target", "T01", "--format", "json").out)
    assert document["results"][1]["row"]["station"] == "Sète"
    assert document["results"][1]["line"] == 3


def test_a_workbook_becomes_a_mapping_set(run: Run, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["Code", "Libellé"])
    book.worksheets[0].append(["PSAL_X", "Salinité"])
    book.save(tmp_path / "paramètres.xlsx")
    outcome = run("map", tmp_path / "paramètres.xlsx", "--target", "T01", "--format", "sssom")
    assert outcome.code == 0
    found = read_sssom(outcome.out.encode(), "x.sssom.tsv", "http://hub.example/id/")
    assert [(one.subject_label, one.object_id[-8:]) for one in found.mappings] == [("PSAL_X", "SALTX01/")]
    assert found.header("mapping_tool") == "vocabsvc"


def test_of_a_large_netcdf_file_the_header_is_read(run: Run, tmp_path: Path) -> None:
    file = write_ctd(tmp_path / "ctd.nc", "NETCDF3_64BIT_OFFSET", 1)
    with file.open("r+b") as opened:
        opened.truncate(3_000_000_000)
    document = json.loads(run("map", file, "--target", "T01", "--format", "json", "--instrument", "x").out)
    assert [result["term"]["local_name"] for result in document["results"]] == ["V0", "TIME"]
    assert document["results"][0]["term"]["instrument"] == "CTD é"


def test_exported_cells_start_no_formula(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "x.csv"
    file.write_text('local_name,note\nPSAL_X,"=HYPERLINK(""http://x"")"\n')
    out = run("map", file, "--target", "T01", "--format", "tsv").out
    assert "\t'=HYPERLINK" in out


def test_no_when_a_parameter_has_no_candidate(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"local_name\nPSAL_X\nunheard\n")))
    outcome = run("map", "-", "--target", "T01")
    assert outcome.code == 1
    assert "unheard" in outcome.out


def test_what_cannot_be_read_is_one_line_of_reason(run: Run, tmp_path: Path) -> None:
    bad = tmp_path / "bad.csv"
    bad.write_text("colour\nx\n")
    refused = run("map", bad, "--target", "T01")
    assert (refused.code, refused.out) == (2, "")
    assert f"{bad}:1: " in refused.err
    assert run("map", tmp_path / "absent.csv", "--target", "T01").code == 2
    assert run("map", tmp_path, "--target", "T01").code == 2


def test_people_read_reasons_in_french(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "paramètres.csv"
    path.write_text("local_name,long_name,centre\nSEAU_T,,testcentre\nTEMP_QC,,\nzzyqx,,\n", encoding="utf-8")
    shown = run("map", path, "--target", "T01", "--lang", "fr").out.splitlines()
    assert "correspondance publiée par ce centre" in shown[1]
    assert "pas un paramètre : indicateur de qualité" in shown[2]
    assert "aucun bon candidat" in shown[3]
