"""Times in milliseconds and how they are shown."""

import time
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

ItemT = TypeVar("ItemT")


def timed(action: Callable[[ItemT], object], items: Iterable[ItemT]) -> list[float]:
    """Return how long each call took, in milliseconds."""
    times = []
    for item in items:
        start = time.perf_counter()
        action(item)
        times.append((time.perf_counter() - start) * 1000)
    return times


def spread(times: Sequence[float]) -> str:
    """Return median, 95th and 99th percentile and the count."""
    ordered = sorted(times)
    at = [ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99)]
    return "p50 {:.2f}  p95 {:.2f}  p99 {:.2f} ms".format(*at) + f"  (n={len(ordered)})"
