"""``vocabsvc schemas``."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.unit.builders.schema_sets.archives import ArchiveServer, archive, archive_of, archive_server, gives
from tests.unit.formats.xsd.small_sets import core_set, profile_set


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("VOCABSVC_SCHEMAS", str(tmp_path / "installés"))
    return tmp_path / "installés"


@pytest.fixture
def server() -> Iterator[ArchiveServer]:
    with archive_server() as server:
        yield server


@pytest.mark.parametrize("command", ["list", "add", "remove"])
def test_each_has_help_with_an_example(run: Run, command: str) -> None:
    outcome = run("schemas", command, "--help")
    assert outcome.code == 0
    assert f"vocabsvc schemas {command}" in outcome.out.partition("Example:")[2]


def test_sets_are_added_listed_and_removed(run: Run, tmp_path: Path) -> None:
    core_set(tmp_path / "from" / "core")
    profile_set(tmp_path / "from" / "profile")
    assert run("schemas", "list", "--format", "tsv").out == "set\tfiles\tnamespaces\tstate\n"
    added = run("schemas", "add", tmp_path / "from")
    assert (added.code, added.out, added.err) == (0, "core\nprofile\n", "")
    rows = run("schemas", "list", "--format", "tsv").out.splitlines()
    assert rows[1:] == ["core\t3\t2\t", "profile\t1\t1\textends core"]
    lines = run("schemas", "list", "--format", "json").out.splitlines()
    assert json.loads(lines[0]) == {"set": "core", "files": 3, "namespaces": ["urn:core", "urn:geo/1"], "state": ""}
    assert run("schemas", "remove", "core").code == 0
    assert run("schemas", "list", "--format", "tsv").out.splitlines()[1:] == ["profile\t1\t1\tincomplete"]
    outcome = run("schemas", "remove", "core")
    assert (outcome.code, outcome.err.startswith("vocabsvc: no schema set 'core'")) == (2, True)


def test_an_archive_is_fetched(run: Run, server: ArchiveServer, tmp_path: Path, folder: Path) -> None:
    address = server.put("/core-1.0.zip?x=%C3%A9", gives(archive_of(core_set(tmp_path / "core"))))
    outcome = run("schemas", "add", address)
    assert (outcome.code, outcome.out) == (0, "core-1.0\n")
    assert (folder / "core-1.0" / "parts" / "items.xsd").is_file()


def test_what_cannot_be_added(run: Run, server: ArchiveServer, tmp_path: Path, folder: Path) -> None:
    (tmp_path / "file.xsd").write_text("<a/>")
    profile_set(tmp_path / "profile")
    bomb = server.put("/bomb.zip", gives(archive({"a.xsd": b" " * 21_000_000})))
    traversal = server.put("/out.zip", gives(archive({"../a.xsd": b"<a/>"})))
    page = server.put("/page", gives(b"<html/>"))
    for source, reason in (
        (tmp_path / "absent", "there is no such folder"),
        (tmp_path / "file.xsd", "is neither a folder nor a zip archive"),
        (tmp_path / "profile", "refers to the namespace urn:core"),
        ("ftp://example.org/a.zip", "is not an http(s) address"),
        (f"{server.address}/absent.zip", "404 Not Found"),
        (bomb, "more than"),
        (traversal, "leads out of the archive"),
        (page, "is neither a folder nor a zip archive"),
    ):
        outcome = run("schemas", "add", source)
        assert (outcome.code, outcome.out) == (2, "")
        assert reason in outcome.err
        assert len(outcome.err.splitlines()) == 1
    assert not folder.exists()


def test_a_folder_must_be_said(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("VOCABSVC_SCHEMAS", "")
    outcome = run("schemas", "list")
    assert (outcome.code, outcome.err) == (
        2,
        "vocabsvc: say where the schema sets are: --schemas or VOCABSVC_SCHEMAS\n",
    )
    core_set(tmp_path / "core")
    assert run("schemas", "add", tmp_path / "core", "--schemas", tmp_path / "there", "--name", "mine").out == "mine\n"
    assert run("schemas", "list", "--schemas", tmp_path / "core" / "core.xsd").code == 2
