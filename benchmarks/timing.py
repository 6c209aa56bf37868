"""Times in milliseconds and how they are shown, with their aim where there is one."""

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

ItemT = TypeVar("ItemT")


@dataclass(frozen=True, slots=True)
class Spread:
    """Percentiles of ``count`` times, in milliseconds."""

    p50: float
    p95: float
    p99: float
    count: int

    @classmethod
    def of(cls, times: Sequence[float]) -> "Spread":
        """Return the percentiles; there must be at least one time."""
        ordered = sorted(times)
        p50, p95, p99 = (ordered[min(len(ordered) - 1, int(len(ordered) * share))] for share in (0.5, 0.95, 0.99))
        return cls(p50, p95, p99, len(ordered))

    def __str__(self) -> str:
        return f"p50 {self.p50:.2f}  p95 {self.p95:.2f}  p99 {self.p99:.2f} ms  (n={self.count})"


def timed(action: Callable[[ItemT], object], items: Iterable[ItemT]) -> Spread:
    """Return how long the calls took, one by one."""
    times = []
    for item in items:
        start = time.perf_counter()
        action(item)
        times.append((time.perf_counter() - start) * 1000)
    return Spread.of(times)


def show(name: str, figures: object, aim: str = "") -> None:
    """Print a line; ``aim`` is what ``at_most`` or ``at_least`` say."""
    print(f"{name:<27}{figures}{f'  [{aim}]' if aim else ''}", flush=True)


def show_spread(name: str, spread: Spread, p99: float | None = None) -> None:
    """Print percentiles; ``p99`` is the aim in milliseconds."""
    show(name, spread, "" if p99 is None else at_most(spread.p99, p99))


def at_most(figure: float, aim: float) -> str:
    return f"aim ≤ {aim:g}: {'met' if figure <= aim else 'MISSED'}"


def at_least(figure: float, aim: float) -> str:
    return f"aim ≥ {aim:g}: {'met' if figure >= aim else 'MISSED'}"
