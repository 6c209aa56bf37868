"""Loads as an operator runs them: processes of their own, some of which are killed."""

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from faults.moments import Moment, Timing

_LOOK_SECONDS = 0.0005
_MANIFEST = Path("snapshots", ".building", "manifest.json")


class Left(StrEnum):
    """What a killed load leaves."""

    NOTHING = "killed before it made a draft"
    DRAFT = "killed while it built"
    WRITTEN = "killed with the manifest written"
    NAMED = "killed with the snapshot named, not current"
    CURRENT = "killed with the snapshot current"
    FINISHED = "ended before it was killed"


@dataclass(frozen=True, slots=True)
class Target:
    """What is loaded: the sources, the data folder, and the folder in which the command runs."""

    data: Path
    sources: Sequence[Path]
    root: Path

    def command(self) -> list[str]:
        return [sys.executable, "-m", "vocabsvc", "load", *map(str, self.sources), "--data", str(self.data)]

    def names(self) -> set[str]:
        return {path.name for path in (self.data / "snapshots").glob("*")}

    def current(self) -> str:
        pointer = self.data / "current"
        return pointer.read_text().split()[0] if pointer.exists() else ""


class LoadFailed(Exception):
    """A load that nobody killed did not succeed."""


def good_load(target: Target) -> Timing:
    """Load to the end.

    Raises:
        LoadFailed: it did not succeed.
    """
    before, start = target.current(), time.perf_counter()
    with _started(target) as load:
        _wait_for(load, (target.data / _MANIFEST).exists)
        written = time.perf_counter()
        _wait_for(load, lambda: target.current() != before)
        published = time.perf_counter()
        _check(load)
    return Timing(time.perf_counter() - start, published - written)


def killed_load(target: Target, moment: Moment) -> Left:
    """Load, kill the process at a moment, and tell what is left.

    Raises:
        LoadFailed: it ended by itself, and not well.
    """
    before = target.current()
    with _started(target) as load:
        if moment.publishing:
            _wait_for(load, (target.data / _MANIFEST).exists)
        time.sleep(moment.seconds)
        ended = load.poll() is not None
        load.kill()
        if ended:
            _check(load)
    return Left.FINISHED if ended else _left(target, before)


def _left(target: Target, before: str) -> Left:
    current = target.current()
    if current != before:
        return Left.CURRENT
    if any(name > current and name[0] != "." for name in target.names()):
        return Left.NAMED
    if (target.data / _MANIFEST).exists():
        return Left.WRITTEN
    return Left.DRAFT if ".building" in target.names() else Left.NOTHING


def _started(target: Target) -> subprocess.Popen[str]:
    return subprocess.Popen(
        target.command(), cwd=target.root, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True
    )


def _wait_for(load: subprocess.Popen[str], happened: Callable[[], bool]) -> None:
    while load.poll() is None and not happened():
        time.sleep(_LOOK_SECONDS)


def _check(load: subprocess.Popen[str]) -> None:
    _, errors = load.communicate()
    if load.returncode:
        raise LoadFailed(f"exit {load.returncode}: {errors.strip()}")
