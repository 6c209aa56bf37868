"""``vocabsvc snapshots``, and what a load does after a rollback."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import DATA
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loaded")
    loader = build_loader(Settings(data=folder))
    for names in (["T01.ttl"], ["T02.ttl"], ["T01.ttl", "T02.ttl"]):
        loader.load(find_sources([DATA / name for name in names]), lambda *_: None)
    return folder


@pytest.fixture
def data(loaded: Path, tmp_path: Path) -> Path:
    """Three snapshots: T01, T02, both."""
    return Path(shutil.copytree(loaded, tmp_path / "data"))


def listed(run: Run, data: Path, *options: str) -> list[dict[str, object]]:
    document = json.loads(run("snapshots", "list", "--format", "json", "--data", data, *options).out)
    snapshots: list[dict[str, object]] = document["snapshots"]
    return snapshots


def test_the_list_says_what_each_holds(run: Run, data: Path) -> None:
    snapshots = listed(run, data)
    assert [(one["vocabularies"], one["concepts"], one["current"]) for one in snapshots] == [
        (2, 6, True),
        (1, 2, False),
        (1, 4, False),
    ]
    newest = snapshots[0]["snapshot"]
    files = sum(path.stat().st_size for path in (data / "snapshots" / str(newest)).rglob("*") if path.is_file())
    manifest = (data / "snapshots" / str(newest) / "manifest.json").stat().st_size
    assert snapshots[0]["bytes"] == files - manifest
    table = run("snapshots", "list", "--data", data)
    assert table.code == 0
    assert [line.split()[-1] for line in table.out.splitlines()[:2]] == ["state", "current"]
    rows = [line.split("\t") for line in run("snapshots", "list", "--format", "tsv", "--data", data).out.splitlines()]
    assert rows[0] == ["snapshot", "created", "vocabularies", "concepts", "triples", "bytes", "state"]
    assert [row[0] for row in rows[1:]] == [one["snapshot"] for one in snapshots]


def test_damage_is_listed_and_the_answer_is_no(run: Run, data: Path) -> None:
    newest = data / "snapshots" / str(listed(run, data)[0]["snapshot"])
    shape = newest / "nodes" / "T01.about"
    shape.write_bytes(shape.read_bytes()[:-1] + b" ")
    assert run("snapshots", "list", "--data", data).code == 0  # the size is right
    found = run("snapshots", "list", "--verify", "--data", data)
    assert found.code == 1
    assert "nodes/T01.about was altered" in found.out
    (newest / "manifest.json").write_text("{")
    assert listed(run, data)[0]["damage"] == "manifest.json is broken"


def test_back_and_forth(run: Run, data: Path) -> None:
    newest, middle, oldest = (str(one["snapshot"]) for one in listed(run, data))
    assert run("search", "salinity", "--data", data).code == 0
    outcome = run("snapshots", "rollback", "--data", data)
    assert (outcome.code, outcome.out) == (0, f"{middle}\n")
    assert run("search", "salinity", "--data", data).code == 1
    assert [(one["current"], one["rolled_back"]) for one in listed(run, data)] == [
        (False, True),
        (True, False),
        (False, False),
    ]
    assert run("snapshots", "rollback", oldest, "--data", data).out == f"{oldest}\n"
    refused = run("snapshots", "rollback", "--data", data)
    assert (refused.code, refused.out) == (2, "")
    assert "to roll back to" in refused.err
    assert run("snapshots", "rollback", "nothing", "--data", data).code == 2
    assert run("snapshots", "rollback", newest, "--data", data).code == 0
    assert run("snapshots", "prune", "--keep", 1, "--data", data).out == f"{middle}\n{oldest}\n"
    assert [one["snapshot"] for one in listed(run, data)] == [newest]
    assert run("snapshots", "prune", "--keep", 0, "--data", data).code == 2


def test_what_was_rolled_back_is_not_loaded_again_by_itself(run: Run, data: Path) -> None:
    both = [DATA / "T01.ttl", DATA / "T02.ttl"]
    current = listed(run, data)[1]["snapshot"]
    run("snapshots", "rollback", "--data", data)
    assert "nothing changed" in run("load", *both, "--if-changed", "--data", data).err
    assert "nothing changed" in run("load", DATA / "T02.ttl", "--if-changed", "--data", data).err
    assert [one["snapshot"] for one in listed(run, data) if one["current"]] == [current]
    assert "nothing changed" not in run("load", DATA / "T01.ttl", "--if-changed", "--data", data).err
    assert listed(run, data)[0]["current"] is True
    assert run("load", *both, "--data", data).code == 0  # whoever says so means it
    assert listed(run, data)[0]["concepts"] == 6


def test_a_damaged_snapshot_is_loaded_again_and_its_histories_go_on(run: Run, data: Path) -> None:
    both = [DATA / "T01.ttl", DATA / "T02.ttl"]
    newest = data / "snapshots" / str(listed(run, data)[0]["snapshot"])
    (newest / "glossary.jsonl").write_text("{}")
    assert "nothing changed" not in run("load", *both, "--if-changed", "--data", data).err
    now = data / "snapshots" / str(listed(run, data)[0]["snapshot"])
    assert now != newest
    assert (now / "history" / "T01.jsonl").read_bytes() == (newest / "history" / "T01.jsonl").read_bytes()
    assert run("snapshots", "list", "--data", data).code == 1  # the damaged one is still there


def test_where_every_snapshot_is_damaged_a_load_begins_anew(run: Run, data: Path) -> None:
    for path in data.glob("snapshots/*/history/*.jsonl"):
        path.write_text("")
    outcome = run("load", DATA / "T01.ttl", "--data", data)
    assert outcome.code == 0
    assert "warning: every snapshot is damaged: the histories begin anew" in outcome.err
    assert listed(run, data)[0]["current"] is True


def test_every_command_of_the_group_has_help_with_an_example(run: Run) -> None:
    for command in ("list", "rollback", "prune"):
        outcome = run("snapshots", command, "--help")
        assert outcome.code == 0
        assert f"vocabsvc snapshots {command}" in outcome.out.partition("Example:")[2]


@pytest.mark.parametrize("command", [["list"], ["rollback"], ["prune"]])
def test_without_a_snapshot_there_is_nothing_to_list(run: Run, tmp_path: Path, command: list[str]) -> None:
    outcome = run("snapshots", *command, "--data", tmp_path / "empty")
    assert (outcome.code, outcome.out) == (2, "")
    assert "vocabsvc load" in outcome.err
    assert not (tmp_path / "empty").exists()
