"""Every snapshot of a data folder, also those that cannot be served."""

from dataclasses import dataclass

from vocabsvc.errors import NoSnapshot, SnapshotDamaged
from vocabsvc.store.snapshot import Snapshot
from vocabsvc.store.snapshot_choice import refusal
from vocabsvc.store.snapshot_folder import SnapshotFolder


@dataclass(frozen=True, slots=True)
class ListedSnapshot:
    """A snapshot by its name; ``snapshot`` is ``None`` where the manifest cannot be read, and ``damage`` says why.

    ``rolled_back`` ones are later than the current one.
    """

    name: str
    current: bool
    rolled_back: bool
    snapshot: Snapshot | None = None
    damage: str = ""


def list_snapshots(folder: SnapshotFolder, *, verify: bool = False) -> tuple[ListedSnapshot, ...]:
    """Return all snapshots, the latest first; ``verify`` compares every file with its checksum, else sizes are.

    Raises:
        NoSnapshot: there are none.
    """
    names, pointed = folder.names(), folder.pointed()
    if not names:
        raise folder.nothing()
    return tuple(
        _listed(folder, ListedSnapshot(name, name == pointed.name, name in pointed.rolled_back), verify=verify)
        for name in names
    )


def _listed(folder: SnapshotFolder, listed: ListedSnapshot, *, verify: bool) -> ListedSnapshot:
    snapshot = None
    try:
        snapshot = folder.at(listed.name)
        if verify:
            snapshot.verify()
        else:
            snapshot.check_sizes()
        damage = ""
    except (NoSnapshot, SnapshotDamaged) as error:
        damage = refusal(error)
    return ListedSnapshot(listed.name, listed.current, listed.rolled_back, snapshot, damage)
