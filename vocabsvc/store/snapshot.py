"""A snapshot: one folder with everything that a load produced, never changed afterwards.

::

    <name>/manifest.json    what it holds, and size and SHA-256 of every other file
    <name>/graph/           Oxigraph database
    <name>/terms/           term index, and beside it what is shown of each concept (see ``terms.entries``)
                            and what short texts find (see ``terms.completions``)
    <name>/labels/          labels in alphabetical order (see ``labels``)
    <name>/mapper/          what the mapper knows (see ``services.mapper.stored_knowledge``)
    <name>/nodes/           each concept as rendered for NVS (see ``nodes``)
    <name>/glossary.jsonl   entries of the glossary (see ``glossary_file``)
    <name>/dumps/           each edition as files to download (see ``dumps``)
    <name>/history/         what changed from edition to edition (see ``history``)
    <name>/mappings/*.sssom.tsv, shapes/*.ttl   as loaded (the graph rewrites literals)

Snapshots share no file, not even by a link: what damages one leaves the others whole.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from vocabsvc.errors import NoSnapshot, SnapshotDamaged
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.store.snapshot_files import StoredFile, damaged_file, damaged_size

LAYOUT = 12
"""Raised whenever the files of a snapshot change their form, so that old ones are built anew."""

MANIFEST = "manifest.json"
_CARRIED_OVER = ("history/", "dumps/")


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a snapshot holds. ``fingerprint`` is equal exactly for loads of equal inputs.

    ``base_uri`` is the hub's namespace that relative IRIs were resolved against; ``mapping_sets`` and
    ``shapes`` are ids; ``created`` is UTC, ISO 8601. ``before`` is the snapshot whose histories it carries on,
    ``""`` for none; ``files`` are all but the manifest.
    """

    fingerprint: str
    base_uri: str
    created: str
    vocabularies: tuple[Vocabulary, ...]
    mapping_sets: tuple[str, ...]
    shapes: tuple[str, ...]
    triple_count: int
    before: str = ""
    files: tuple[StoredFile, ...] = ()


@dataclass(frozen=True, slots=True)
class RefusedSnapshot:
    """A snapshot that is not served although it should be, and why, in one line."""

    snapshot: str
    reason: str


@dataclass(frozen=True, slots=True)
class ServedSnapshot:
    """Name and time of creation (UTC, ISO 8601) of what is served, both ``""`` for what was never a snapshot."""

    snapshot: str = ""
    created: str = ""
    refused: tuple[RefusedSnapshot, ...] = ()


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A finished snapshot on disk; ``since`` is when it became the one to serve, in UTC, where that is known."""

    folder: Path
    manifest: Manifest
    since: datetime | None = None

    @classmethod
    def read(cls, folder: Path) -> "Snapshot":
        """Read the manifest of a snapshot, and nothing else.

        Raises:
            NoSnapshot: there is none, or of a layout that another release has.
            SnapshotDamaged: the manifest is broken.
        """
        return cls(folder, _read_manifest(folder))

    @property
    def name(self) -> str:
        """Name of its folder: names of later snapshots come later in the alphabet."""
        return self.folder.name

    @property
    def size(self) -> int:
        """Bytes on disk, but for the manifest."""
        return sum(file.size for file in self.manifest.files)

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
    def mapper(self) -> Path:
        """Folder of what the mapper knows."""
        return self.folder / "mapper"

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

    def check_sizes(self) -> None:
        """Look whether every file is there in its size, which costs next to nothing.

        Raises:
            SnapshotDamaged: one is not.
        """
        self._refuse(damaged_size(self.folder, self.manifest.files))

    def verify(self) -> None:
        """Compare every file with its checksum.

        Raises:
            SnapshotDamaged: one is missing or altered.
        """
        self._refuse(damaged_file(self.folder, self.manifest.files))

    def verify_carried_over(self) -> None:
        """Compare the histories and dumps, which the next load takes over, with their checksums.

        Raises:
            SnapshotDamaged: one is missing or altered.
        """
        carried = [file for file in self.manifest.files if file.path.startswith(_CARRIED_OVER)]
        self._refuse(damaged_file(self.folder, carried))

    def _refuse(self, damage: str) -> None:
        if damage:
            raise SnapshotDamaged(self.name, damage)


def write_manifest(folder: Path, manifest: Manifest) -> None:
    """Write the manifest of a snapshot, with a checksum of itself."""
    stored = json.loads(json.dumps({"layout": LAYOUT, **asdict(manifest)}))
    (folder / MANIFEST).write_text(
        json.dumps({"checksum": _checksum(stored), **stored}, ensure_ascii=False, indent=1), encoding="utf-8"
    )


def _read_manifest(folder: Path) -> Manifest:
    try:
        stored: dict[str, Any] = json.loads((folder / MANIFEST).read_bytes())
        checksum = stored.pop("checksum", "")
        if stored["layout"] != LAYOUT:
            raise NoSnapshot(f"snapshot {folder.name} was built by another release: run `vocabsvc load`")
        if checksum != _checksum(stored):
            raise SnapshotDamaged(folder.name, f"{MANIFEST} was altered")
        del stored["layout"]
        stored["vocabularies"] = tuple(_vocabulary(fields) for fields in stored["vocabularies"])
        stored["mapping_sets"], stored["shapes"] = tuple(stored["mapping_sets"]), tuple(stored["shapes"])
        stored["files"] = tuple(StoredFile(**file) for file in stored["files"])
        return Manifest(**stored)
    except OSError as error:
        raise SnapshotDamaged(folder.name, f"{MANIFEST} cannot be read: {error.strerror}") from error
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise SnapshotDamaged(folder.name, f"{MANIFEST} is broken") from error


def _files(folder: Path, pattern: str) -> Iterator[tuple[str, bytes]]:
    return ((path.name, path.read_bytes()) for path in sorted(folder.glob(pattern)))


def _checksum(stored: Mapping[str, object]) -> str:
    return hashlib.sha256(json.dumps(stored, sort_keys=True).encode()).hexdigest()


def _vocabulary(fields: dict[str, Any]) -> Vocabulary:
    titles = tuple(LangString(**title) for title in fields["titles"])
    lists = {name: tuple(fields[name]) for name in ("sources", "languages", "missing")}
    return Vocabulary(**{**fields, **lists, "titles": titles})
