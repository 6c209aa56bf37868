"""The small sister of ``make faults``: the test vocabularies, some tens of kills."""

import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

import pytest

from faults.killing import Killings
from faults.loads import Left, LoadFailed, Target, good_load
from faults.moments import Timing, moments
from faults.proof import NotServable, prove_servable
from tests.conftest import DATA, ROOT
from tests.examples import examples
from vocabsvc.errors import NoSnapshot

SOURCES = (DATA / "T01.ttl", DATA / "T02.ttl", DATA / "testcentre.sssom.tsv")
KILLS, SEED = examples(4, 12), 2026


def test_killed_loads_leave_what_can_be_served(tmp_path: Path) -> None:
    targets = [Target(tmp_path / name, SOURCES, ROOT) for name in ("a", "b")]
    good_load(targets[0])
    shutil.copytree(targets[0].data, targets[1].data)

    def kill(number: int) -> list[Left]:
        target, lines = targets[number], list[str]()
        killings = Killings(target, good_load(target), "salinity", lines.append)
        return list(killings.run(KILLS, Random(SEED + number)).elements())  # noqa: S311 - moments, not secrets

    with ThreadPoolExecutor() as pool:
        left = [one for found in pool.map(kill, (0, 1)) for one in found]
    assert len([one for one in left if one is not Left.FINISHED]) == 2 * KILLS
    assert {Left.NOTHING, Left.DRAFT} <= set(left)


def test_moments_lie_in_the_whole_and_often_in_the_publishing() -> None:
    chosen = moments(Timing(30, 0.5), Random(SEED))  # noqa: S311 - moments, not secrets
    found = [next(chosen) for _ in range(300)]
    publishing = [one.seconds for one in found if one.publishing]
    assert len(publishing) == 100
    assert 0 <= min(publishing) < max(publishing) <= 0.75
    spread = [one.seconds for one in found if not one.publishing]
    assert min(spread) < 1
    assert 29 < max(spread) < 30


def test_a_load_that_fails_and_data_that_cannot_be_served_are_told(tmp_path: Path) -> None:
    target = Target(tmp_path / "data", [tmp_path / "absent.ttl"], ROOT)
    with pytest.raises(LoadFailed, match=r"absent\.ttl"):
        good_load(target)
    with pytest.raises(NoSnapshot):
        prove_servable(target.data, "salinity")
    good_load(Target(target.data, SOURCES, ROOT))
    with pytest.raises(NotServable, match="nothing found"):
        prove_servable(target.data, "nothing like it")
    shutil.copytree(target.data / "snapshots" / target.current(), target.data / "snapshots" / "0")
    (target.data / "snapshots" / target.current() / "manifest.json").unlink()
    with pytest.raises(NotServable, match="refused"):
        prove_servable(target.data, "salinity")
