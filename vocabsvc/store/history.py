"""The histories of vocabularies, carried from snapshot to snapshot.

::

    <snapshot>/history/<id>.jsonl               one line per edition, oldest first; lines are only ever added
    <snapshot>/history/editions/<id>/<file>     the last edition's file as loaded, to compare the next one with

A line says which edition it is and what it changed; the first changes nothing, for nothing was known before.
The file is kept, and not read back from the graph, since the graph rewrites literals, and since the file
outlives a change of the graph's layout.
"""

import hashlib
import json
import shutil
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from vocabsvc.errors import UnreadableInput
from vocabsvc.model.change import Change, ChangeKind, Edition, EditionChanges, History, compare_concepts
from vocabsvc.model.concept import Concept
from vocabsvc.model.vocabulary import Vocabulary

FORMAT = 1
"""Form of a line; each line states its own, since lines outlive the release that wrote them."""

ReadConcepts = Callable[[bytes, str], Iterable[Concept]]
"""Reads the concepts of a file from its content and name."""


@dataclass(frozen=True, slots=True)
class LoadedFile:
    """The file of a vocabulary, as it is being loaded."""

    name: str
    data: bytes
    concepts: Iterable[Concept]


class HistoryFolder:
    """The histories in one snapshot, finished or in the making; ``folder`` is the snapshot's ``history``."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, vocabulary: str) -> History:
        """Return the history of a vocabulary that was loaded, given its id.

        Raises:
            UnreadableInput: there is none, or a line is damaged or of another format.
        """
        path = self._path(vocabulary)
        try:
            content = path.read_bytes()
        except OSError as error:
            raise UnreadableInput(error.strerror or "cannot be read", str(path)) from error
        lines = [_read_line(line, str(path), number) for number, line in enumerate(content.splitlines(), start=1)]
        if not content.endswith(b"\n"):
            raise UnreadableInput("is cut short", str(path), len(lines) or None)
        editions = [edition for edition, _ in lines]
        steps = zip(editions, lines[1:], strict=False)
        return History(
            vocabulary,
            editions[0],
            tuple(EditionChanges(vocabulary, before, after, changes) for before, (after, changes) in steps),
        )

    def carry_over(self, before: Path) -> None:
        """Copy the folder of the snapshot before, if it has one: also what is not loaded now may come back."""
        if before.is_dir():
            shutil.copytree(before, self._folder)

    def record(self, vocabulary: Vocabulary, file: LoadedFile, loaded: str, read_concepts: ReadConcepts) -> Edition:
        """Add a line if this is not the edition last known; only then is the file of that one read again.

        The edition comes back as it is known, with the time it was first loaded. The same file under another
        edition or date is an edition without changes. ``loaded`` is UTC, ISO 8601.

        Raises:
            UnreadableInput: the history is damaged, or the file kept beside it cannot be read.
        """
        edition = Edition(vocabulary.edition, vocabulary.date, hashlib.sha256(file.data).hexdigest(), loaded)
        path = self._path(vocabulary.id)
        changes: tuple[Change, ...] = ()
        if path.exists():
            last = self.read(vocabulary.id).editions[-1]
            if replace(last, loaded=loaded) == edition:
                return last
            if last.checksum != edition.checksum:
                changes = compare_concepts(self._kept_concepts(vocabulary.id, read_concepts), file.concepts)
        path.parent.mkdir(exist_ok=True)
        with path.open("ab") as history:
            history.write(_write_line(edition, changes))
        self._keep(vocabulary.id, file)
        return edition

    def _path(self, vocabulary: str) -> Path:
        return self._folder / f"{vocabulary}.jsonl"

    def _editions(self, vocabulary: str) -> Path:
        return self._folder / "editions" / vocabulary

    def _keep(self, vocabulary: str, file: LoadedFile) -> None:
        folder = self._editions(vocabulary)
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        (folder / file.name).write_bytes(file.data)

    def _kept_concepts(self, vocabulary: str, read_concepts: ReadConcepts) -> Iterable[Concept]:
        folder = self._editions(vocabulary)
        path = next(folder.glob("*"), None)
        if path is None:
            raise UnreadableInput("the file of the edition before is missing", str(folder))
        return read_concepts(path.read_bytes(), str(path))


def _write_line(edition: Edition, changes: Iterable[Change]) -> bytes:
    line = {"format": FORMAT, **asdict(edition), "changes": [asdict(change) for change in changes]}
    return json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _read_line(line: bytes, name: str, number: int) -> tuple[Edition, tuple[Change, ...]]:
    try:
        stored = json.loads(line)
        written = stored.pop("format")
        if written != FORMAT:
            raise UnreadableInput(f"written by another release, in format {written!r}", name, number)
        changes = tuple(_change(**change) for change in stored.pop("changes"))
        return _edition(**stored), changes
    except (AttributeError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise UnreadableInput(f"damaged line of a history: {error}", name, number) from error


def _edition(edition: str, date: str, checksum: str, loaded: str) -> Edition:
    if datetime.fromisoformat(loaded).tzinfo is None:
        raise ValueError("the time of loading has no zone")
    return Edition(_text(edition), _text(date), _text(checksum), loaded)


def _change(uri: str, kind: str, what: object) -> Change:
    if not isinstance(what, list):
        raise TypeError(f"not a list: {what!r}")
    return Change(_text(uri), ChangeKind(kind), tuple(map(_text, what)))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"not a text: {value!r}")
    return value
