"""A disk that fills up during a load: one line, exit 2, no draft, and the old snapshot serves on.

A limit on the size of files stands for the disk, which any user may set: each of the writers meets it at another size.
"""

import resource
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from tests.conftest import DATA, ROOT
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("loaded")
    build_loader(Settings(data=folder)).load(find_sources([DATA / "T01.ttl"]), lambda *_: None)
    return folder


@pytest.fixture
def data(loaded: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(loaded, tmp_path / "données"))


def load_with_files_up_to(size: int, data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "vocabsvc", "load", DATA / "T02.ttl", ROOT / "shapes", "--data", data]
    return subprocess.run(
        list(map(str, command)),
        check=False,
        capture_output=True,
        text=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )


@pytest.mark.parametrize("size", [0, 1_000, 8_000, 60_000])
def test_a_load_that_cannot_write_is_one_line_and_leaves_the_old_snapshot(run: Run, data: Path, size: int) -> None:
    before = snapshot_folder(Settings(data=data)).current()
    outcome = load_with_files_up_to(size, data)
    assert outcome.returncode == 2
    line = f"vocabsvc: {data}: file too large; what was served before is still served"
    assert [said for said in outcome.stderr.splitlines() if not said.startswith("warning")] == [line]
    assert sorted(path.name for path in (data / "snapshots").iterdir()) == [before.name]
    snapshot_folder(Settings(data=data)).current().verify()
    assert run("search", "salinity", "--data", data).code == 0


def test_with_room_again_the_load_succeeds(data: Path) -> None:
    assert load_with_files_up_to(100, data).returncode == 2
    assert load_with_files_up_to(resource.RLIM_INFINITY, data).returncode == 0
    snapshot_folder(Settings(data=data)).current().verify()
