"""Which snapshot to serve: the one that is wanted, or the next best where that one is refused."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Generic, TypeVar

from vocabsvc.errors import NoSnapshot, SnapshotDamaged
from vocabsvc.store.snapshot import RefusedSnapshot, ServedSnapshot, Snapshot
from vocabsvc.store.snapshot_folder import SnapshotFolder

OpenedT = TypeVar("OpenedT")


@dataclass(frozen=True, slots=True)
class Chosen(Generic[OpenedT]):
    """What a snapshot was opened as, and which it is."""

    opened: OpenedT
    served: ServedSnapshot


def choose_snapshot(folder: SnapshotFolder, open_snapshot: Callable[[Snapshot], OpenedT]) -> Chosen[OpenedT]:
    """Open the first snapshot that is whole and can be opened; any exception means that it cannot.

    Raises:
        NoSnapshot: there is none.
    """
    wanted, refused = folder.pointed().name, list[RefusedSnapshot]()
    for name in dict.fromkeys([*filter(None, [wanted]), *folder.candidates()]):
        try:
            chosen = open_verified(folder, name, open_snapshot)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, another may do
            refused.append(RefusedSnapshot(name, refusal(error)))
        else:
            return replace(chosen, served=replace(chosen.served, refused=tuple(refused)))
    if not refused:
        raise folder.nothing()
    raise NoSnapshot("; ".join(f"snapshot {one.snapshot} is refused: {one.reason}" for one in refused))


def open_verified(folder: SnapshotFolder, name: str, open_snapshot: Callable[[Snapshot], OpenedT]) -> Chosen[OpenedT]:
    """Compare every file of a snapshot with its checksum, and open it.

    Raises:
        UnknownName: there is none of this name.
        NoSnapshot: it has a layout that another release has.
        SnapshotDamaged: a file is missing or altered.
    """
    snapshot = folder.at(name)
    snapshot.verify()
    since = snapshot.since or datetime.now(UTC)  # where it stands in for another, it does so from now on
    return Chosen(open_snapshot(replace(snapshot, since=since)), ServedSnapshot(name, snapshot.manifest.created))


def refusal(error: Exception) -> str:
    """Return why a snapshot is refused, in one line that does not name it."""
    text = error.reason if isinstance(error, SnapshotDamaged) else str(error)
    return " ".join(text.split()) or type(error).__name__
