"""``python -m faults``: kill loads of all that ships, and prove after each that the data folder can be served.

The exit code is 1 where it cannot; the seed that is shown gives the same moments again.
"""

import argparse
import secrets
import shutil
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from faults.killing import Killings
from faults.loads import Left, LoadFailed, Target, good_load
from faults.proof import NotServable
from vocabsvc.bootstrap import default_sources
from vocabsvc.errors import VocabsvcError

_TEXT = "salinity"


def kill_loads(folder: Path, kills: int, seed: int, at_once: int) -> Counter[Left]:
    """Kill loads in ``at_once`` data folders side by side; each has its own moments."""
    sources = [path.resolve() for path in default_sources()]
    targets = [Target(folder / str(number), sources, Path.cwd()) for number in range(at_once)]
    good_load(targets[0])
    for other in targets[1:]:
        shutil.copytree(targets[0].data, other.data)
    with ThreadPoolExecutor(at_once) as pool:
        timings = list(pool.map(good_load, targets))  # side by side, as they will be
        for timing in timings:
            print(f"a load takes {timing.whole:.1f} s, {timing.publishing:.2f} s of it publishing", flush=True)
        shares = [kills // at_once + (number < kills % at_once) for number in range(at_once)]
        work = []
        for number, (target, timing, share) in enumerate(zip(targets, timings, shares, strict=True)):
            killings = Killings(target, timing, _TEXT, lambda line: print(line, flush=True))
            work.append(pool.submit(killings.run, share, Random(seed + number)))  # noqa: S311 - moments, not secrets
        return sum((one.result() for one in work), Counter[Left]())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--at-once", type=int, default=2, help="loads side by side, each in its own data folder")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = kill_loads(Path(folder), arguments.kills, arguments.seed, arguments.at_once)
        except (LoadFailed, NotServable, VocabsvcError) as error:
            sys.exit(f"FAILED with seed {arguments.seed}: {error}")
    for left in Left:
        print(f"{found[left]:4d}  {left}")
    print(f"{found.total() - found[Left.FINISHED]} kills, and after each the data folder could be served")


if __name__ == "__main__":
    main()
