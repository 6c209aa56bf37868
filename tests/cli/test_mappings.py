"""``vocabsvc mappings``: offline work on decisions, and files for git."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.curated import SSSOM, load_curated
from vocabsvc.formats.sssom import read_sssom

WHO = ("--as", "hélène.dupont")


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return load_curated(tmp_path_factory.mktemp("curated"))


@pytest.fixture(autouse=True)
def _data(loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCABSVC_DATA", str(loaded))
    monkeypatch.setenv("VOCABSVC_BASE_URI", "http://hub.example/id/")
    monkeypatch.setenv("VOCABSVC_DECISIONS", f"sqlite:///{tmp_path / 'décisions.sqlite'}")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "mappings"
    folder.mkdir()
    (folder / "curated.sssom.tsv").write_text(SSSOM, "utf-8")
    return folder


def identity(run: Run, label: str) -> str:
    return str(json.loads(run("mappings", "list", "--subject", label, "--format", "json").out)["results"][0]["id"])


def changed_lines(folder: Path, before: str = SSSOM) -> list[str]:
    old, new = before.splitlines(), (folder / "curated.sssom.tsv").read_text("utf-8").splitlines()
    return [f"-{line}" for line in old if line not in new] + [f"+{line}" for line in new if line not in old]


def test_mappings_are_listed_as_a_table(run: Run) -> None:
    outcome = run("mappings", "list", "--status", "proposed", "--limit", 2)
    header, *rows = [line.split() for line in outcome.out.splitlines()]
    assert outcome.code == 0
    assert header == ["id", "set", "subject", "predicate", "object", "object_label", "status"]
    assert [row[1:5] for row in rows] == [
        ["curated", "SEAU_T", "exactMatch", "SALTX01"],
        ["curated", "OXY", "broadMatch", "CHEM"],
    ]
    assert run("mappings", "list", "--status", "retired").code == 1
    assert run("mappings", "list", "--set", "nowhere").code == 2
    tsv = run("mappings", "list", "--subject", "neve", "--format", "tsv").out.splitlines()
    assert tsv[1].split("\t")[1] == "Névé"


def test_what_nobody_decided_on_is_exported_byte_by_byte(run: Run, folder: Path, tmp_path: Path) -> None:
    before = (folder / "curated.sssom.tsv").stat()
    assert run("mappings", "export", folder).out == ""
    assert (folder / "curated.sssom.tsv").stat().st_mtime_ns == before.st_mtime_ns
    run("mappings", "export", tmp_path / "new" / "folder")
    assert (tmp_path / "new" / "folder" / "curated.sssom.tsv").read_text("utf-8") == SSSOM


def test_one_decision_is_one_line(run: Run, folder: Path) -> None:
    outcome = run("mappings", "decide", identity(run, "SEAU_T"), "--action", "accept", *WHO, "--comment", "vérifié")
    assert outcome.code == 0
    assert json.loads(outcome.out)["status"] == "accepted"
    assert run("mappings", "export", folder).out == f"{folder / 'curated.sssom.tsv'}: 1 rows\n"
    old = (
        "centre:1\tSEAU_T\tskos:exactMatch\tT01:SALTX01/\tSalinity of the test basin\tsemapv:LexicalMatching\t0.6\tvu\t"
    )
    assert changed_lines(folder) == [f"-{old}proposed", f"+{old}"]
    assert run("mappings", "export", folder).out == ""


def test_what_is_rejected_goes_and_what_is_changed_keeps_its_place(run: Run, folder: Path) -> None:
    run("mappings", "decide", identity(run, "OXY"), "--action", "reject", *WHO, "--comment", "non")
    change = ("--action", "change", "--object", "SDN:T02::THERM", "--predicate", "skos:broadMatch")
    run("mappings", "decide", identity(run, "TEMP_X"), *change, *WHO, "--comment", "=1+1")
    run("mappings", "export", folder)
    rows = (folder / "curated.sssom.tsv").read_text("utf-8").splitlines()[13:]
    assert [row.split("\t")[0] for row in rows] == ["centre:1", "centre:2", "centre:4", "centre:5"]
    assert rows[1].split("\t") == [
        "centre:2", "TEMP_X", "skos:broadMatch", "T02:THERM/", "Thermal properties", "semapv:ManualMappingCuration",
        "", "'=1+1", "",
    ]  # fmt: skip
    assert run("mappings", "list", "--subject", "OXY", "--status", "rejected").code == 0


def test_what_git_changed_stays(run: Run, folder: Path) -> None:
    run("mappings", "decide", identity(run, "SEAU_T"), "--action", "accept", *WHO)
    run("mappings", "decide", identity(run, "OXY"), "--action", "accept", *WHO)
    edited = SSSOM.replace("vu\tproposed", "revu\tproposed").replace("Névé", "Neige")
    (folder / "curated.sssom.tsv").write_text(edited, "utf-8")
    run("mappings", "export", folder)
    assert [line.split("\t")[1] for line in changed_lines(folder, edited)] == ["OXY", "OXY"]


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--action", "accept", "--as", "x y"), "not an identity"),
        (("--action", "accept", "--as", ""), "not an identity"),
        (("--action", "retire", *WHO), "possible: accept, reject, change"),
        (("--action", "accept", *WHO, "--comment", "\x07"), "characters that can be shown"),
        (("--action", "accept", *WHO, "--etag", "x"), "nothing was written"),
    ],
)
def test_a_decision_that_cannot_be_is_one_line_of_reason(run: Run, arguments: tuple[str, ...], reason: str) -> None:
    outcome = run("mappings", "decide", identity(run, "SEAU_T"), *arguments)
    assert (outcome.code, outcome.err.count("\n")) == (2, 1)
    assert reason in outcome.err
    assert run("mappings", "list", "--status", "proposed").out.count("proposed") == 3


def test_an_unknown_mapping_and_an_unusable_database_are_one_line_of_reason(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert run("mappings", "decide", "nowhere", "--action", "accept", *WHO).code == 2
    monkeypatch.setenv("VOCABSVC_DECISIONS", "mysql://nowhere")
    outcome = run("mappings", "list")
    assert (outcome.code, "sqlite:///PATH" in outcome.err) == (2, True)


def test_what_map_proposes_is_taken(run: Run, folder: Path, tmp_path: Path) -> None:
    proposals = tmp_path / "à proposer.sssom.tsv"
    proposals.write_text(
        "#curie_map:\n#  t: http://test.example/collection/T01/current/\n#  orcid: https://orcid.org/\n"
        "#mapping_set_id: urn:uuid:0\n#license: https://w3id.org/sssom/license/unspecified\n"
        "subject_id\tsubject_label\tsubject_type\tpredicate_id\tobject_id\tmapping_justification\tauthor_id\tcomment\t"
        "ext_status\n"
        "\tConductivité\trdfs literal\tskos:closeMatch\tt:TEMPX01/\tsemapv:CompositeMatching\torcid:0\t+1\tproposed\n"
        "\tRien\trdfs literal\tskos:exactMatch\tsssom:NoTermFound\tsemapv:CompositeMatching\t\t\tproposed\n",
        "utf-8",
    )
    assert run("mappings", "propose", proposals, *WHO).code == 2
    outcome = run("mappings", "propose", proposals, "--set", "curated", *WHO)
    assert (outcome.code, outcome.err) == (0, "proposed: 1\n")
    assert outcome.out.strip() == identity(run, "Conductivité")
    assert run("mappings", "propose", proposals, "--set", "curated", *WHO).code == 1
    run("mappings", "export", folder)
    found = read_sssom((folder / "curated.sssom.tsv").read_bytes(), "curated.sssom.tsv", "http://hub.example/id/")
    (new,) = [one for one in found.mappings if one.subject_label == "Conductivité"]
    assert (new.comment, new.slot("subject_type"), new.slot("author_id")) == ("'+1", "rdfs literal", "")
    assert new.slot("ext_status") == "proposed"


def test_a_proposal_to_a_deprecated_concept_is_refused_with_its_line(run: Run, tmp_path: Path) -> None:
    proposals = tmp_path / "curated.sssom.tsv"
    proposals.write_text(SSSOM.replace("T01:SALTX01/", "T01:TEMPX02/"), "utf-8")
    outcome = run("mappings", "propose", proposals, *WHO)
    assert (outcome.code, "line 14" in outcome.err, "deprecated" in outcome.err) == (2, True, True)


def test_no_exported_cell_starts_a_formula(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "hostile").mkdir()
    data = load_curated(
        tmp_path / "hostile", SSSOM.replace("Névé", "=cmd|'/c calc'!A0").replace("\tvu\t", "\t@SUM(1)\t")
    )
    monkeypatch.setenv("VOCABSVC_DATA", str(data))
    run("mappings", "export", tmp_path / "out")
    text = (tmp_path / "out" / "curated.sssom.tsv").read_text("utf-8")
    cells = [cell for line in text.splitlines() if not line.startswith("#") for cell in line.split("\t")]
    assert "'=cmd|'/c calc'!A0" in cells
    assert "'@SUM(1)" in cells
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]


def test_a_file_that_is_no_mapping_set_stops_the_export_before_anything_is_written(run: Run, folder: Path) -> None:
    run("mappings", "decide", identity(run, "SEAU_T"), "--action", "accept", *WHO)
    (folder / "curated.sssom.tsv").write_text("<<<<<<< HEAD\n", "utf-8")
    assert run("mappings", "export", folder).code == 2
    assert (folder / "curated.sssom.tsv").read_text("utf-8") == "<<<<<<< HEAD\n"
    shutil.rmtree(folder)
    assert run("mappings", "export", folder).code == 0
