"""How fast a snapshot is built."""

import resource
import time
from pathlib import Path

from vocabsvc.bootstrap import build_loader, default_sources
from vocabsvc.settings import Settings
from vocabsvc.store.snapshot import Snapshot
from vocabsvc.store.sources import find_sources


def measure_loading(data: Path) -> Snapshot:
    """Load what ships into ``data``, print the rate, and return the snapshot."""
    start = time.perf_counter()
    loader = build_loader(Settings(data=data))
    snapshot = loader.load(find_sources(default_sources()), lambda *_: None).snapshot
    seconds = time.perf_counter() - start
    triples = snapshot.manifest.triple_count
    size = sum(path.stat().st_size for path in snapshot.folder.rglob("*") if path.is_file())
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"load             {seconds:.1f} s, {triples} triples, {triples / seconds / 1000:.0f} k triples/s")
    print(f"                 {size / 1e6:.0f} MB on disk, peak RSS of the load {peak:.0f} MB")
    return snapshot
