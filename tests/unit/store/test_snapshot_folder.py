import errno
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from tests.unit.store.test_snapshot import manifest
from vocabsvc.errors import DiskFull, NoSnapshot, ServiceFault, SnapshotDamaged, UnknownName
from vocabsvc.store.snapshot import Snapshot
from vocabsvc.store.snapshot_folder import SnapshotFolder


def publish(folder: SnapshotFolder, number: int, before: str = "") -> str:
    with folder.building() as draft:
        (draft / "shapes").mkdir()
        (draft / "shapes" / "iso.ttl").write_text(f"# {number}")
        created = f"2026-11-20T10:00:{number:02}+00:00"
        made = replace(manifest(), fingerprint=f"{number:064x}", created=created, before=before)
        return folder.publish(draft, made).name


def damage(folder: SnapshotFolder, name: str) -> None:
    (folder.at(name).folder / "shapes" / "iso.ttl").unlink()


@pytest.fixture
def folder(tmp_path: Path) -> SnapshotFolder:
    return SnapshotFolder(tmp_path / "data")


def test_what_is_published_is_current(folder: SnapshotFolder) -> None:
    name = publish(folder, 1)
    snapshot = SnapshotFolder(folder.path).current()
    assert (snapshot.name, snapshot.manifest.created) == (name, "2026-11-20T10:00:01+00:00")
    assert snapshot.since is not None
    assert list(snapshot.shape_files()) == [("iso.ttl", b"# 1")]
    snapshot.verify()


def test_the_last_three_are_kept(folder: SnapshotFolder) -> None:
    names = [publish(folder, number) for number in range(1, 6)]
    assert folder.names() == names[:1:-1]
    assert folder.candidates() == names[:1:-1]
    assert folder.pointed().name == names[-1]


def test_a_build_that_fails_leaves_nothing_and_the_old_one_current(folder: SnapshotFolder) -> None:
    name = publish(folder, 1)
    with pytest.raises(IsADirectoryError), folder.building() as draft:
        draft.write_text("half")
    assert folder.current().name == name
    assert [path.name for path in (folder.path / "snapshots").iterdir()] == [name]


def test_a_switch_that_fails_leaves_nothing_and_the_old_one_current(folder: SnapshotFolder) -> None:
    def switch() -> None:
        raise ConnectionError("the engine is gone")

    name = publish(folder, 1)
    with pytest.raises(ConnectionError), folder.building() as draft:
        folder.publish(draft, manifest(), switch)
    assert folder.names() == [name]
    assert folder.current().name == name


def test_two_commands_at_once_are_refused(folder: SnapshotFolder) -> None:
    publish(folder, 1)
    with folder.building():
        with pytest.raises(ServiceFault, match="another load"), folder.building():
            pass
        with pytest.raises(ServiceFault, match="another load"):
            folder.rollback()
        with pytest.raises(ServiceFault, match="another load"):
            folder.prune(1)


def test_nothing_loaded_is_no_snapshot(folder: SnapshotFolder) -> None:
    for ask in (folder.current, folder.rollback, lambda: folder.prune(1)):
        with pytest.raises(NoSnapshot, match="vocabsvc load"):
            ask()
    assert not folder.path.exists()


def test_what_a_killed_load_left_goes_with_the_next(folder: SnapshotFolder) -> None:
    name = publish(folder, 1)
    snapshots = folder.path / "snapshots"
    (snapshots / ".building" / "graph").mkdir(parents=True)
    (snapshots / ".removed").mkdir()
    shutil.copytree(snapshots / name, snapshots / "9-named-but-never-current")
    (folder.path / "current.new").write_text("9-named")
    assert folder.candidates() == [name, "9-named-but-never-current"]
    with folder.building():
        assert sorted(path.name for path in snapshots.iterdir()) == [".building", name]
    assert publish(folder, 2) == folder.pointed().name


def test_a_broken_pointer_costs_no_snapshot(folder: SnapshotFolder) -> None:
    names = [publish(folder, number) for number in (1, 2)]
    for content in (b"", b"\n", b"nothing\n", b"\xff"):
        (folder.path / "current").write_bytes(content)
        with pytest.raises(NoSnapshot):
            folder.current()
        assert folder.candidates() == names[::-1]
        with folder.building():
            assert folder.names() == names[::-1]
    assert folder.rollback().name == names[1]


def test_rolling_back_goes_one_back_and_again_one(folder: SnapshotFolder) -> None:
    first, second, third = (publish(folder, number) for number in (1, 2, 3))
    assert folder.rollback().name == second
    assert folder.pointed().rolled_back == (third,)
    assert folder.rollback().name == first
    assert folder.pointed().rolled_back == (third, second)
    assert folder.candidates() == [first, third, second]
    with pytest.raises(NoSnapshot, match="to roll back to"):
        folder.rollback()
    assert folder.rollback(second).name == second
    assert folder.pointed().rolled_back == (third,)
    assert folder.rollback(third).name == third
    assert folder.pointed().rolled_back == ()


def test_after_a_rollback_the_next_load_goes_back_to_what_was_served_before_it(folder: SnapshotFolder) -> None:
    first, second, third = (publish(folder, number) for number in (1, 2, 3))
    folder.rollback(first)
    with folder.building():
        assert folder.names() == [third, second, first]  # what was rolled back is kept
    fourth = publish(folder, 4, before=first)
    assert folder.names() == [fourth, third, first]
    assert folder.pointed().rolled_back == ()
    assert folder.rollback().name == first


