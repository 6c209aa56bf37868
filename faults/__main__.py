"""``python -m faults``: kill loads of all that ships, and prove after each that the data folder can be served.

Then a server is killed in the middle of decisions, none of which may be lost. The exit code is 1 where that
cannot be proved; the seed that is shown gives the same moments again.
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

from faults.decisions import Curator, ServedData, decide_and_kill, prove_decisions
from faults.killing import Killings
from faults.loads import Left, LoadFailed, Target, good_load
from faults.proof import NotServable
from vocabsvc.bootstrap.snapshots import default_sources
from vocabsvc.errors import VocabsvcError

_TEXT = "salinity"
_MAPPING_SET, _CONCEPT = "somlit", "SDN:P01::PSLTZZ01"


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


def kill_decisions(folder: Path, decisions: int, seed: int) -> None:
    """Kill a server over what was loaded last in ``folder``, once in a hundred decisions."""
    address, kills = f"sqlite:///{folder / 'decisions.sqlite'}", decisions // 100
    server = ServedData(Target(folder / "0", [], Path.cwd()).data, address)
    curator = Curator(server, _MAPPING_SET, _CONCEPT)
    decide_and_kill(server, curator, decisions, kills, Random(seed))  # noqa: S311 - as above
    prove_decisions(address, curator, kills)
    print(f"{decisions} decisions, {kills} kills, and none that was acknowledged is lost", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m faults", description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(1_000_000))
    parser.add_argument("--at-once", type=int, default=2, help="loads side by side, each in its own data folder")
    parser.add_argument("--decisions", type=int, default=1000, help="in the middle of which a server is killed")
    arguments = parser.parse_args()
    print(f"seed {arguments.seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        try:
            found = kill_loads(Path(folder), arguments.kills, arguments.seed, arguments.at_once)
            kill_decisions(Path(folder), arguments.decisions, arguments.seed)
        except (LoadFailed, NotServable, VocabsvcError) as error:
            sys.exit(f"FAILED with seed {arguments.seed}: {error}")
    for left in Left:
        print(f"{found[left]:4d}  {left}")
    print(f"{found.total() - found[Left.FINISHED]} kills, and after each the data folder could be served")


if __name__ == "__main__":
    main()
