"""Kills loads one after the other, with a proof after each."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from faults.loads import Left, Target, good_load, killed_load
from faults.moments import Timing, moments
from faults.proof import NotServable, prove_servable

_GOOD_EVERY = 20
"""After so many kills a load is let through; those killed while publishing have built all there is as well."""


@dataclass(frozen=True, slots=True)
class Killings:
    """What to kill, and what to look up after each; ``tell`` is told of each."""

    target: Target
    timing: Timing
    text: str
    tell: Callable[[str], None]

    def run(self, kills: int, random: Random) -> Counter[Left]:
        """Kill so many loads, and let the last be followed by a good one.

        Raises:
            NotServable: what a kill left cannot be served.
            LoadFailed: a load after a kill did not succeed.
        """
        found: Counter[Left] = Counter()
        for moment in moments(self.timing, random):
            before = self.target.current()
            left = killed_load(self.target, moment)
            served = prove_servable(self.target.data, self.text)
            if left is not Left.FINISHED and served not in {before, self.target.current()}:
                raise NotServable(f"{served} is served, which was neither before nor after")
            found[left] += 1
            killed = found.total() - found[Left.FINISHED]
            self.tell(f"{killed:4d}  {moment}: {left}; serving {served}")
            if left is not Left.FINISHED and (killed % _GOOD_EVERY == 0 or killed == kills):
                self._load_well()
            if killed == kills:
                return found
        raise AssertionError

    def _load_well(self) -> None:
        good_load(self.target)
        served = prove_servable(self.target.data, self.text)
        names = self.target.names()
        if served != max(names) or any(name[0] == "." for name in names):
            raise NotServable(f"a good load left {sorted(names)}, serving {served}")
        self.tell(f"      a good load: serving {served}")
