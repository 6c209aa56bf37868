"""The server as an operator starts it: a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.cli.conftest import Run

START_SECONDS = 30


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
        return port


def wait_for(port: int) -> int:
    """Return the status of the first answer."""
    deadline = time.monotonic() + START_SECONDS
    while True:
        connection = HTTPConnection("127.0.0.1", port)
        try:
            connection.request("GET", "/health")
            return connection.getresponse().status
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        finally:
            connection.close()


@pytest.mark.parametrize("workers", [1, 2])
def test_a_server_answers_and_stops_when_told(data_folder: Path, workers: int) -> None:
    port = free_port()
    options = ["--data", data_folder, "--port", port, "--workers", workers]
    command = [sys.executable, "-m", "vocabsvc", "serve", *map(str, options)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            assert wait_for(port) == 200
        finally:
            server.send_signal(signal.SIGTERM)
        _, errors = server.communicate(timeout=START_SECONDS)
    assert f"serving on http://127.0.0.1:{port}" in errors
    assert "Traceback" not in errors


def test_where_nothing_can_be_served_the_reasons_are_one_line(run: Run, own_data_folder: Path) -> None:
    shapes = next(own_data_folder.glob("snapshots/*/shapes/structure.ttl"))
    shapes.write_text(shapes.read_text("utf-8").replace("a", "b", 1), "utf-8")
    outcome = run("serve", "--data", own_data_folder)
    assert outcome.code == 2
    assert outcome.err == f"vocabsvc: snapshot {shapes.parts[-3]} is refused: shapes/structure.ttl was altered\n"


def test_an_impossible_setting_is_named(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("VOCABSVC_BASE_URI", "hub")
    outcome = run("search", "x")
    assert outcome.code == 2
    assert "VOCABSVC_BASE_URI: " in outcome.err


def test_a_folder_that_cannot_be_written_is_one_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    outcome = run("load", Path(__file__).parents[1] / "data" / "T01.ttl", "--data", tmp_path / "file")
    assert outcome.code == 2
    assert outcome.err == f"vocabsvc: {tmp_path / 'file' / 'snapshots'}: Not a directory\n"


def test_a_reader_that_leaves_early_is_no_fault(data_folder: Path) -> None:
    command = [sys.executable, "-m", "vocabsvc", "query", "-", "--format", "tsv", "--data", str(data_folder)]
    read, write = os.pipe()
    os.close(read)
    with os.fdopen(write, "w") as nobody:
        outcome = subprocess.run(
            command, input="SELECT * { ?s ?p ?o }", stdout=nobody, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (outcome.returncode, outcome.stderr) == (1, "")
