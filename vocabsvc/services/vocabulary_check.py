"""Are vocabularies well made? Asked of files, before they are loaded."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin

from vocabsvc.checks.vocabulary.catalogue import check_vocabulary
from vocabsvc.checks.vocabulary.view import CheckedVocabulary, KnownConcepts
from vocabsvc.errors import InvalidRequest
from vocabsvc.formats.owl import with_skos
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.formats.vocabulary_toml import FILE_NAME, read_vocabulary_toml
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.model.vocabulary_report import VocabularyReport
from vocabsvc.store.sources import SourceKind, find_sources


def check_files(paths: Sequence[Path], base_uri: str, examples: int) -> Iterator[VocabularyReport]:
    """Return a report on each vocabulary that the paths name; the concepts of all are known to each.

    What else a path may name for a load (mapping sets, shapes) is passed over. The checksum is not compared,
    since a vocabulary may be checked while it is being edited.

    Raises:
        UnreadableInput: a file that is missing or broken; there is no report at all then.
        InvalidRequest: no vocabulary among them, or two with one id.
    """
    sources = [source for source in find_sources(paths) if source.kind in {SourceKind.VOCABULARY, SourceKind.RDF}]
    if not sources:
        raise InvalidRequest(f"no vocabulary in {', '.join(map(str, paths))}")
    read = [
        _described(source.path, base_uri)
        if source.kind is SourceKind.VOCABULARY
        else (_checked(source.path, Vocabulary(source.id, "", ()), base_uri), None)
        for source in sources
    ]
    known = KnownConcepts.of(concept for checked, _ in read for concept in checked.concepts)
    return (check_vocabulary(checked, known, count, examples) for checked, count in read)


def _described(folder: Path, base_uri: str) -> tuple[CheckedVocabulary, int]:
    """Read a vocabulary folder, and the number of concepts that it should have."""
    toml = folder / FILE_NAME
    description = read_vocabulary_toml(toml.read_bytes(), str(toml))
    checked = _checked(folder / description.file, description.vocabulary, base_uri)
    return checked, description.vocabulary.concept_count


def _checked(path: Path, vocabulary: Vocabulary, base_uri: str) -> CheckedVocabulary:
    """Read an RDF file; what the description does not tell, the file may."""
    document = with_skos(parse_rdf(path.read_bytes(), str(path), base_uri), str(path))
    skos = read_skos(document.triples, vocabulary.id)
    uri = urljoin(base_uri, vocabulary.uri) if vocabulary.uri else skos.uri
    identified = replace(vocabulary, uri=uri, titles=vocabulary.titles or skos.titles)
    return CheckedVocabulary(identified, skos.concepts, document)
