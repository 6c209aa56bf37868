"""When to kill."""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

_PUBLISHED_EVERY = 3
"""One kill in so many meets the publishing, which is a small part of a load."""

_BEYOND = 1.5
"""Publishing takes longer at times, and old snapshots go after it: some moments lie behind what was measured."""


@dataclass(frozen=True, slots=True)
class Timing:
    """How long a load takes, and how long from its manifest until it is current, both in seconds."""

    whole: float
    publishing: float


@dataclass(frozen=True, slots=True)
class Moment:
    """Seconds after the start of a load, or after its manifest was written."""

    seconds: float
    publishing: bool

    def __str__(self) -> str:
        return f"{self.seconds:8.4f} s after {'the manifest' if self.publishing else 'the start'}"


def moments(timing: Timing, random: Random) -> Iterator[Moment]:
    """Yield moments without end, spread over the whole, with more of them where a snapshot is published."""
    number = 0
    while True:
        number += 1
        publishing = number % _PUBLISHED_EVERY == 0
        longest = timing.publishing * _BEYOND if publishing else timing.whole
        yield Moment(random.uniform(0, longest), publishing)
