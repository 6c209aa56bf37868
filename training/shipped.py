"""What ships, read without a snapshot: vocabularies and mapping sets."""

from collections.abc import Sequence
from pathlib import Path

from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.formats.sssom import read_sssom
from vocabsvc.model.concept import Concept
from vocabsvc.model.mapping import MappingSet

_BASE = "https://w3id.org/vocabsvc/"
_RDF = (".ttl", ".gz")


def read_vocabularies(folder: Path) -> list[Concept]:
    """Return the concepts of every vocabulary, by its name."""
    files = sorted(path for path in folder.glob("*/*") if path.suffix in _RDF)
    return [concept for path in files for concept in _concepts(path)]


def read_mapping_sets(folder: Path) -> Sequence[MappingSet]:
    """Return the mapping sets, by their names."""
    return [read_sssom(path.read_bytes(), str(path), _BASE) for path in sorted(folder.glob("*.sssom.tsv"))]


def _concepts(path: Path) -> Sequence[Concept]:
    document = parse_rdf(path.read_bytes(), str(path), _BASE)
    return read_skos(document.triples, path.parent.name).concepts
