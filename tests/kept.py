"""Data folders that take long to load, kept in pytest's cache folder for as long as nothing they come from changes."""

import fcntl
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
CODE = (ROOT / "vocabsvc", ROOT / "requirements" / "run.txt")


def kept(config: pytest.Config, name: str, sources: Iterable[Path], build: Callable[[Path], None], into: Path) -> Path:
    """Return ``into`` with the files that ``build`` makes of ``sources`` by the code there is, once.

    The files are links to those that are kept: a test may add to the folder and replace what is in it, but not write
    into a file.
    """
    assert config.cache is not None
    folder = config.cache.mkdir("kept") / name
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)  # for all workers
        built = folder / _key([*CODE, *sources])
        if not built.is_dir():
            for old in filter(Path.is_dir, folder.iterdir()):
                shutil.rmtree(old)
            part = built.with_suffix(".part")
            build(part)
            part.rename(built)
    return Path(shutil.copytree(built, into, copy_function=_link))


def _key(sources: Iterable[Path]) -> str:
    digest = sha256(sys.version.encode())
    for said in sorted(name for name in os.environ if name.startswith("VOCABSVC_")):
        digest.update(f"{said}={os.environ[said]}\0".encode())
    for path in _files(sources):
        digest.update(f"{path}\0{path.stat().st_size}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(sources: Iterable[Path]) -> Iterator[Path]:
    for source in sources:
        if source.is_file():
            yield source
        else:
            inside = sorted(path for path in source.rglob("*") if path.is_file())
            yield from (path for path in inside if path.suffix != ".pyc")


def _link(kept: str, link: str) -> None:
    try:
        os.link(kept, link)
    except OSError:  # another file system
        shutil.copy2(kept, link)
