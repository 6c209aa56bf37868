"""The folder of the snapshots, and which of them can be served."""

from pathlib import Path

from vocabsvc.checks.shapes import prepare_shapes
from vocabsvc.settings import Settings
from vocabsvc.store.dumps import DumpFolder
from vocabsvc.store.history import HistoryFolder
from vocabsvc.store.remote.graph_list import is_on_server
from vocabsvc.store.snapshot import Snapshot
from vocabsvc.store.snapshot_choice import choose_snapshot
from vocabsvc.store.snapshot_folder import SnapshotFolder


def snapshot_folder(settings: Settings) -> SnapshotFolder:
    """Return the folder that holds the snapshots."""
    return SnapshotFolder(settings.data)


def default_sources() -> list[Path]:
    """Return the folders that are loaded when none is named, as far as they are there."""
    return [path for path in map(Path, ("vocabularies", "mappings", "shapes")) if path.is_dir()]


def has_graphs_elsewhere(snapshot: Snapshot) -> bool:
    """Tell whether its graphs are in a SPARQL server, which holds those of the last load only."""
    return is_on_server(snapshot.graph)


def check_snapshots(settings: Settings) -> None:
    """Find out, without opening databases, whether there is a snapshot that can be served.

    Raises:
        NoSnapshot: nothing was loaded, or nothing of it can be served.
    """
    choose_snapshot(snapshot_folder(settings), _check)


def _check(snapshot: Snapshot) -> None:
    prepare_shapes(tuple(snapshot.shape_files()))
    for vocabulary in snapshot.manifest.vocabularies:
        HistoryFolder(snapshot.history).read(vocabulary.id)
        DumpFolder(snapshot.dumps).read(vocabulary.id)
