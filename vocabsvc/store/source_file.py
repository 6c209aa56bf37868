"""The content of a source, read once."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.vocabulary_toml import read_vocabulary_toml
from vocabsvc.model.vocabulary import VocabularyDescription
from vocabsvc.store.sources import DESCRIPTION, Source, SourceKind


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A file to load; ``name`` is its path, ``description`` what the ``vocabulary.toml`` beside it says."""

    source: Source
    name: str
    data: bytes
    description: VocabularyDescription | None = None


def read_source(source: Source) -> SourceFile:
    """Read a source.

    Raises:
        UnreadableInput: a file that is missing, a broken description, another id than the folder's name, or
            another checksum than the one described.
    """
    if source.kind is not SourceKind.VOCABULARY:
        return SourceFile(source, str(source.path), _content(source.path))
    toml = source.path / DESCRIPTION
    description = read_vocabulary_toml(_content(toml), str(toml))
    if description.vocabulary.id != source.id:
        raise UnreadableInput(f"the id {description.vocabulary.id!r} is not the folder's name", str(toml))
    path = source.path / description.file
    data = _content(path)
    if hashlib.sha256(data).hexdigest() != description.checksum:
        raise UnreadableInput(f"its SHA-256 is not the checksum in {DESCRIPTION}", str(path))
    return SourceFile(source, str(path), data, description)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableInput(error.strerror or "cannot be read", str(path)) from error
