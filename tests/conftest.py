"""Fixtures: the shared reference material, and an application over a small snapshot of our own."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import hypothesis
import pytest
from coverage import Coverage
from fastapi.testclient import TestClient

from vocabsvc.asgi import create_app
from vocabsvc.bootstrap import build_loader, build_services, snapshot_folder
from vocabsvc.services import Services
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources

# How long one example takes says nothing on a machine that others use too.
hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


def pytest_configure(config: pytest.Config) -> None:
    """Measure coverage once in each worker: pytest-cov begins there as it does without workers, and then again."""
    beginning = Coverage.current()
    if hasattr(config, "workerinput") and beginning is not None:
        beginning.stop()


ROOT = Path(__file__).resolve().parents[1]
DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of reference and test material beside the repository."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("../shared is absent")
    return folder


@pytest.fixture(scope="session")
def shipped_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with all that ships, loaded once for all workers, and where coverage does not slow it down."""
    folder = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        folder = folder.parent  # of this run, shared by its workers
    shipped, done = folder / "shipped", folder / "shipped.done"
    with (folder / "shipped.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            command = [sys.executable, "-m", "vocabsvc", "load", "--data", str(shipped)]
            subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
            done.touch()
    return shipped


@pytest.fixture(scope="session")
def data_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the test vocabularies, their mapping set and the shapes that ship."""
    folder = tmp_path_factory.mktemp("data")
    settings = Settings(data=folder, base_uri="http://hub.example/id/")
    paths = [DATA / "T01.ttl", DATA / "T02.ttl", DATA / "testcentre.sssom.tsv", ROOT / "shapes"]
    build_loader(settings).load(find_sources(paths), lambda *_: None)
    return folder


@pytest.fixture(scope="session")
def services(data_folder: Path) -> Services:
    """The services over the test snapshot."""
    settings = Settings(data=data_folder, query_timeout=2, query_max_bytes=500_000, max_record_bytes=200_000)
    return build_services(settings, snapshot_folder(settings).current())


@pytest.fixture(scope="session")
def client(services: Services) -> Iterator[TestClient]:
    """A client of the application over the test snapshot; faults come back as responses."""
    with TestClient(create_app(lambda: services), raise_server_exceptions=False) as client:
        yield client


@pytest.fixture
def own_data_folder(data_folder: Path, tmp_path: Path) -> Path:
    """A copy of the test data folder that a test may change."""
    return Path(shutil.copytree(data_folder, tmp_path / "data"))
