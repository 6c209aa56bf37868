"""Are mapping sets well made? Asked of files, before they are loaded."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from vocabsvc.checks.mappings.catalogue import check_mapping_sets
from vocabsvc.formats.owl import with_skos
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.formats.vocabulary_toml import FILE_NAME, read_vocabulary_toml
from vocabsvc.model.concept import Concept
from vocabsvc.model.mapping_report import MappingReport
from vocabsvc.store.sources import Source, SourceKind, find_sources

_VOCABULARIES = frozenset({SourceKind.VOCABULARY, SourceKind.RDF})


def kinds_at(paths: Sequence[Path]) -> tuple[bool, bool]:
    """Tell whether there is a vocabulary at these paths, and whether there is a mapping set.

    Raises:
        UnreadableInput: a path that does not exist or cannot be loaded.
        InvalidRequest: two things of one kind with one id, or nothing that could be loaded.
    """
    kinds = {source.kind for source in find_sources(paths)}
    return bool(kinds & _VOCABULARIES), SourceKind.MAPPING_SET in kinds


def check_mapping_files(
    paths: Sequence[Path], known: Sequence[Path], base_uri: str, examples: int
) -> Iterator[MappingReport]:
    """Return a report on each mapping set that the paths name; all are checked as used together.

    Concepts are those of the vocabularies among the paths or, where there are none, at ``known``.

    Raises:
        UnreadableInput: a file that is missing or broken; there is no report at all then.
    """
    sources = find_sources(paths)
    sets = [
        read_sssom(source.path.read_bytes(), str(source.path), base_uri)
        for source in sources
        if source.kind is SourceKind.MAPPING_SET
    ]
    vocabularies = [source for source in sources if source.kind in _VOCABULARIES]
    if not vocabularies and known:
        vocabularies = [source for source in find_sources(known) if source.kind in _VOCABULARIES]
    concepts = [concept for source in vocabularies for concept in _concepts(source, base_uri)]
    return check_mapping_sets(sets, concepts, base_uri, examples)


def _concepts(source: Source, base_uri: str) -> Sequence[Concept]:
    path = source.path
    if source.kind is SourceKind.VOCABULARY:
        toml = path / FILE_NAME
        path /= read_vocabulary_toml(toml.read_bytes(), str(toml)).file
    document = with_skos(parse_rdf(path.read_bytes(), str(path), base_uri), str(path))
    return read_skos(document.triples, source.id).concepts
