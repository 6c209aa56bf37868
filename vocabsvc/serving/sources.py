"""Where the services of a server come from."""

from collections.abc import Callable
from typing import Protocol

from vocabsvc.errors import NoSnapshot
from vocabsvc.services.services import Services
from vocabsvc.store.base import SearchRequest
from vocabsvc.store.snapshot import ServedSnapshot, Snapshot
from vocabsvc.store.snapshot_choice import Chosen, choose_snapshot, open_verified
from vocabsvc.store.snapshot_folder import SnapshotFolder


class ServicesSource(Protocol):
    """Opens services. Its methods may block, and are called in any thread, one at a time."""

    def first(self) -> Chosen[Services]:
        """Open what a server begins with.

        Raises:
            NoSnapshot: there is nothing that can be served.
        """
        ...

    def wanted(self) -> str:
        """Return the name of the snapshot to serve, ``""`` where that is not known."""
        ...

    def open(self, name: str) -> Chosen[Services]:
        """Open the snapshot of this name; any exception means that it is refused."""
        ...


class SnapshotSource:
    """The snapshots of a data folder; ``build`` opens one of them, which must answer a look-up to be served."""

    def __init__(self, folder: SnapshotFolder, build: Callable[[Snapshot], Services]) -> None:
        self._folder = folder
        self._build = build

    def first(self) -> Chosen[Services]:
        """See ``ServicesSource.first``. Where the snapshot that is wanted is refused, the next best is opened."""
        return choose_snapshot(self._folder, self._answering)

    def wanted(self) -> str:
        """See ``ServicesSource.wanted``."""
        return self._folder.pointed().name

    def open(self, name: str) -> Chosen[Services]:
        """See ``ServicesSource.open``."""
        return open_verified(self._folder, name, self._answering)

    def _answering(self, snapshot: Snapshot) -> Services:
        services = self._build(snapshot)
        services.search.search(SearchRequest("a", limit=1))
        return services


class FixedSource:
    """Services that never change."""

    def __init__(self, open_services: Callable[[], Services]) -> None:
        self._open_services = open_services

    def first(self) -> Chosen[Services]:
        """See ``ServicesSource.first``."""
        return Chosen(self._open_services(), ServedSnapshot())

    def wanted(self) -> str:
        """See ``ServicesSource.wanted``."""
        return ""

    def open(self, name: str) -> Chosen[Services]:
        """See ``ServicesSource.open``; nothing is ever wanted."""
        raise NoSnapshot(name)