def test_a_damaged_one_is_no_place_to_roll_back_to(folder: SnapshotFolder) -> None:
    first, second, third = (publish(folder, number) for number in (1, 2, 3))
    damage(folder, second)
    with pytest.raises(SnapshotDamaged):
        folder.rollback(second)
    assert folder.pointed().name == third
    assert folder.rollback().name == first


@pytest.mark.parametrize("name", ["nothing", "..", ".building", "../snapshots", "current"])
def test_only_a_snapshot_can_be_rolled_back_to(folder: SnapshotFolder, name: str) -> None:
    current = publish(folder, 1)
    with pytest.raises(UnknownName):
        folder.rollback(name)
    with pytest.raises(UnknownName, match="is the current"):
        folder.rollback(current)


def test_a_rollback_renews_the_time_that_caches_go_by(folder: SnapshotFolder) -> None:
    first, _ = (publish(folder, number) for number in (1, 2))
    before = folder.current().since
    after = folder.rollback(first).since
    assert before is not None
    assert after is not None
    assert after >= before
    assert folder.at(folder.names()[0]).since is None


def test_prune_keeps_the_current_one_and_those_before_it(folder: SnapshotFolder) -> None:
    first, second, third = (publish(folder, number) for number in (1, 2, 3))
    folder.rollback()
    assert folder.prune(3) == ()
    assert folder.prune(2) == (third,)
    assert folder.names() == [second, first]
    assert folder.prune(1) == (first,)
    assert folder.current().name == second


def test_nothing_is_pruned_beside_a_damaged_one(folder: SnapshotFolder) -> None:
    first, second = (publish(folder, number) for number in (1, 2))
    damage(folder, second)
    with pytest.raises(SnapshotDamaged):
        folder.prune(1)
    assert folder.names() == [second, first]


def test_histories_are_carried_on_from_where_they_are_whole(folder: SnapshotFolder) -> None:
    assert folder.carried_over() is None
    with folder.building() as draft:
        (draft / "history").mkdir()
        (draft / "history" / "T01.jsonl").write_text("{}\n")
        (draft / "graph").write_text("graph")
        first = folder.publish(draft, manifest())
    second = publish(folder, 2)
    assert getattr(folder.carried_over(), "name", "") == second
    folder.rollback()
    assert getattr(folder.carried_over(), "name", "") == first.name
    (first.folder / "graph").unlink()
    assert getattr(folder.carried_over(), "name", "") == first.name  # its histories are whole
    (first.folder / "history" / "T01.jsonl").unlink()
    assert getattr(folder.carried_over(), "name", "") == second


def test_the_histories_of_another_release_are_found(folder: SnapshotFolder) -> None:
    assert folder.folder_of_other_release() is None
    current = publish(folder, 1)
    assert folder.folder_of_other_release() is None
    stored = folder.at(current).folder / "manifest.json"
    stored.write_text('{"layout": 5}')
    assert folder.folder_of_other_release() == stored.parent
    assert folder.carried_over() is None
    stored.write_text("{")
    assert folder.folder_of_other_release() is None


@pytest.mark.parametrize("step", ["write_manifest", "measure_files", "sync_tree", "sync"])
def test_a_disk_that_is_full_while_publishing_is_clear_and_leaves_the_old_one(
    folder: SnapshotFolder, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    name = publish(folder, 1)
    monkeypatch.setattr(f"vocabsvc.store.snapshot_folder.{step}", full)
    with pytest.raises(DiskFull, match="no space left"):
        publish(folder, 2)
    monkeypatch.undo()
    assert folder.pointed().name == name
    with folder.building():
        assert folder.names() == [name]


@pytest.mark.parametrize("step", ["write_text", "replace"])
def test_a_disk_that_is_full_for_the_pointer_leaves_the_old_one(
    folder: SnapshotFolder, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    def full(path: Path, *_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    first = publish(folder, 1)
    second = publish(folder, 2)
    with folder.building() as draft:
        monkeypatch.setattr("vocabsvc.store.snapshot_folder.write_manifest", lambda *_: None)
        monkeypatch.setattr(f"pathlib.Path.{step}", full)
        with pytest.raises(OSError, match="No space"):
            folder.publish(draft, manifest())
        monkeypatch.undo()
    assert folder.names() == [second, first]
    assert not (folder.path / "current.new").exists()
    monkeypatch.setattr(f"pathlib.Path.{step}", full)
    with pytest.raises(DiskFull):
        folder.rollback()
    monkeypatch.undo()
    assert folder.pointed().name == second


def test_everything_is_on_disk_before_it_has_its_name(folder: SnapshotFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    happened: list[str] = []
    snapshots = folder.path / "snapshots"

    def sync(path: Path) -> None:
        names = folder.names() if snapshots.is_dir() else []
        pointed = folder.pointed().name
        happened.append(f"{path.name}: {'published' if names else 'draft'}, {'pointed' if pointed else 'not pointed'}")

    monkeypatch.setattr("vocabsvc.store.snapshot_files.sync", sync)
    monkeypatch.setattr("vocabsvc.store.snapshot_folder.sync", sync)
    monkeypatch.setattr("vocabsvc.store.pointer.sync", sync)
    publish(folder, 1)
    draft = {f"{name}: draft, not pointed" for name in ("shapes", "iso.ttl", "manifest.json", ".building")}
    assert set(happened[:4]) == draft
    assert happened[4:] == [
        "snapshots: published, not pointed",
        "current.new: published, not pointed",
        "data: published, pointed",
    ]


def test_a_snapshot_is_read_wherever_it_is(folder: SnapshotFolder, tmp_path: Path) -> None:
    name = publish(folder, 1)
    moved = shutil.move(folder.path / "snapshots" / name, tmp_path / "elsewhere")
    Snapshot.read(Path(moved)).verify()
