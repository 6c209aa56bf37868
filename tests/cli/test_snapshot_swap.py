"""A server goes over to new data under constant load, back again, and starts beside damaged data."""

import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.cli.conftest import Run
from tests.cli.test_serve import START_SECONDS, free_port, wait_for
from tests.conftest import DATA
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

CONCEPT = "http://test.example/collection/T01/current/SALTX01/"
SWAP_SECONDS = 20
CLIENTS = 4


@dataclass
class Load:
    """Requests without a pause on kept connections, and what came of them."""

    port: int
    paths: tuple[str, ...]
    answered: int = 0
    failures: list[str] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=START_SECONDS)
        turn = 0
        while not self.over.is_set():
            turn += 1
            path = self.paths[turn % len(self.paths)]
            try:
                connection.request("GET", path)
                answer = connection.getresponse()
                body = answer.read()
            except OSError as error:
                self.failures.append(f"{path}: {error!r}")
                connection.close()
            else:
                self.answered += 1
                if answer.status != 200:
                    self.failures.append(f"{path}: {answer.status} {body[:200]!r}")
        connection.close()


@contextmanager
def serving(data: Path, workers: int = 1) -> Iterator[tuple[int, list[str]]]:
    """Run a server; give its port, and what it wrote to stderr once it is over."""
    port, errors = free_port(), list[str]()
    options = ["--data", data, "--port", port, "--workers", workers]
    command = [sys.executable, "-m", "vocabsvc", "serve", *map(str, options)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as server:
        try:
            wait_for(port)
            yield port, errors
        finally:
            server.send_signal(signal.SIGTERM)
            errors += server.communicate(timeout=START_SECONDS)[1].splitlines()


@contextmanager
def under_load(port: int, paths: tuple[str, ...]) -> Iterator[Load]:
    load = Load(port, paths)
    threads = [threading.Thread(target=load.run) for _ in range(CLIENTS)]
    for thread in threads:
        thread.start()
    try:
        yield load
    finally:
        load.over.set()
        for thread in threads:
            thread.join()


def get(port: int, path: str) -> tuple[str, dict[str, str]]:
    """Return body and headers over a connection of its own, so that every worker has its turn."""
    connection = HTTPConnection("127.0.0.1", port, timeout=START_SECONDS)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        return answer.read().decode(), dict(answer.getheaders())
    finally:
        connection.close()


def wait_until(said: Callable[[], bool], times: int = 10) -> None:
    """Wait until it is so ``times`` times in a row: every worker has gone over."""
    deadline, row = time.monotonic() + SWAP_SECONDS, 0
    while row < times:
        assert time.monotonic() < deadline, "the server did not go over"
        row = row + 1 if said() else 0
        time.sleep(0.02)


def edition(folder: Path, label: str) -> Path:
    """Return a file of T01 whose salinity has another label."""
    path = folder / "T01.ttl"
    path.write_text((DATA / "T01.ttl").read_text("utf-8").replace("Salinité du bassin d'essai", label), "utf-8")
    return path


@pytest.mark.no_cover
@pytest.mark.parametrize("workers", [1, 2])
def test_two_swaps_and_a_rollback_fail_no_request(run: Run, tmp_path: Path, workers: int) -> None:
    data = tmp_path / "data"
    assert run("load", edition(tmp_path, "Première salinité"), "--data", data).code == 0
    paths = (
        "/api/v1/search?q=salinite&lang=fr",
        f"/api/v1/concepts?uri={quote(CONCEPT)}",
        "/api/v1/vocabularies/T01/concepts",
        "/dumps/T01/",
        "/sparql?query=ASK%7B%7D",
        "/health",
    )

    def shows(label: str) -> Callable[[], bool]:
        return lambda: label in get(port, paths[0])[0]

    with serving(data, workers) as (port, errors):
        assert all(shows("Première")() for _ in range(5))
        first = get(port, paths[0])[1]
        tags, dates = {first["etag"]}, [first["last-modified"]]
        with under_load(port, paths) as load:
            for label in ("Deuxième", "Troisième"):
                assert run("load", edition(tmp_path, f"{label} salinité"), "--data", data).code == 0
                wait_until(shows(label))
                headers = get(port, paths[0])[1]
                tags.add(headers["etag"])
                dates.append(headers["last-modified"])
            assert run("snapshots", "rollback", "--data", data).code == 0
            wait_until(shows("Deuxième"))
            dates.append(get(port, paths[0])[1]["last-modified"])
            answered = load.answered
            wait_until(lambda: load.answered > answered + 100)
    assert load.failures == []
    assert len(tags) == 3
    assert dates == sorted(dates, key=parsedate_to_datetime)  # a rollback is news for caches too
    assert [line for line in errors if not line.startswith("serving on")] == []


def health(port: int) -> dict[str, object]:
    document: dict[str, object] = json.loads(get(port, "/health")[0])
    return document


def test_a_snapshot_that_is_damaged_is_refused_while_the_old_one_serves(run: Run, tmp_path: Path) -> None:
    data = tmp_path / "data"
    run("load", edition(tmp_path, "Première salinité"), "--data", data)
    with serving(data) as (port, errors):
        first = health(port)
        assert (first["status"], first["refused"]) == ("ok", [])
        elsewhere = tmp_path / "elsewhere"
        run("load", edition(tmp_path, "Deuxième salinité"), "--data", elsewhere)
        damaged = next((elsewhere / "snapshots").iterdir())
        (damaged / "glossary.jsonl").write_text("{")
        damaged.rename(data / "snapshots" / damaged.name)
        (data / "current").write_text(damaged.name)
        wait_until(lambda: health(port)["status"] == "degraded", times=1)
        now = health(port)
        assert now["snapshot"] == first["snapshot"]
        reason = "glossary.jsonl has 1 bytes instead of 0"
        assert now["refused"] == [{"snapshot": damaged.name, "reason": reason}]
        assert "Première" in get(port, "/api/v1/search?q=salinite&lang=fr")[0]
        assert run("load", edition(tmp_path, "Troisième salinité"), "--data", data).code == 0
        wait_until(lambda: health(port)["status"] == "ok", times=1)
        assert "Troisième" in get(port, "/api/v1/search?q=salinite&lang=fr")[0]
    assert f"snapshot {damaged.name} is refused: {reason}; serving {first['snapshot']}" in errors


def truncate(folder: Path) -> str:
    path = max((folder / "graph").glob("*.sst"))
    os.truncate(path, path.stat().st_size - 1)
    return f"graph/{path.name} has"


def alter(folder: Path) -> str:
    path = next((folder / "labels").glob("*.keys"))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    return f"labels/{path.name} was altered"


def remove(folder: Path) -> str:
    path = next((folder / "dumps" / "T01").glob("*.ttl.gz"))
    path.unlink()
    return f"dumps/T01/{path.name} is missing"


def break_manifest(folder: Path) -> str:
    (folder / "manifest.json").write_text("{")
    return "manifest.json is broken"


@pytest.fixture(scope="module")
def two_editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("two")
    loader = build_loader(Settings(data=folder / "data"))
    for label in ("Première", "Deuxième"):
        loader.load(find_sources([edition(folder, f"{label} salinité")]), lambda *_: None)
    return folder


@pytest.mark.parametrize("damage", [truncate, alter, remove, break_manifest])
def test_a_server_starts_with_the_good_one_before_a_damaged_one(
    run: Run, two_editions: Path, tmp_path: Path, damage: Callable[[Path], str]
) -> None:
    data = Path(shutil.copytree(two_editions / "data", tmp_path / "data"))
    name = (data / "current").read_text().strip()
    why = damage(data / "snapshots" / name)
    with serving(data) as (port, errors):
        said = health(port)
        assert said["status"] == "degraded"
        refused = said["refused"]
        assert isinstance(refused, list)
        assert [one["snapshot"] for one in refused] == [name]
        assert refused[0]["reason"].startswith(why)
        assert "Première" in get(port, "/api/v1/search?q=salinite&lang=fr")[0]
    (line,) = [line for line in errors if not line.startswith("serving on")]
    assert line == f"snapshot {name} is refused: {refused[0]['reason']}; serving {said['snapshot']}"
    assert (
        "nothing changed" not in run("load", two_editions / "T01.ttl", "--if-changed", "--data", data).err
    )  # it repairs
    with serving(data) as (port, _):
        assert health(port)["status"] == "ok"
