"""Two editions of a vocabulary, compared as they stand on disk."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.owl import with_skos
from vocabsvc.formats.rdf import parse_rdf, stem_of
from vocabsvc.formats.skos import read_skos
from vocabsvc.formats.vocabulary_toml import FILE_NAME, read_vocabulary_toml
from vocabsvc.model.change import Edition, EditionChanges, compare_concepts
from vocabsvc.model.concept import Concept
from vocabsvc.model.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class _Side:
    vocabulary: str
    edition: Edition
    concepts: tuple[Concept, ...]


def compare_editions(old: Path, new: Path, base_uri: str) -> EditionChanges:
    """Return what makes ``new`` of ``old``, each an RDF file or a folder with ``vocabulary.toml``.

    The checksum in ``vocabulary.toml`` is not looked at: a file may be compared while it is being edited.
    Relative IRIs are resolved against ``base_uri``.

    Raises:
        UnreadableInput: one of the two cannot be read, or holds no concept.
    """
    before, after = _read(old, base_uri), _read(new, base_uri)
    changes = compare_concepts(before.concepts, after.concepts)
    return EditionChanges(after.vocabulary, before.edition, after.edition, changes)


def _read(path: Path, base_uri: str) -> _Side:
    described = Vocabulary(id=stem_of(path.name), uri="", titles=())
    file = path
    if path.is_dir():
        toml = path / FILE_NAME
        description = read_vocabulary_toml(_content(toml), str(toml))
        described, file = description.vocabulary, path / description.file
    data = _content(file)
    document = with_skos(parse_rdf(data, str(file), base_uri), str(file))
    concepts = read_skos(document.triples, described.id).concepts
    if not concepts:
        raise UnreadableInput("holds no concept", str(file))
    edition = Edition(described.edition, described.date, hashlib.sha256(data).hexdigest())
    return _Side(described.id, edition, concepts)


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UnreadableInput(error.strerror or "cannot be read", str(path)) from error
