"""How fast a snapshot is built."""

import resource
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.timing import show
from vocabsvc.bootstrap.loading import build_loader
from vocabsvc.settings import Settings
from vocabsvc.store.snapshot import Snapshot
from vocabsvc.store.sources import find_sources


@dataclass(frozen=True, slots=True)
class Load:
    """What a load took: ``peak_rss`` is of this process until now, both sizes are in bytes."""

    snapshot: Snapshot
    seconds: float
    disk: int
    peak_rss: int

    @property
    def rate(self) -> float:
        """Triples a second."""
        return self.snapshot.manifest.triple_count / self.seconds


def load(data: Path, sources: Sequence[Path]) -> Load:
    """Load the sources into the folder ``data``."""
    start = time.perf_counter()
    snapshot = build_loader(Settings(data=data)).load(find_sources(sources), lambda *_: None).snapshot
    seconds = time.perf_counter() - start
    disk = sum(path.stat().st_size for path in snapshot.folder.rglob("*") if path.is_file())
    return Load(snapshot, seconds, disk, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


def show_load(done: Load) -> None:
    """Print rate, size and memory."""
    triples = done.snapshot.manifest.triple_count
    show("load", f"{done.seconds:.1f} s, {triples} triples, {done.rate / 1000:.0f} k triples/s")
    show("", f"{done.disk / 1e6:.0f} MB on disk, peak RSS of the load {done.peak_rss / 1e6:.0f} MB")
