from pathlib import Path

import pytest

from vocabsvc.errors import NoSnapshot, ServiceFault
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.store.snapshot import Manifest, SnapshotFolder


def manifest(number: int) -> Manifest:
    titles = (LangString("Paramètres d'essai", "fr"),)
    vocabulary = Vocabulary("T01", "http://t/", titles, languages=("fr",), missing=("tout",), concept_count=4)
    return Manifest(
        fingerprint=f"{number:064x}",
        base_uri="http://h/",
        created=f"2026-11-20T10:00:{number:02}+00:00",
        vocabularies=(vocabulary,),
        mapping_sets=("coriolis",),
        shapes=("iso.ttl",),
        triple_count=7,
    )


def publish(folder: SnapshotFolder, number: int) -> None:
    with folder.building() as draft:
        (draft / "shapes").mkdir()
        (draft / "shapes" / "iso.ttl").write_bytes(b"# shapes")
        folder.publish(draft, manifest(number))


def test_what_is_published_is_read_back_equal(tmp_path: Path) -> None:
    folder = SnapshotFolder(tmp_path / "data")
    publish(folder, 1)
    snapshot = SnapshotFolder(tmp_path / "data").current()
    assert snapshot.manifest == manifest(1)
    assert list(snapshot.shape_files()) == [("iso.ttl", b"# shapes")]
    assert list(snapshot.mapping_files()) == []


def test_the_newest_is_current_and_the_one_before_is_kept(tmp_path: Path) -> None:
    folder = SnapshotFolder(tmp_path)
    for number in (1, 2, 3):
        publish(folder, number)
    assert folder.current().manifest.fingerprint == manifest(3).fingerprint
    assert len(list((tmp_path / "snapshots").iterdir())) == 2


def test_a_build_that_fails_leaves_nothing_and_the_old_one_current(tmp_path: Path) -> None:
    folder = SnapshotFolder(tmp_path)
    publish(folder, 1)
    with pytest.raises(IsADirectoryError), folder.building() as draft:
        draft.write_text("half")
    assert folder.current().manifest == manifest(1)
    assert len(list((tmp_path / "snapshots").iterdir())) == 1


def test_two_builds_at_once_are_refused(tmp_path: Path) -> None:
    folder = SnapshotFolder(tmp_path)
    with folder.building(), pytest.raises(ServiceFault, match="another load"), folder.building():
        pass


def test_nothing_loaded_and_another_layout_are_no_snapshot(tmp_path: Path) -> None:
    folder = SnapshotFolder(tmp_path)
    with pytest.raises(NoSnapshot, match="vocabsvc load"):
        folder.current()
    publish(folder, 1)
    stored = next((tmp_path / "snapshots").glob("*/manifest.json"))
    stored.write_text(stored.read_text().replace('"layout": 5', '"layout": 0'))
    with pytest.raises(NoSnapshot):
        folder.current()
