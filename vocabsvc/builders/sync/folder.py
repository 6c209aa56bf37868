"""The folder of a vocabulary, replaced in such steps that a load finds it whole at every moment."""

import gzip
import hashlib
import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from vocabsvc.builders.recipe import NVS_ATTRIBUTION
from vocabsvc.builders.sync.collection import ReceivedCollection
from vocabsvc.builders.sync.part import Representation
from vocabsvc.formats.vocabulary_toml import FILE_NAME, read_vocabulary_toml, write_vocabulary_toml
from vocabsvc.model.vocabulary import VocabularyDescription

STATE = "sync.json"
"""File beside ``vocabulary.toml``: what the server said of the bytes, and the checksum of the file made of them."""

_LARGE = 10_000_000


@dataclass(frozen=True, slots=True)
class VocabularyFolder:
    """``<into>/<ID>``, which need not be there yet."""

    path: Path

    def description(self) -> VocabularyDescription | None:
        """Return what ``vocabulary.toml`` says, ``None`` where there is none.

        Raises:
            UnreadableInput: it is broken.
        """
        toml = self.path / FILE_NAME
        return read_vocabulary_toml(toml.read_bytes(), str(toml)) if toml.is_file() else None

    @property
    def whole(self) -> bool:
        """Whether the RDF file is the one described."""
        described = self.description()
        file = self.path / described.file if described else self.path
        return described is not None and file.is_file() and _checksum(file.read_bytes()) == described.checksum

    def conditions(self, address: str) -> Mapping[str, str]:
        """Return request headers to which 304 means that the folder is up to date.

        There are none if the folder holds anything but what the address gave, unharmed.
        """
        try:
            state = json.loads((self.path / STATE).read_bytes())
            said, checksum = Representation(**state["said"]), state["checksum"]
        except (OSError, ValueError, TypeError, KeyError):
            return {}
        described = self.description()
        current = described is not None and described.checksum == checksum and said.address == address
        return said.conditions if current and self.whole else {}

    def write(self, description: VocabularyDescription, content: bytes) -> None:
        """Replace the folder's content.

        ``vocabulary.toml`` and the RDF file cannot be swapped in one step, and each must fit the other. So
        the new file stands under a hidden name of its own until the old one is replaced too.
        """
        before = self.description()
        interim = replace(description, file=f".{description.checksum[:12]}-{description.file}")
        self.path.mkdir(parents=True, exist_ok=True)
        (self.path / STATE).unlink(missing_ok=True)
        for one in (interim, description):
            self._put(one.file, content)
            self._put(FILE_NAME, write_vocabulary_toml(one).encode())
        for leftover in self.path.glob(f".*-{description.vocabulary.id}.*"):
            leftover.unlink()
        if before is not None and before.file != description.file:
            (self.path / before.file).unlink(missing_ok=True)

    def remember(self, said: Representation, checksum: str) -> None:
        """Keep what the server said of the bytes that the file with this checksum was made of."""
        self._put(STATE, json.dumps({"said": asdict(said), "checksum": checksum}, indent=1).encode())

    def _put(self, name: str, content: bytes) -> None:
        waiting = self.path / f".{name}.new"
        with waiting.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        waiting.replace(self.path / name)


def describe(received: ReceivedCollection, before: VocabularyDescription | None) -> tuple[VocabularyDescription, bytes]:
    """Return the new description, and the content of the file: gzipped if large, else as received.

    Titles, publisher, licence and attribution stay as they were, since a hub may have put them right.
    """
    vocabulary, attribution = received.vocabulary, NVS_ATTRIBUTION
    if before is not None:
        old, attribution = before.vocabulary, before.attribution
        vocabulary = replace(vocabulary, titles=old.titles, publisher=old.publisher, licence=old.licence)
    large = len(received.content) > _LARGE
    content = gzip.compress(received.content, mtime=0) if large else received.content
    file = f"{vocabulary.id}{received.ending}{'.gz' if large else ''}"
    return VocabularyDescription(vocabulary, file, _checksum(content), attribution), content


def _checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
