"""The files of a snapshot, by size and checksum: what a manifest says of them, and whether it is still so."""

import hashlib
import os
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

_THREADS = 2
"""Hashing leaves the GIL alone, and two files at once are what a small machine can do."""

ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file; ``path`` is relative to the snapshot, with slashes, ``size`` in bytes."""

    path: str
    size: int
    sha256: str


def measure_files(folder: Path) -> tuple[StoredFile, ...]:
    """Return every file below a folder, by path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return tuple(_in_threads(lambda path: _measured(folder, path), paths))


def damaged_size(folder: Path, files: Iterable[StoredFile]) -> str:
    """Return what is wrong with the first file that is missing or of another size, ``""`` where all are right."""
    return next(filter(None, (_wrong_size(folder, file) for file in files)), "")


def damaged_file(folder: Path, files: Sequence[StoredFile]) -> str:
    """Return what is wrong with the first file that is missing or altered, ``""`` where all are as they were."""
    return damaged_size(folder, files) or next(
        filter(None, _in_threads(lambda file: _wrong_content(folder, file), files)), ""
    )


def sync_tree(folder: Path) -> None:
    """Have a folder and all below it written to disk."""
    for path in (*folder.rglob("*"), folder):
        sync(path)


def sync(path: Path) -> None:
    """Have a file, or the names in a folder, written to disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _measured(folder: Path, path: Path) -> StoredFile:
    return StoredFile(path.relative_to(folder).as_posix(), path.stat().st_size, _checksum(path))


def _wrong_size(folder: Path, file: StoredFile) -> str:
    path = folder / file.path
    if not path.is_file():
        return f"{file.path} is missing"
    size = path.stat().st_size
    return "" if size == file.size else f"{file.path} has {size} bytes instead of {file.size}"


def _wrong_content(folder: Path, file: StoredFile) -> str:
    try:
        return "" if _checksum(folder / file.path) == file.sha256 else f"{file.path} was altered"
    except OSError as error:
        return f"{file.path} cannot be read: {error.strerror}"


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _in_threads(work: Callable[[ItemT], ResultT], items: Iterable[ItemT]) -> list[ResultT]:
    with ThreadPoolExecutor(_THREADS) as pool:
        return list(pool.map(work, items))
