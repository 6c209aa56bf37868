"""``vocabsvc validate`` over one file and over many."""

import json
import shutil
from pathlib import Path

import pytest
from lxml import etree
from rdflib import Graph
from rdflib.namespace import SH

from tests.cli.conftest import Run
from tests.conftest import ROOT
from vocabsvc.formats.reports.writing import ReportForm

CLEAN = ROOT / "tests" / "cases" / "clean" / "eml.xml"
FAULTY = ROOT / "docs" / "examples" / "record.xml"


@pytest.fixture(autouse=True)
def _data(data_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCABSVC_DATA", str(data_folder))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sous-dossier").mkdir()
    for number in range(6):
        shutil.copy(CLEAN, tmp_path / f"{number}.xml")
    shutil.copy(FAULTY, tmp_path / "sous-dossier" / "fiche été.xml")
    (tmp_path / "lisez-moi.txt").write_text("not a record")
    (tmp_path / "z.xml").write_text("<a>\n<b>")
    return tmp_path


def test_text_shows_the_line_and_a_caret(run: Run) -> None:
    outcome = run("validate", FAULTY, "--lang", "fr")
    assert outcome.code == 1
    assert "infraction GEO-04 La limite sud" in outcome.out
    assert "\n       |                                       ^\n" in outcome.out
    assert outcome.out.splitlines()[-1].startswith(f"{FAULTY}\u00a0: non conforme (")
    assert outcome.err == ""


def test_a_folder_is_read_wholly_in_order_by_several_processes(run: Run, folder: Path) -> None:
    names = [*(f"{number}.xml" for number in range(6)), "sous-dossier/fiche été.xml", "z.xml"]
    outcome = run("validate", folder, "--format", "json", "--jobs", "2", "--lang", "fr")
    assert outcome.code == 2
    reports = [json.loads(line) for line in outcome.out.splitlines()]
    assert [report["file"] for report in reports] == [str(folder / name) for name in names]
    assert [report["conforms"] for report in reports] == [True] * 6 + [False] * 2
    (unread,) = reports[-1]["results"]
    assert (unread["code"], unread["line"], unread["severity"]) == ("STR-01", 2, "violation")
    assert outcome.err.splitlines()[0].startswith(f"vocabsvc: {folder}/z.xml:2:")
    assert outcome.err.splitlines()[-1].startswith("7 fiches lues; 6 conformes; 1 illisibles; ")
    alone = run("validate", folder, "--format", "json", "--jobs", "1", "--lang", "fr")
    assert alone.out == outcome.out


def test_other_forms_go_to_stdout_whole(run: Run) -> None:
    sarif = json.loads(run("validate", FAULTY, CLEAN, "--format", "sarif").out)
    assert [one["location"]["uri"] for one in sarif["runs"][0]["artifacts"]] == [str(FAULTY), str(CLEAN)]
    assert etree.fromstring(run("validate", FAULTY, "--format", "svrl").out.encode()).tag.endswith("schematron-output")
    assert run("validate", FAULTY, "--format", "html").out.startswith("<!DOCTYPE html>")
    assert "a sh:ValidationReport" in run("validate", FAULTY, "--format", "turtle").out
    assert run("validate", FAULTY, "--format", "tsv").out.startswith("file\trecord\tline\t")


@pytest.mark.parametrize("form", [form for form in ReportForm if form is not ReportForm.JSON])
def test_what_cannot_be_read_is_in_a_report_of_any_form(run: Run, folder: Path, form: ReportForm) -> None:
    outcome = run("validate", folder / "z.xml", CLEAN, "--format", form.value)
    assert outcome.code == 2
    assert "STR-01" in outcome.out
    if form in {ReportForm.TURTLE, ReportForm.N_TRIPLES}:
        graph = Graph().parse(data=outcome.out, format="turtle")
        (unread,) = graph.objects(None, SH.result)
        assert len(list(graph.objects(unread, SH.focusNode))) == 1


def test_all_states_are_listed_when_asked_for(run: Run) -> None:
    (line,) = run("validate", CLEAN, "--format", "json", "--states").out.splitlines()
    states = {result["state"] for result in json.loads(line)["results"]}
    assert {"pass", "not_applicable"} <= states


def test_what_is_not_there_or_unknown_is_an_error_of_one_line(run: Run, tmp_path: Path) -> None:
    absent = run("validate", tmp_path / "absent.xml", CLEAN)
    assert (absent.code, absent.err.splitlines()[0]) == (
        2,
        f"vocabsvc: {tmp_path}/absent.xml: No such file or directory",
    )
    assert "eml.xml: conforms" in absent.out
    unknown = run("validate", CLEAN, "--profile", "unheard")
    assert (unknown.code, len(unknown.err.splitlines())) == (2, 1)
    assert run("validate", tmp_path).code == 0


def test_evidence_of_a_folder_is_written_beside_the_reports(run: Run, folder: Path, tmp_path: Path) -> None:
    target = tmp_path / "preuves.json"
    outcome = run("validate", folder, "--profile", "fair", "--evidence", target, "--format", "json", "--jobs", "2")
    assert outcome.code == 2
    evidence = json.loads(target.read_text("utf-8"))
    assert (evidence["records"], evidence["unread"]) == (7, 1)
    assert sum(evidence["indicators"][0]["records"].values()) == 7
    states = {one["state"] for line in outcome.out.splitlines() for one in json.loads(line)["results"]}
    assert states <= {"fail", "not_assessed"}  # what passed was counted, and is not told
    french = tmp_path / "preuves.md"
    run("validate", FAULTY, "--profile", "fair", "--evidence", french, "--lang", "fr")
    assert "## R10 Assurance qualité" in french.read_text("utf-8")


def test_fair_summary_stands_under_the_results(run: Run) -> None:
    outcome = run("validate", FAULTY, "--profile", "fair", "--lang", "fr")
    assert "  FAIR R1.2\u00a0: en partie satisfait (FAIR-R1.2)\n" in outcome.out
    assert "  FAIR A1r\u00a0: non évalué\n" in outcome.out


def test_engines_are_compared_over_records(run: Run) -> None:
    same = run("validate", FAULTY, CLEAN, "--profile", "odatis,fair", "--compare-engines")
    assert (same.code, same.out) == (0, "file\tengine\tconstraint\txpath\tpath\tvalue\n")
    assert run("validate", "absent.xml", "--compare-engines").code == 2


def test_the_reference_engine_gives_the_same_report(run: Run) -> None:
    ours, theirs = (run("validate", FAULTY, "--engine", name).out for name in ("closures", "pyshacl"))
    assert ours == theirs
