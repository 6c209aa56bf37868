"""Builds a snapshot from sources: everything is read and checked before anything becomes current."""

import gc
import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path

from vocabsvc import __version__
from vocabsvc.errors import NoSnapshot, SnapshotDamaged, UnknownName
from vocabsvc.store.build import Complete, GraphWriter, LoadChecks, SnapshotBuild
from vocabsvc.store.dumps import DumpFolder
from vocabsvc.store.history import HistoryFolder
from vocabsvc.store.snapshot import LAYOUT, Snapshot
from vocabsvc.store.snapshot_folder import SnapshotFolder
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

    ``open_graph`` makes the writer of a new database; ``checks`` are asked of everything that is loaded; ``complete``
    looks up at once what is asked most; ``engine`` names the server that gets the graphs, where they do not stay in the
    snapshot.
    """

    def __init__(
        self,
        folder: SnapshotFolder,
        base_uri: str,
        open_graph: Callable[[Path], GraphWriter],
        checks: LoadChecks,
        complete: Complete,
        engine: str = "",
    ) -> None:
        self._folder = folder
        self._base_uri = base_uri
        self._open_graph = open_graph
        self._checks = checks
        self._complete = complete
        self._engine = engine

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
            DiskFull: there is no room; the snapshot that was current stays so.
        """
        files = [read_source(source) for source in sources]
        with self._folder.building() as draft, _without_collection():
            graph = self._open_graph(draft / "graph")
            try:
                return self._build(draft, graph, files, progress)
            finally:
                graph.discard()  # before the draft is removed

    def is_kept(self, sources: Sequence[Source]) -> bool:
        """Tell whether a load would only repeat what is there.

        That is so where the current snapshot was made of these sources and is whole, or where a snapshot that was
        made of them was rolled back: what was refused does not come back by itself.
        """
        wanted, pointed = self.fingerprint(sources), self._folder.pointed()
        for name in (pointed.name, *pointed.rolled_back):
            with suppress(NoSnapshot, SnapshotDamaged, UnknownName):
                snapshot = self._folder.at(name)
                if snapshot.manifest.fingerprint == wanted:
                    if name == pointed.name:
                        snapshot.verify()
                    return True
        return False

    def _build(self, draft: Path, graph: GraphWriter, files: Sequence[SourceFile], progress: Progress) -> Loaded:
        carried = self._folder.carried_over()
        before = carried.folder if carried else self._folder.folder_of_other_release()
        history, dumps = HistoryFolder(draft / "history"), DumpFolder(draft / "dumps")
        if before:
            history.carry_over(before / "history")
            dumps.carry_over(before / "dumps")
        served = carried.manifest.vocabularies if carried else ()
        build = SnapshotBuild(draft, self._base_uri, graph, self._checks, self._complete, history, dumps, served)
        if before is None and self._folder.names():
            build.warnings.append("every snapshot is damaged: the histories begin anew")
        for done, file in enumerate(files):
            progress(file.name, done, len(files) + 1)
            build.add(file)
        progress("term index", len(files), len(files) + 1)
        manifest = replace(build.finish(self._digest(files)), before=carried.name if carried else "")
        snapshot = self._folder.publish(draft, manifest, graph.publish)
        progress("done", len(files) + 1, len(files) + 1)
        return Loaded(snapshot, warnings=tuple(build.warnings))

    def _digest(self, files: Sequence[SourceFile]) -> str:
        digest = hashlib.sha256(f"{LAYOUT} {__version__} {self._base_uri} {self._engine}".rstrip().encode())
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
