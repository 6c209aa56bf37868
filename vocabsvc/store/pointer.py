"""The file that says which snapshot is served: its name, then the names of those rolled back from, a line each."""

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from vocabsvc.store.snapshot_files import sync


@dataclass(frozen=True, slots=True)
class Pointed:
    """What the pointer says; ``name`` is ``""`` where there is none, ``since`` when it was written, in UTC."""

    name: str = ""
    rolled_back: tuple[str, ...] = ()
    since: datetime | None = None


class Pointer:
    """The file ``current`` of a data folder. A reader sees the old content or the new, never neither."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def read(self) -> Pointed:
        """Return what it says; nothing where it is missing or unreadable."""
        try:
            with self._path.open(encoding="ascii") as file:
                names = [line.strip() for line in file if line.strip()]
                since = datetime.fromtimestamp(self._path.stat().st_mtime, UTC)
        except (OSError, UnicodeDecodeError):
            return Pointed()
        return Pointed(names[0], tuple(names[1:]), since) if names else Pointed()

    def write(self, name: str, rolled_back: tuple[str, ...] = ()) -> None:
        """Point to a snapshot that is on disk already; when this returns, so is the pointer."""
        waiting = self._path.with_suffix(".new")
        try:
            waiting.write_text("".join(f"{line}\n" for line in (name, *rolled_back)), encoding="ascii")
            sync(waiting)
            waiting.replace(self._path)
        except OSError:
            waiting.unlink(missing_ok=True)
            raise
        sync(self._path.parent)
