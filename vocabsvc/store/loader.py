"""Builds a snapshot from sources: everything is read and checked before anything becomes current."""

import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from vocabsvc import __version__
from vocabsvc.errors import NoSnapshot
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.store.build import GraphWriter, LoadChecks, SnapshotBuild
from vocabsvc.store.dumps import DumpFolder
from vocabsvc.store.history import HistoryFolder
from vocabsvc.store.snapshot import LAYOUT, Snapshot, SnapshotFolder
from vocabsvc.store.source_file import SourceFile, read_source
from vocabsvc.store.sources import Source

Progress = Callable[[str, int, int], None]
"""Told what is being done, and how many of how many steps are."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """The snapshot that is current after a load, and what was doubtful about its sources."""

    snapshot: Snapshot
    warnings: tuple[str, ...] = ()


class Loader:
    """Loads into one data folder.

    ``open_graph`` makes the writer of a new database; ``checks`` are asked of everything that is loaded.
    """

    def __init__(
        self,
        folder: SnapshotFolder,
        base_uri: str,
        open_graph: Callable[[Path], GraphWriter],
        checks: LoadChecks,
    ) -> None:
        self._folder = folder
        self._base_uri = base_uri
        self._open_graph = open_graph
        self._checks = checks

    def fingerprint(self, sources: Sequence[Source]) -> str:
        """Return a digest that is equal exactly when a load of ``sources`` would give equal snapshots."""
        return self._digest([read_source(source) for source in sources])

    def load(self, sources: Sequence[Source], progress: Progress) -> Loaded:
        """Build a snapshot that holds exactly ``sources`` and make it current.

        Raises:
            UnreadableInput: a broken file; the snapshot that was current stays so.
            InvalidRequest: two vocabularies that are one by their IRI.
            InvalidVocabulary: a vocabulary of our own that violates a check.
            InvalidShapesGraph: shapes that cannot run.
        """
        files = [read_source(source) for source in sources]
        with self._folder.building() as draft, _without_collection():
            history = HistoryFolder(draft / "history")
            history.carry_over(self._folder.history_before())
            dumps = DumpFolder(draft / "dumps")
            dumps.carry_over(self._folder.dumps_before())
            graph = self._open_graph(draft / "graph")
            build = SnapshotBuild(draft, self._base_uri, graph, self._checks, history, dumps, self._served())
            for done, file in enumerate(files):
                progress(file.name, done, len(files) + 1)
                build.add(file)
            progress("term index", len(files), len(files) + 1)
            manifest = build.finish(self._digest(files))
            snapshot = self._folder.publish(draft, manifest)
            progress("done", len(files) + 1, len(files) + 1)
            return Loaded(snapshot, warnings=tuple(build.warnings))

    def _served(self) -> tuple[Vocabulary, ...]:
        try:
            return self._folder.current().manifest.vocabularies
        except NoSnapshot:
            return ()

    def _digest(self, files: Sequence[SourceFile]) -> str:
        digest = hashlib.sha256(f"{LAYOUT} {__version__} {self._base_uri}".encode())
        for file in files:
            for part in (repr((file.source.kind, file.source.id, file.description)).encode(), file.data):
                digest.update(hashlib.sha256(part).digest())
        return digest.hexdigest()


@contextmanager
def _without_collection() -> Iterator[None]:
    """Leave cycles alone: a load makes millions of objects that live to its end, and looking takes a sixth of it."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
