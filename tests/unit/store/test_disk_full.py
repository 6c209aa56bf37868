"""Every step of a load that writes, on a disk that is full; see tests/cli/test_disk_full.py for real limits."""

import errno
from pathlib import Path

import pytest

from tests.conftest import DATA
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.errors import DiskFull
from vocabsvc.settings import Settings
from vocabsvc.store.disk_full import disk_full_is_clear
from vocabsvc.store.sources import find_sources

STEPS = (
    "oxigraph.OxigraphWriter.add",
    "oxigraph.OxigraphWriter.close",
    "history.HistoryFolder.carry_over",
    "history.HistoryFolder.record",
    "dumps.DumpFolder.carry_over",
    "dumps.DumpFolder.record",
    "build.write_vocabulary_nodes",
    "build.write_term_index",
    "build.write_label_lists",
    "build.write_glossary",
    "terms.index.write_completions",
)
ERRORS = (
    OSError(errno.ENOSPC, "No space left on device", "fichier"),
    OSError(errno.EDQUOT, "Disk quota exceeded"),
    OSError("IO error: No space left on device: While appending to file: /été/graph/000012.log"),
    ValueError("An IO error occurred: 'No space left on device (os error 28)'"),
    RuntimeError("IO error: File too large: While appending to file"),
)


@pytest.mark.parametrize("step", STEPS)
def test_a_step_without_room_leaves_the_old_snapshot(
    own_data_folder: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise ERRORS[0]

    settings = Settings(data=own_data_folder)
    before = snapshot_folder(settings).current()
    monkeypatch.setattr(f"vocabsvc.store.{step}", full)
    with pytest.raises(DiskFull, match=f"{own_data_folder}: no space left"):
        build_loader(settings).load(find_sources([DATA / "T01.ttl"]), lambda *_: None)
    assert [path.name for path in (own_data_folder / "snapshots").iterdir()] == [before.name]
    assert snapshot_folder(settings).current().name == before.name


@pytest.mark.parametrize("error", ERRORS, ids=str)
def test_whatever_library_writes_the_error_is_the_same(error: Exception) -> None:
    with (
        pytest.raises(DiskFull, match=r"^data: (no space left|quota exceeded|file too large)"),
        disk_full_is_clear(Path("data")),
    ):
        raise error


def test_other_errors_stay_what_they_are() -> None:
    with pytest.raises(PermissionError), disk_full_is_clear(Path("data")):
        raise PermissionError(errno.EACCES, "Permission denied", "data")
