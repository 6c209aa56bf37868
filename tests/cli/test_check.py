import json
from pathlib import Path

from tests.cli.conftest import Run
from tests.conftest import ROOT

DATA = Path(__file__).parents[1] / "data"
OD1, L22 = ROOT / "vocabularies" / "OD1", ROOT / "vocabularies" / "L22"


def test_without_a_violation_it_is_fine(run: Run) -> None:
    outcome = run("check", OD1)
    assert (outcome.code, outcome.err) == (0, "")
    assert "the vocabulary names no creator" in outcome.out


def test_a_violation_is_counted_and_shown(run: Run) -> None:
    outcome = run("check", OD1, L22, "--format", "tsv")
    rows = [line.split("\t") for line in outcome.out.splitlines()]
    assert outcome.code == 1
    assert rows[0] == ["vocabulary", "code", "severity", "count", "message", "value", "concept"]
    violations = [row for row in rows if row[2] == "violation"]
    assert violations == [
        [
            "L22", "SKO-02", "violation", "97", "a label is both preferred and alternative", "Plankton pump sampler",
            "http://vocab.nerc.ac.uk/collection/L22/current/NETT0173/",
        ]
    ]  # fmt: skip


def test_as_many_examples_as_are_asked_for(run: Run) -> None:
    outcome = run("check", L22, "--format", "tsv", "--examples", "1000")
    assert sum("\tSKO-02\t" in line for line in outcome.out.splitlines()) == 97
    assert run("check", L22, "--examples", "0").code == 2


def test_in_french_and_what_was_not_assessed(run: Run) -> None:
    outcome = run("check", DATA / "T01.ttl", "--lang", "fr")
    assert outcome.code == 1
    assert "un libellé est vide" in outcome.out
    assert "non évalué" in outcome.out
    assert "si le vocabulaire a rétréci, car aucun décompte antérieur n’est connu" in outcome.out


def test_a_document_for_each_vocabulary(run: Run) -> None:
    outcome = run("check", DATA / "T01.ttl", DATA / "T02.ttl", "--format", "json")
    first, second = (json.loads(line) for line in outcome.out.splitlines())
    assert (first["vocabulary"], first["conforms"]) == ("T01", False)
    assert (second["vocabulary"], second["conforms"]) == ("T02", True)
    empty = first["findings"][0]
    assert (empty["code"], empty["count"], empty["message"]["fr"]) == ("SKO-01", 1, "un libellé est vide")
    assert empty["examples"] == [
        {"concept": "http://test.example/collection/T01/current/TEMPX02/", "value": "altLabel"}
    ]
    assert {gap["code"] for gap in first["not_assessed"]} == {"SKO-12", "SKO-14", "SKO-16", "SKO-18"}


def test_what_cannot_be_read_is_one_line(run: Run, tmp_path: Path) -> None:
    broken = tmp_path / "cassé.ttl"
    broken.write_text("<http://a> <http://b>\n <")
    for path, place in ((broken, f"{broken}:2:"), (tmp_path / "absent", "absent: no such file")):
        outcome = run("check", OD1, path)
        assert (outcome.code, outcome.out) == (2, "")
        assert place in outcome.err


def test_mapping_sets_are_checked_against_the_vocabularies_named_along(run: Run) -> None:
    outcome = run("check", DATA / "testcentre.sssom.tsv", DATA / "T02.ttl", "--format", "tsv")
    header, *rows = [
        line.split("\t") for line in outcome.out.splitlines() if "testcentre" in line or "mapping_set" in line
    ]
    assert outcome.code == 0
    assert header == ["mapping_set", "code", "severity", "count", "message", "value", "place"]
    assert [(row[1], row[2]) for row in rows] == [("MAP-11", "warning"), ("MAP-05", "not assessed")]
    assert rows[0][6].endswith("testcentre.sssom.tsv:7:6")


def test_a_violation_of_a_mapping_set(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mer.sssom.tsv"
    path.write_text((DATA / "testcentre.sssom.tsv").read_text("utf-8").replace("SALTX01", "SLATX01"), "utf-8")
    outcome = run("check", path, DATA / "T01.ttl", "--lang", "fr")
    assert outcome.code == 1
    assert "ce concept n’existe pas dans son vocabulaire" in outcome.out
    assert f"{path}:7:4" in outcome.out
    documents = [json.loads(line) for line in run("check", path, DATA / "T02.ttl", "--format", "json").out.splitlines()]
    assert (documents[1]["mapping_set"], documents[1]["conforms"], documents[1]["file"]) == ("mer", True, str(path))
    assert documents[1]["findings"][0]["examples"] == [
        {"line": 7, "column": 6, "value": "semapv:ManualMappingCuration"}
    ]
    assert documents[1]["not_assessed"][0]["code"] == "MAP-05"


def test_a_mapping_set_that_cannot_be_read_is_one_line(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "mer.sssom.tsv"
    path.write_text((DATA / "testcentre.sssom.tsv").read_text("utf-8").replace("\tT01:", "\tT99:"), "utf-8")
    outcome = run("check", path, DATA / "T02.ttl")
    assert (outcome.code, outcome.out) == (2, "")
    assert f"{path}:7:4: object_id: the prefix of 'T99:SALTX01/' is not declared" in outcome.err.replace("\n", " ")
