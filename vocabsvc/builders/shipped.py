"""The concepts of the vocabularies as they ship: what mapping sets are made from."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from vocabsvc.builders.graph import HUB
from vocabsvc.builders.nvs import concept_uri
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.skos import read_skos
from vocabsvc.formats.vocabulary_toml import FILE_NAME, read_vocabulary_toml
from vocabsvc.model.concept import Concept, Status
from vocabsvc.namespaces import OWL, SKOS


@dataclass(frozen=True, slots=True)
class ShippedConcepts:
    """Concepts by IRI, of several vocabularies."""

    concepts: dict[str, Concept]

    @classmethod
    def read(cls, vocabularies: Path, ids: Iterable[str]) -> "ShippedConcepts":
        """Read the named folders below ``vocabularies``; IRIs of our own are below ``HUB``."""
        concepts: dict[str, Concept] = {}
        for vocabulary in ids:
            folder = vocabularies / vocabulary
            toml = folder / FILE_NAME
            file = read_vocabulary_toml(toml.read_bytes(), str(toml)).file
            triples = parse_rdf((folder / file).read_bytes(), file, HUB).triples
            concepts |= {concept.uri: concept for concept in read_skos(triples, vocabulary).concepts}
        return cls(concepts)

    def of(self, vocabulary: str, code: str) -> Concept | None:
        """Return the concept of an NVS collection that has a code."""
        return self.concepts.get(concept_uri(vocabulary, code))

    def label(self, uri: str) -> str:
        """Return the preferred label of a concept."""
        labels = self.concepts[uri].pref_labels
        return labels[0].text if labels else ""

    def unit(self, uri: str) -> str:
        """Return the symbol of the concept's first P06 unit, ``""`` if it has none."""
        units = [self.concepts[unit] for unit in self.concepts[uri].units if unit in self.concepts]
        return units[0].alt_labels[0].text if units and units[0].alt_labels else ""

    def linked(self, concept: Concept, predicate: str, vocabulary: str) -> list[str]:
        """Return the concepts of a vocabulary that a concept has such a link to."""
        targets = (link.target for link in concept.links if link.predicate == predicate)
        return [target for target in targets if self._is_of(target, vocabulary)]

    def same(self, concept: Concept, vocabulary: str) -> list[str]:
        """Return the concepts of a vocabulary that owl:sameAs equals to this one."""
        return self.linked(concept, f"{OWL}sameAs", vocabulary)

    def equals(self) -> dict[tuple[str, str], list[str]]:
        """Return the current concepts that owl:sameAs equals to each target, by their vocabulary and the target."""
        found: dict[tuple[str, str], list[str]] = {}
        for concept in self.concepts.values():
            for link in concept.links:
                if link.predicate == f"{OWL}sameAs" and concept.status is Status.CURRENT:
                    found.setdefault((concept.vocabulary, link.target), []).append(concept.uri)
        return found

    def above(self, concept: Concept, vocabulary: str) -> list[str]:
        """Return the broader concepts in a vocabulary."""
        return [target for target in concept.broader if self._is_of(target, vocabulary)]

    def below(self, concept: Concept, vocabulary: str) -> list[str]:
        """Return the narrower concepts in a vocabulary."""
        return [target for target in concept.narrower if self._is_of(target, vocabulary)]

    def beside(self, concept: Concept, vocabulary: str) -> list[str]:
        """Return the related concepts in a vocabulary, units left out."""
        return [target for target in concept.related if self._is_of(target, vocabulary)]

    def current(self, uri: str) -> str:
        """Return the concept that stands for a deprecated one, else the concept itself.

        That is the stated successor or, where none is stated, the only exact match in its vocabulary.
        """
        concept = self.concepts[uri]
        if concept.status is not Status.DEPRECATED:
            return uri
        matches = self.linked(concept, f"{SKOS}exactMatch", concept.vocabulary)
        successors = concept.replaced_by or tuple(matches)
        return successors[0] if len(successors) == 1 and successors[0] in self.concepts else uri

    def _is_of(self, uri: str, vocabulary: str) -> bool:
        return uri in self.concepts and self.concepts[uri].vocabulary == vocabulary
