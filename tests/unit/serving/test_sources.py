from pathlib import Path

import pytest

from vocabsvc.bootstrap.services import build_services
from vocabsvc.bootstrap.snapshots import snapshot_folder
from vocabsvc.errors import NoSnapshot
from vocabsvc.services.services import Services
from vocabsvc.serving.sources import FixedSource, SnapshotSource
from vocabsvc.settings import Settings
from vocabsvc.store.snapshot import Snapshot


def source_of(data: Path, fault: Exception | None = None) -> SnapshotSource:
    settings = Settings(data=data)

    def build(snapshot: Snapshot) -> Services:
        if fault:
            raise fault
        return build_services(settings, snapshot)

    return SnapshotSource(snapshot_folder(settings), build)


def test_what_is_wanted_is_opened_and_named(data_folder: Path) -> None:
    source = source_of(data_folder)
    current = snapshot_folder(Settings(data=data_folder)).current()
    first, again = source.first(), source.open(source.wanted())
    assert first.served == again.served
    assert (first.served.snapshot, first.served.created) == (current.name, current.manifest.created)
    assert first.opened.created == current.since


@pytest.mark.parametrize(
    ("fault", "reason"), [(MemoryError(), "MemoryError"), (RuntimeError("brisé\nici"), "brisé ici")]
)
def test_whatever_keeps_a_snapshot_from_being_opened_is_said(data_folder: Path, fault: Exception, reason: str) -> None:
    with pytest.raises(NoSnapshot, match=f"is refused: {reason}$"):
        source_of(data_folder, fault).first()


def test_a_snapshot_that_opens_but_cannot_be_asked_is_refused(
    data_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise KeyError("folded")

    monkeypatch.setattr("vocabsvc.services.search.Search.search", fail)
    with pytest.raises(NoSnapshot, match="is refused: 'folded'"):
        source_of(data_folder).first()


def test_a_pointer_to_nothing_is_said_and_the_latest_is_served(own_data_folder: Path) -> None:
    (own_data_folder / "current").write_text("nulle part")
    served = source_of(own_data_folder).first().served
    assert served.snapshot
    assert [one.snapshot for one in served.refused] == ["nulle part"]


def test_nothing_loaded_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoSnapshot, match="run `vocabsvc load` first"):
        source_of(tmp_path).first()


def test_services_that_never_change_have_no_snapshot(services: Services) -> None:
    source = FixedSource(lambda: services)
    assert source.first().opened is services
    assert (source.first().served.snapshot, source.wanted()) == ("", "")
    with pytest.raises(NoSnapshot):
        source.open("1")
