"""The ``--data`` folder: which snapshots there are, which is current, and how another becomes so.

::

    <data>/current              name of the snapshot that is served (see ``pointer``)
    <data>/lock                 held by whoever changes something
    <data>/snapshots/<name>/    see ``snapshot``; a name that begins with a dot is one in the making, or going

A load is on disk before its folder gets its name, and the folder before the pointer names it. So a process that
is killed, or a machine that loses power, leaves the pointer at a whole snapshot.
"""

import fcntl
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path

from vocabsvc.errors import NoSnapshot, ServiceFault, SnapshotDamaged, UnknownName
from vocabsvc.store.disk_full import disk_full_is_clear
from vocabsvc.store.pointer import Pointed, Pointer
from vocabsvc.store.snapshot import Manifest, Snapshot, write_manifest
from vocabsvc.store.snapshot_files import measure_files, sync, sync_tree

KEPT = 3
"""How many snapshots a load leaves: the new one, and two to roll back to."""

_DRAFT = ".building"


class SnapshotFolder:
    """All snapshots of one data folder."""

    def __init__(self, folder: Path) -> None:
        self.path = folder
        self._pointer = Pointer(folder / "current")
        self._snapshots = folder / "snapshots"

    def pointed(self) -> Pointed:
        """Return what is to be served; cheap."""
        return self._pointer.read()

    def current(self) -> Snapshot:
        """Return the snapshot to serve.

        Raises:
            NoSnapshot: nothing was loaded yet, or by another release whose layout differs.
            SnapshotDamaged: its manifest is broken.
        """
        name = self.pointed().name
        if not name or not (self._snapshots / name).is_dir():
            raise self.nothing()
        return self.at(name)

    def at(self, name: str) -> Snapshot:
        """Return a snapshot by its name.

        Raises:
            UnknownName: there is none of this name.
            NoSnapshot: it has a layout that another release has.
            SnapshotDamaged: its manifest is broken.
        """
        if name not in self.names():
            raise UnknownName(f"no snapshot {name!r} in {self.path}")
        pointed = self.pointed()
        return replace(Snapshot.read(self._snapshots / name), since=pointed.since if pointed.name == name else None)

    def names(self) -> list[str]:
        """Return the names of all snapshots, the latest first."""
        if not self._snapshots.is_dir():
            return []
        return sorted((path.name for path in self._snapshots.iterdir() if path.name[0] != "."), reverse=True)

    def candidates(self) -> list[str]:
        """Return names in the order in which to serve: the current, those before it, then those rolled back from."""
        names, current = self.names(), self.pointed().name
        if current not in names:
            return names
        earlier = [self._before(current), *(name for name in names if name < current), *names]
        return list(dict.fromkeys([current, *(name for name in earlier if name in names)]))

    def nothing(self) -> NoSnapshot:
        """Return the error for a folder without snapshots."""
        return NoSnapshot(f"no snapshot in {self.path}: run `vocabsvc load` first")

    def carried_over(self) -> Snapshot | None:
        """Return the snapshot whose histories and dumps the next load carries on: the first with whole ones."""
        for name in self.candidates():
            with suppress(NoSnapshot, SnapshotDamaged):
                snapshot = self.at(name)
                snapshot.verify_carried_over()
                return snapshot
        return None

    def folder_of_other_release(self) -> Path | None:
        """Return the folder of the current snapshot where it has a layout that another release has."""
        try:
            self.current()
        except NoSnapshot:
            name = self.pointed().name
            return self._snapshots / name if name in self.names() else None
        except SnapshotDamaged:
            return None
        return None

    @contextmanager
    def building(self) -> Iterator[Path]:
        """Give a new empty folder to build in; it is removed if the block raises, and locked meanwhile.

        What a killed load left is removed first.

        Raises:
            ServiceFault: another command is at work on the same data folder.
        """
        self._snapshots.mkdir(parents=True, exist_ok=True)
        with self._locked():
            self._clear()
            draft = self._snapshots / _DRAFT
            draft.mkdir()
            try:
                yield draft
            finally:
                shutil.rmtree(draft, ignore_errors=True)

    def publish(self, draft: Path, manifest: Manifest, switch: Callable[[], None] = lambda: None) -> Snapshot:
        """Make a finished draft the current snapshot in one step, and drop the oldest.

        To be called inside ``building``; nothing may still write to the draft. ``switch`` is called when the snapshot
        is on disk, just before it becomes current; if it raises, the snapshot goes again.
        """
        manifest = replace(manifest, files=measure_files(draft))
        write_manifest(draft, manifest)
        stamp = "".join(char for char in manifest.created if char.isdigit())
        folder = self._snapshots / f"{stamp}-{manifest.fingerprint[:12]}"
        sync_tree(draft)
        draft.rename(folder)
        sync(self._snapshots)
        try:
            switch()
            self._pointer.write(folder.name)
        except BaseException:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        self._drop(self.candidates()[KEPT:])
        return Snapshot(folder, manifest, self.pointed().since)

    def rollback(self, name: str = "") -> Snapshot:
        """Make an earlier snapshot current, and return it: the named one, else the first whole one before.

        A later one may be named to undo a rollback.

        Raises:
            UnknownName: there is none of this name, or it is the current one.
            NoSnapshot: there is none before, or the named one has a layout that another release has.
            SnapshotDamaged: the named one is damaged.
            ServiceFault: another command is at work on the same data folder.
        """
        with self._locked():
            self._clear()
            pointed = self.pointed()
            if name and name == pointed.name:
                raise UnknownName(f"{name} is the current snapshot")
            target = self._whole(name) if name else self._first_whole_before(pointed.name)
            self._pointer.write(target.name, tuple(one for one in self.names() if one > target.name))
            return replace(target, since=self.pointed().since)

    def prune(self, keep: int) -> tuple[str, ...]:
        """Remove snapshots until ``keep`` are left, the current among them; return the names of those removed.

        Those that are served last go first.

        Raises:
            SnapshotDamaged: the current one is damaged; then others may be needed.
            NoSnapshot: nothing was loaded yet, or by another release whose layout differs.
            ServiceFault: another command is at work on the same data folder.
        """
        with self._locked():
            self.current().verify()
            self._clear()
            removed = self.candidates()[keep:]
            self._drop(removed)
            return tuple(removed)

    def _before(self, name: str) -> str:
        try:
            return self.at(name).manifest.before
        except (NoSnapshot, SnapshotDamaged):
            return ""

    def _whole(self, name: str) -> Snapshot:
        snapshot = self.at(name)
        snapshot.verify()
        return snapshot

    def _first_whole_before(self, current: str) -> Snapshot:
        for name in self.candidates():
            if name < current or not current:
                with suppress(NoSnapshot, SnapshotDamaged):
                    return self._whole(name)
        raise NoSnapshot(f"no snapshot in {self.path} to roll back to")

    @contextmanager
    def _locked(self) -> Iterator[None]:
        if not self.path.is_dir():
            raise self.nothing()
        with disk_full_is_clear(self.path), (self.path / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise ServiceFault(f"another load is at work on {self.path}") from error
            yield

    def _clear(self) -> None:
        """Remove what was left halfway: drafts, folders that were going, and a snapshot that was never served."""
        for path in self._snapshots.glob(".*"):
            shutil.rmtree(path, ignore_errors=True)
        pointed, names = self.pointed(), self.names()
        if pointed.name in names:
            self._drop([name for name in names if name > pointed.name and name not in pointed.rolled_back])

    def _drop(self, names: Sequence[str]) -> None:
        for name in names:
            going = self._snapshots / f".{name}"  # in one step, so that no half of one has a name
            (self._snapshots / name).rename(going)
            shutil.rmtree(going, ignore_errors=True)
