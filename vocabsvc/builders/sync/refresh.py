"""Refreshing vocabulary folders, one after the other."""

import fcntl
import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from vocabsvc.builders.nvs import collection
from vocabsvc.builders.sync.collection import read_collection
from vocabsvc.builders.sync.download import Download
from vocabsvc.builders.sync.folder import VocabularyFolder, describe
from vocabsvc.builders.sync.part import Part
from vocabsvc.errors import InvalidRequest, ServiceFault, UnreadableInput
from vocabsvc.formats.vocabulary_toml import read_vocabulary_toml, write_vocabulary_toml
from vocabsvc.model.vocabulary import VocabularyDescription

PARTS = ".sync"
"""Folder of unfinished downloads, beside those of the vocabularies; a load passes it over."""

_ID = re.compile(r"[A-Z][A-Z0-9]{0,31}")
_LEAST_PER_CENT = 95

Progress = Callable[[str, int, int | None], None]
"""Told a vocabulary, and how many bytes of how many (where that is known) of its page are there."""


class Outcome(StrEnum):
    """What became of a vocabulary: ``refused`` is what came but was not accepted, ``failed`` what did not come."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class Refreshed:
    """One vocabulary; ``concepts_after`` and ``edition`` are the folder's, ``reason`` says why it is the old."""

    vocabulary: str
    outcome: Outcome
    concepts_before: int | None
    concepts_after: int | None
    edition: str
    reason: str = ""


def vocabulary_ids(names: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of NVS collections that were typed, in any case, each once.

    Raises:
        InvalidRequest: no such id can exist: it has other signs than letters and digits.
    """
    ids = dict.fromkeys(name.upper() for name in names)
    wrong = next((one for one in ids if not _ID.fullmatch(one)), None)
    if wrong is not None:
        raise InvalidRequest(f"{wrong!r} is not the id of a collection: a letter, then letters and digits")
    return tuple(ids)


def refresh_all(
    ids: Iterable[str], into: Path, download: Download, progress: Progress, *, force: bool
) -> Iterator[Refreshed]:
    """Bring folders below ``into`` up to date; one that cannot be leaves its folder as it was.

    ``force`` accepts a collection that lost more than 5 % of its concepts.

    Raises:
        ServiceFault: another sync is at work on ``into``.
    """
    with _locked(into):
        for vocabulary in ids:
            yield _Refresh(vocabulary, VocabularyFolder(into / vocabulary), into / PARTS, download, force).run(progress)


@dataclass(frozen=True, slots=True)
class _Refresh:
    vocabulary: str
    folder: VocabularyFolder
    parts: Path
    download: Download
    force: bool

    def run(self, progress: Progress) -> Refreshed:
        before, outcome, reason = None, Outcome.REFUSED, ""
        try:  # outcome is at every line what an error there means
            before = self.folder.description()
            self._check(before)
            outcome = Outcome.FAILED
            parts = self._receive(progress)
            outcome = Outcome.REFUSED
            outcome = self._accept(parts, before) if parts else Outcome.UNCHANGED
        except UnreadableInput as error:
            reason = str(error)
        except OSError as error:
            reason = f"{error.filename}: {error.strerror}"
        if outcome is not Outcome.FAILED:
            self._discard_parts()
        after = before if reason else self.folder.description()
        return Refreshed(
            self.vocabulary,
            outcome,
            before.vocabulary.concept_count if before else None,
            after.vocabulary.concept_count if after else None,
            after.vocabulary.edition if after else "",
            reason,
        )

    def _check(self, before: VocabularyDescription | None) -> None:
        if before and (before.own or before.vocabulary.uri != collection(self.vocabulary)):
            raise UnreadableInput("holds another vocabulary than this collection", str(self.folder.path))

    def _receive(self, progress: Progress) -> list[Part]:
        """Return all pages, or nothing if the folder is up to date."""
        address = self.download.server.collection(self.vocabulary)
        conditions, parts, known = self.folder.conditions(address), list[Part](), set[str]()
        while address and address not in known:
            known.add(address)
            part = Part(self.parts / f"{self.vocabulary}-{len(known)}.part", address)
            if not self.download.fetch(part, conditions, lambda *counts: progress(self.vocabulary, *counts)):
                return []
            parts.append(part)
            address, conditions = part.representation.next, {}
        return parts

    def _accept(self, parts: Sequence[Part], before: VocabularyDescription | None) -> Outcome:
        said = parts[0].representation
        pages = [(part.representation, part.content(self.download.most_bytes)) for part in parts]
        received = read_collection(pages, self.vocabulary)
        count = received.vocabulary.concept_count
        had = before.vocabulary.concept_count if before else 0
        if count * 100 < had * _LEAST_PER_CENT and not self.force:
            raise UnreadableInput(f"{count} concepts instead of {had} (--force accepts that)", said.address)
        description, content = describe(received, before)
        read_vocabulary_toml(write_vocabulary_toml(description).encode(), said.address)  # as a load will
        changed = description != before or not self.folder.whole
        if changed:
            self.folder.write(description, content)
        if len(parts) == 1:  # a condition on the first page would say nothing of the others
            self.folder.remember(said, description.checksum)
        return (Outcome.UPDATED if before else Outcome.NEW) if changed else Outcome.UNCHANGED

    def _discard_parts(self) -> None:
        for leftover in self.parts.glob(f"{self.vocabulary}-*"):
            leftover.unlink()


@contextmanager
def _locked(into: Path) -> Iterator[None]:
    into.mkdir(parents=True, exist_ok=True)
    handle = os.open(into, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise ServiceFault(f"another sync is at work on {into}") from error
        yield
        with suppress(OSError):  # not empty: something is left to resume
            (into / PARTS).rmdir()
    finally:
        os.close(handle)
