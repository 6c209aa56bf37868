"""A load carries the histories on; see also tests/unit/store/test_history.py."""

from pathlib import Path

from tests.conftest import DATA
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.settings import Settings
from vocabsvc.store.sources import find_sources


def test_a_newer_edition_says_what_it_changed(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data", base_uri="http://hub.example/id/")
    path = tmp_path / "T01.ttl"
    old = (DATA / "T01.ttl").read_text("utf-8")
    for text in (old, old, old.replace("Salinité du bassin", "Salinité d’été du bassin"), old):
        path.write_text(text, "utf-8")
        build_loader(settings).load(find_sources([path]), lambda *_: None)
    snapshot = snapshot_folder(settings).current()
    changes = build_services(settings, snapshot).changes
    history = (snapshot.history / "T01.jsonl").read_text("utf-8").splitlines()
    assert len(history) == 3
    assert [change.what for change in changes.since("t01").changes] == [("pref_label@fr",)]
