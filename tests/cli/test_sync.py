import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.unit.builders.sync.nvs_server import NvsServer, nvs_server, nvs_turtle, stall, status

TIMEOUT_SECONDS = 30


@pytest.fixture
def nvs() -> Iterator[NvsServer]:
    """A server on this machine."""
    with nvs_server() as server:
        yield server


def test_new_and_unchanged_for_people_and_programs(run: Run, nvs: NvsServer, tmp_path: Path) -> None:
    nvs.put("P01", nvs_turtle("P01", 40))
    options = ("--from", nvs.address, "--into", tmp_path)
    table = run("sync", "p01", *options)
    assert (table.code, table.err) == (0, "")
    assert [line.split() for line in table.out.splitlines()] == [
        ["vocabulary", "outcome", "concepts_before", "concepts_after", "edition"],
        ["P01", "new", "40", "7"],
    ]
    rows = run("sync", "P01", *options, "--format", "tsv")
    assert (rows.code, rows.out.splitlines()[1]) == (0, "P01\tunchanged\t40\t40\t7")
    document = json.loads(run("sync", "P01", *options, "--format", "json").out)
    assert document == {
        "vocabulary": "P01",
        "outcome": "unchanged",
        "concepts_before": 40,
        "concepts_after": 40,
        "edition": "7",
        "reason": "",
    }


def test_the_worst_wins_and_the_others_are_done(run: Run, nvs: NvsServer, tmp_path: Path) -> None:
    nvs.put("P02", nvs_turtle("P02", 3))
    nvs.faults = [status(302, Location="http://nerc.example/")]
    outcome = run("sync", "P01", "P02", "P03", "--from", nvs.address, "--into", tmp_path, "--format", "tsv")
    assert outcome.code == 2
    assert [line.split("\t")[:2] for line in outcome.out.splitlines()[1:]] == [
        ["P01", "failed"],
        ["P02", "new"],
        ["P03", "failed"],
    ]
    first, second = outcome.err.splitlines()
    assert first.startswith(f"vocabsvc: {nvs.address}/collection/P01/")
    assert first.endswith("points to another server, http://nerc.example/")
    assert second.endswith("404 Not Found")


def test_a_loss_is_accepted_by_force_only(run: Run, nvs: NvsServer, tmp_path: Path) -> None:
    page = nvs.put("P01", nvs_turtle("P01", 40))
    command = ("sync", "P01", "--from", nvs.address, "--into", tmp_path)
    run(*command)
    page.content = nvs_turtle("P01", 36, edition="8")
    assert run(*command).code == 2
    assert run(*command, "--force").code == 0


def test_what_is_synced_loads(run: Run, nvs: NvsServer, tmp_path: Path) -> None:
    nvs.put("P01", nvs_turtle("P01", 40), gzipped=True)
    run("sync", "P01", "--from", nvs.address, "--into", tmp_path / "vocabularies")
    loaded = run("load", tmp_path / "vocabularies" / "P01", "--data", tmp_path / "var")
    assert (loaded.code, loaded.out.startswith("vocabularies: 1, concepts: 40,")) == (0, True)
    found = run("search", "sète œuvre 40", "--format", "tsv", "--data", tmp_path / "var")
    assert "SDN:P01::C00040\tPractical salinity, Sète – œuvre n° 40" in found.out


@pytest.mark.parametrize(
    "arguments", [("../x",), ("P01", "--from", "vocab.nerc.ac.uk"), ("P01", "--from", "file:///etc"), ()]
)
def test_bad_input_touches_nothing(run: Run, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    outcome = run("sync", *arguments, "--into", tmp_path / "vocabularies")
    assert (outcome.code, outcome.out) == (2, "")
    assert not (tmp_path / "vocabularies").exists()


@pytest.fixture
def heard() -> Iterator[None]:
    """Let programs that are started hear SIGINT: those that a shell runs in the background inherit deafness to it."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
@pytest.mark.parametrize("blow", [signal.SIGINT, signal.SIGKILL])
def test_a_sync_that_is_stopped_leaves_the_folder_and_is_resumed(
    run: Run, nvs: NvsServer, tmp_path: Path, blow: signal.Signals
) -> None:
    page = nvs.put("P01", nvs_turtle("P01", 40))
    command = ("sync", "P01", "--from", nvs.address, "--into", str(tmp_path))
    run(*command)
    before = {path.name: path.read_bytes() for path in (tmp_path / "P01").iterdir()}
    page.content = nvs_turtle("P01", 400, edition="8")
    part, release = tmp_path / ".sync" / "P01-1.part", threading.Event()
    nvs.faults = [stall(70_000, release)]
    with subprocess.Popen([sys.executable, "-m", "vocabsvc", *command], stderr=subprocess.PIPE) as process:
        deadline = time.monotonic() + TIMEOUT_SECONDS
        while time.monotonic() < deadline and not (part.exists() and part.stat().st_size == 70_000):
            time.sleep(0.02)
        os.kill(process.pid, blow)
        assert process.wait(TIMEOUT_SECONDS) != 0
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    release.set()
    assert {path.name: path.read_bytes() for path in (tmp_path / "P01").iterdir()} == before
    assert run(*command).code == 0
    assert nvs.asked("Range")[-1] == "bytes=70000-"
    assert (tmp_path / "P01" / "P01.ttl").read_bytes() == page.content
