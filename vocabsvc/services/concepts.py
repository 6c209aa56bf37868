"""Vocabularies and their concepts, one by one and in order."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from vocabsvc.errors import UnknownName
from vocabsvc.formats.identifier import iri_spellings
from vocabsvc.model.concept import Concept, ConceptRef, Link, LinkedConcept
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.match import Page
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import OWL, RDFS, SKOS
from vocabsvc.services.mapping_sets import MappingSets
from vocabsvc.services.paging import check_page
from vocabsvc.store.base import Store, TermIndex

_INVERSE: Mapping[str, str] = {
    f"{OWL}sameAs": f"{OWL}sameAs",
    f"{SKOS}exactMatch": f"{SKOS}exactMatch",
    f"{SKOS}closeMatch": f"{SKOS}closeMatch",
    f"{SKOS}relatedMatch": f"{SKOS}relatedMatch",
    f"{SKOS}broadMatch": f"{SKOS}narrowMatch",
    f"{SKOS}narrowMatch": f"{SKOS}broadMatch",
    f"{RDFS}seeAlso": f"{RDFS}seeAlso",
}
"""Predicates read in both directions: a link is stated once in the data, and holds for both ends."""


@dataclass(frozen=True, slots=True)
class ConceptDetail:
    """A concept with its surroundings named.

    ``links`` hold mapping properties from either side, and every relation that leaves the vocabulary: NVS
    writes ``skos:broader`` for both a hierarchy and a link. Targets that are not loaded have no label.
    """

    concept: Concept
    source: Vocabulary
    broader: tuple[ConceptRef, ...]
    narrower_count: int
    related: tuple[ConceptRef, ...]
    links: tuple[LinkedConcept, ...]
    units: tuple[ConceptRef, ...]
    mappings: tuple[SssomMapping, ...]


class Concepts:
    """Answers from one snapshot; ``vocabularies`` is what its manifest lists."""

    def __init__(
        self,
        store: Store,
        index: TermIndex,
        vocabularies: Sequence[Vocabulary],
        mapping_sets: MappingSets,
    ) -> None:
        self._store = store
        self._index = index
        self._vocabularies = {vocabulary.id.lower(): vocabulary for vocabulary in vocabularies}
        self._mapping_sets = mapping_sets

    def vocabularies(self) -> tuple[Vocabulary, ...]:
        """Return all vocabularies, by id."""
        return tuple(self._vocabularies.values())

    def vocabulary(self, name: str) -> Vocabulary:
        """Return a vocabulary by its id in any case.

        Raises:
            UnknownName: no such vocabulary is loaded.
        """
        try:
            return self._vocabularies[name.lower()]
        except KeyError:
            raise UnknownName(f"unknown vocabulary {name!r}") from None

    def detail(self, uri: str) -> ConceptDetail:
        """Return a concept and its surroundings.

        ``uri`` may be written with http or https, with or without the final slash.

        Raises:
            UnknownName: no such concept is loaded.
        """
        concept = self._find(uri)
        links = self._links(concept)
        named = (*concept.broader, *concept.related, *concept.units, *(link.target for link in links))
        refs = self._refs(named)
        return ConceptDetail(
            concept=concept,
            source=self.vocabulary(concept.vocabulary),
            broader=tuple(refs[uri] for uri in concept.broader),
            narrower_count=self._index.narrower(concept.uri, 0, 1).total,
            related=tuple(refs[uri] for uri in concept.related),
            links=tuple(LinkedConcept(link.predicate, refs[link.target]) for link in links),
            units=tuple(refs[uri] for uri in concept.units),
            mappings=self._mapping_sets.about(concept.uri),
        )

    def narrower(self, uri: str, offset: int, limit: int) -> Page[ConceptRef]:
        """Return the loaded concepts below a concept, in label order.

        Raises:
            UnknownName: no such concept is loaded.
            InvalidRequest, InputTooLarge: an impossible page.
        """
        check_page(offset, limit)
        return self._index.narrower(self._find(uri).uri, offset, limit)

    def members(self, vocabulary: str, offset: int, limit: int) -> Page[ConceptRef]:
        """Return the concepts of a vocabulary in label order.

        Raises:
            UnknownName: no such vocabulary is loaded.
            InvalidRequest, InputTooLarge: an impossible page.
        """
        check_page(offset, limit)
        return self._index.members(self.vocabulary(vocabulary).id, offset, limit)

    def _find(self, uri: str) -> Concept:
        for spelling in iri_spellings(uri):
            concept = self._store.concept(spelling)
            if concept is not None:
                return concept
        raise UnknownName(f"unknown concept <{uri}>")

    def _refs(self, uris: Iterable[str]) -> dict[str, ConceptRef]:
        wanted = dict.fromkeys(uris)
        loaded = self._store.refs(wanted)
        return {uri: loaded.get(uri) or ConceptRef(uri, "", "", ()) for uri in wanted}

    def _links(self, concept: Concept) -> tuple[Link, ...]:
        outward = self._leaving(concept)
        inward = self._store.statements_to(concept.uri, tuple(_INVERSE))
        turned = (Link(_INVERSE[link.predicate], link.target) for link in inward)
        return tuple(dict.fromkeys((*concept.links, *outward, *turned)))

    def _leaving(self, concept: Concept) -> list[Link]:
        # Narrower concepts stay out: a P02 group states thousands, and the paged list has them.
        relations = {"broader": concept.broader, "related": concept.related}
        here = self._store.refs(uri for uris in relations.values() for uri in uris)
        return [
            Link(f"{SKOS}{relation}", uri)
            for relation, uris in relations.items()
            for uri in uris
            if uri not in here or here[uri].vocabulary != concept.vocabulary
        ]
