"""Work over so much data that measuring its coverage takes longer than the minutes that the suite has."""

from collections.abc import Iterator
from contextlib import contextmanager

from coverage import Coverage


@contextmanager
def uncovered() -> Iterator[None]:
    """Do not measure coverage; for fixtures, as pytest-cov's mark ``no_cover`` pauses for tests alone."""
    measuring = Coverage.current()
    if measuring is None:
        yield
        return
    measuring.stop()
    try:
        yield
    finally:
        measuring.start()
