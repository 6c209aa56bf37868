import json
from collections.abc import Callable
from pathlib import Path

import pytest

from vocabsvc.errors import NoSnapshot, SnapshotDamaged
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.store.snapshot import LAYOUT, Manifest, Snapshot, write_manifest
from vocabsvc.store.snapshot_files import StoredFile, measure_files


def manifest(files: tuple[StoredFile, ...] = ()) -> Manifest:
    titles = (LangString("Paramètres d'essai", "fr"),)
    vocabulary = Vocabulary("T01", "http://t/", titles, languages=("fr",), missing=("tout",), concept_count=4)
    return Manifest(
        fingerprint=f"{1:064x}",
        base_uri="http://h/",
        created="2026-11-20T10:00:00+00:00",
        vocabularies=(vocabulary,),
        mapping_sets=("coriolis",),
        shapes=("iso.ttl",),
        triple_count=7,
        before="1-0",
        files=files,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "2-1"
    for name, content in {"shapes/iso.ttl": "# été", "history/T01.jsonl": "{}\n", "graph/LOCK": ""}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    write_manifest(folder, manifest(measure_files(folder)))
    return folder


def test_what_is_written_is_read_back_equal(folder: Path) -> None:
    snapshot = Snapshot.read(folder)
    assert snapshot.manifest == manifest(snapshot.manifest.files)
    assert [(file.path, file.size) for file in snapshot.manifest.files] == [
        ("graph/LOCK", 0),
        ("history/T01.jsonl", 3),
        ("shapes/iso.ttl", 7),
    ]
    assert (snapshot.name, snapshot.size) == ("2-1", 10)
    assert list(snapshot.shape_files()) == [("iso.ttl", "# été".encode())]
    assert list(snapshot.mapping_files()) == []
    snapshot.verify()


@pytest.mark.parametrize(
    ("damage", "reason"),
    [
        (lambda folder: (folder / "shapes" / "iso.ttl").unlink(), "shapes/iso.ttl is missing"),
        (lambda folder: (folder / "shapes" / "iso.ttl").write_text("#"), "shapes/iso.ttl has 1 bytes instead of 7"),
    ],
)
def test_a_missing_and_a_truncated_file_are_found_by_their_sizes(
    folder: Path, damage: Callable[[Path], None], reason: str
) -> None:
    damage(folder)
    with pytest.raises(SnapshotDamaged, match=f"snapshot 2-1 is damaged: {reason}"):
        Snapshot.read(folder).check_sizes()


def test_an_altered_file_is_found_by_its_checksum(folder: Path) -> None:
    (folder / "shapes" / "iso.ttl").write_text("# étÉ", "utf-8")
    snapshot = Snapshot.read(folder)
    snapshot.check_sizes()
    snapshot.verify_carried_over()
    with pytest.raises(SnapshotDamaged, match=r"shapes/iso.ttl was altered"):
        snapshot.verify()


def test_a_file_that_a_load_would_take_over_is_looked_at_by_itself(folder: Path) -> None:
    (folder / "history" / "T01.jsonl").write_text("[]\n")
    with pytest.raises(SnapshotDamaged, match=r"history/T01.jsonl was altered"):
        Snapshot.read(folder).verify_carried_over()


@pytest.mark.parametrize("content", ["", "{", "[]", "null", f'{{"layout": {LAYOUT}}}', "[" * 100_000, "\xff"])
def test_a_broken_manifest_is_damage(folder: Path, content: str) -> None:
    (folder / "manifest.json").write_text(content, "latin-1")
    with pytest.raises(SnapshotDamaged, match=r"manifest.json (is broken|was altered)"):
        Snapshot.read(folder)


def test_a_manifest_that_says_something_else_is_damage(folder: Path) -> None:
    stored = folder / "manifest.json"
    stored.write_text(stored.read_text("utf-8").replace('"triple_count": 7', '"triple_count": 8'), "utf-8")
    with pytest.raises(SnapshotDamaged, match=r"manifest.json was altered"):
        Snapshot.read(folder)
    stored.unlink()
    with pytest.raises(SnapshotDamaged, match=r"manifest.json cannot be read"):
        Snapshot.read(folder)


@pytest.mark.parametrize("layout", [LAYOUT - 1, LAYOUT + 1])
def test_another_layout_is_another_release_and_no_damage(folder: Path, layout: int) -> None:
    stored = folder / "manifest.json"
    stored.write_text(json.dumps({"layout": layout, "fingerprint": "0"}))
    with pytest.raises(NoSnapshot, match="another release"):
        Snapshot.read(folder)
