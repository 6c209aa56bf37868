"""A snapshot: one folder with everything that a load produced, never changed afterwards.

::

    <data>/current                      name of the snapshot that is served
    <data>/snapshots/<name>/manifest.json   what it holds
    <data>/snapshots/<name>/graph/          Oxigraph database
    <data>/snapshots/<name>/terms/          term index
    <data>/snapshots/<name>/labels/         labels in alphabetical order (see ``labels``)
    <data>/snapshots/<name>/glossary.jsonl  entries of the glossary (see ``glossary_file``)
    <data>/snapshots/<name>/dumps/          each edition as files to download (see ``dumps``)
    <data>/snapshots/<name>/history/        what changed from edition to edition (see ``history``)
    <data>/snapshots/<name>/mappings/*.sssom.tsv, shapes/*.ttl   as loaded (the graph rewrites literals)
"""

import fcntl
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from vocabsvc.errors import NoSnapshot, ServiceFault
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary

LAYOUT = 5
"""Raised whenever the files of a snapshot change their form, so that old ones are built anew."""

_KEPT = 2  # the one served and the one before: a server may still hold the latter open


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds. ``fingerprint`` is equal exactly for loads of equal inputs.

    ``base_uri`` is the hub's namespace that relative IRIs were resolved against; ``mapping_sets`` and
    ``shapes`` are ids; ``created`` is UTC, ISO 8601.
    """

    fingerprint: str
    base_uri: str
    created: str
    vocabularies: tuple[Vocabulary, ...]
    mapping_sets: tuple[str, ...]
    shapes: tuple[str, ...]
    triple_count: int


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A finished snapshot on disk."""

    folder: Path
    manifest: Manifest

    @property
    def graph(self) -> Path:
        """Folder of the Oxigraph database."""
        return self.folder / "graph"

    @property
    def terms(self) -> Path:
        """Folder of the term index."""
        return self.folder / "terms"

    @property
    def labels(self) -> Path:
        """Folder of the alphabetical lists of labels."""
        return self.folder / "labels"

    @property
    def glossary(self) -> Path:
        """File of the glossary's entries."""
        return self.folder / "glossary.jsonl"

    @property
    def dumps(self) -> Path:
        """Folder of the dumps."""
        return self.folder / "dumps"

    @property
    def nodes(self) -> Path:
        """Folder of the rendered concepts."""
        return self.folder / "nodes"

    @property
    def history(self) -> Path:
        """Folder of the histories."""
        return self.folder / "history"

    def mapping_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of each mapping set, by id."""
        return _files(self.folder / "mappings", "*.sssom.tsv")

    def shape_files(self) -> Iterator[tuple[str, bytes]]:
        """Yield name and content of each shapes graph, by id."""
        return _files(self.folder / "shapes", "*.ttl")


class SnapshotFolder:
    """The ``--data`` folder: knows which snapshot is current, and swaps in a new one."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pointer = folder / "current"
        self._snapshots = folder / "snapshots"

    def current(self) -> Snapshot:
        """Return the snapshot to serve.

        Raises:
            NoSnapshot: nothing was loaded yet, or by another release whose layout differs.
        """
        try:
            folder = self._snapshots / self._pointer.read_text(encoding="ascii").strip()
            return Snapshot(folder, _read_manifest(folder))
        except (OSError, KeyError, TypeError, ValueError) as error:
            raise NoSnapshot(f"no snapshot in {self._folder}: run `vocabsvc load` first") from error

    def history_before(self) -> Path:
        """Return the folder of the histories so far, of whatever layout; it need not be there."""
        name = self._pointer.read_text(encoding="ascii").strip() if self._pointer.is_file() else ".none"
        return self._snapshots / name / "history"

    def dumps_before(self) -> Path:
        """Return the folder of the dumps so far, of whatever layout; it need not be there."""
        return self.history_before().with_name("dumps")

    @contextmanager
    def building(self) -> Iterator[Path]:
        """Give a new empty folder to build in; it is removed if the block raises, and locked meanwhile.

        Raises:
            ServiceFault: another load is at work on the same data folder.
        """
        self._snapshots.mkdir(parents=True, exist_ok=True)
        with (self._folder / "lock").open("w") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise ServiceFault(f"another load is at work on {self._folder}") from error
            draft = self._snapshots / ".building"
            shutil.rmtree(draft, ignore_errors=True)
            draft.mkdir()
            try:
                yield draft
            finally:
                shutil.rmtree(draft, ignore_errors=True)

    def publish(self, draft: Path, manifest: Manifest) -> Snapshot:
        """Make a finished draft the current snapshot in one step, and drop the oldest.

        A reader of ``current`` sees the old name or the new one, never neither.
        """
        (draft / "manifest.json").write_text(json.dumps(_to_json(manifest), ensure_ascii=False, indent=1))
        stamp = "".join(char for char in manifest.created if char.isdigit())
        folder = self._snapshots / f"{stamp}-{manifest.fingerprint[:12]}"
        for path in (*draft.rglob("*"), draft):
            _sync(path)
        draft.rename(folder)
        waiting = self._pointer.with_suffix(".new")
        waiting.write_text(folder.name, encoding="ascii")
        _sync(waiting)
        waiting.replace(self._pointer)
        for old in sorted(path for path in self._snapshots.iterdir() if path.name[0] != ".")[:-_KEPT]:
            shutil.rmtree(old, ignore_errors=True)
        return Snapshot(folder, manifest)


def _files(folder: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    return ((path.name, path.read_bytes()) for path in sorted(folder.glob(pattern)))


def _to_json(manifest: Manifest) -> Mapping[str, object]:
    return {"layout": LAYOUT, **asdict(manifest)}


def _read_manifest(folder: Path) -> Manifest:
    stored: dict[str, Any] = json.loads((folder / "manifest.json").read_bytes())
    if stored.pop("layout") != LAYOUT:
        raise ValueError("built by another release")
    stored["vocabularies"] = tuple(_vocabulary(fields) for fields in stored["vocabularies"])
    stored["mapping_sets"], stored["shapes"] = tuple(stored["mapping_sets"]), tuple(stored["shapes"])
    return Manifest(**stored)


def _vocabulary(fields: dict[str, Any]) -> Vocabulary:
    titles = tuple(LangString(**title) for title in fields["titles"])
    lists = {name: tuple(fields[name]) for name in ("sources", "languages", "missing")}
    return Vocabulary(**{**fields, **lists, "titles": titles})


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
