"""Vocabularies and their concepts, one by one and in order."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from vocabsvc.errors import UnknownName
from vocabsvc.formats.identifier import iri_spellings, read_iri
from vocabsvc.model.change import ConceptChange
from vocabsvc.model.concept import Collection, Concept, ConceptRef, Link, LinkedConcept
from vocabsvc.model.mapping import Mapping as SssomMapping
from vocabsvc.model.match import Page
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import OWL, RDFS, SKOS
from vocabsvc.services.changes import Changes
from vocabsvc.services.mapping_sets import MappingSets
from vocabsvc.services.paging import MOST_ITEMS, check_page
from vocabsvc.store.base import Filters, Store, TermIndex

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

    ``broader`` and ``related`` stay inside the vocabulary. ``links`` hold what leaves it, and mapping
    properties from either side: NVS writes ``skos:broader`` for both a hierarchy and a link. Targets that are
    not loaded have no label. ``narrower_count`` counts what is below it in all vocabularies. ``history`` is
    what editions changed, newest first.
    """

    concept: Concept
    source: Vocabulary
    broader: tuple[ConceptRef, ...]
    narrower_count: int
    related: tuple[ConceptRef, ...]
    links: tuple[LinkedConcept, ...]
    units: tuple[ConceptRef, ...]
    mappings: tuple[SssomMapping, ...]
    replaced_by: tuple[ConceptRef, ...]
    history: tuple[ConceptChange, ...]


class Concepts:
    """Answers from one snapshot; ``vocabularies`` is what its manifest lists."""

    def __init__(
        self,
        store: Store,
        index: TermIndex,
        vocabularies: Sequence[Vocabulary],
        mapping_sets: MappingSets,
        changes: Changes,
    ) -> None:
        self._store = store
        self._index = index
        self._vocabularies = {vocabulary.id.lower(): vocabulary for vocabulary in vocabularies}
        self._mapping_sets = mapping_sets
        self._changes = changes

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
            InvalidRequest: not an IRI.
        """
        concept = self._with_all_broader(self._find(uri))
        around = self._refs((*concept.broader, *concept.related, *concept.units, *concept.replaced_by))
        inside = {uri for uri, ref in around.items() if ref.vocabulary == concept.vocabulary}
        links = self._links(concept, inside)
        targets = self._refs(link.target for link in links)
        return ConceptDetail(
            concept=concept,
            source=self.vocabulary(concept.vocabulary),
            broader=tuple(around[uri] for uri in concept.broader if uri in inside),
            narrower_count=self._index.listed(Filters(broader=concept.uri), 0, 1).total,
            related=tuple(around[uri] for uri in concept.related if uri in inside),
            links=tuple(LinkedConcept(link.predicate, targets[link.target]) for link in links),
            units=tuple(around[uri] for uri in concept.units),
            mappings=self._mapping_sets.about(concept.uri),
            replaced_by=tuple(around[uri] for uri in concept.replaced_by),
            history=self._changes.of_concept(concept.vocabulary, concept.uri),
        )

    def narrower(self, uri: str, offset: int, limit: int, vocabulary: str = "") -> Page[ConceptRef]:
        """Return the loaded concepts below a concept, in label order; ``vocabulary`` keeps those of one.

        Raises:
            UnknownName: no such concept or vocabulary is loaded.
            InvalidRequest, InputTooLarge: not an IRI, or an impossible page.
        """
        check_page(offset, limit)
        return self._index.listed(self._below(uri, vocabulary), offset, limit)

    def every_narrower(self, uri: str, vocabulary: str = "") -> Iterator[ConceptRef]:
        """Return all that ``narrower`` pages, one by one; raises as it does, before the first."""
        return self._every(self._below(uri, vocabulary))

    def members(self, vocabulary: str, offset: int, limit: int, *, top: bool = False) -> Page[ConceptRef]:
        """Return the concepts of a vocabulary in label order; ``top`` keeps those with nothing broader in it.

        Raises:
            UnknownName: no such vocabulary is loaded.
            InvalidRequest, InputTooLarge: an impossible page.
        """
        check_page(offset, limit)
        return self._index.listed(Filters((self.vocabulary(vocabulary).id,), top=top), offset, limit)

    def every_member(self, vocabulary: str, *, top: bool = False) -> Iterator[ConceptRef]:
        """Return all that ``members`` pages, one by one; raises as it does, before the first."""
        return self._every(Filters((self.vocabulary(vocabulary).id,), top=top))

    def collections(self, vocabulary: str) -> tuple[Collection, ...]:
        """Return the collections that a vocabulary states, its own among them.

        Raises:
            UnknownName: no such vocabulary is loaded.
        """
        return self._store.collections(self.vocabulary(vocabulary).id)

    def _below(self, uri: str, vocabulary: str) -> Filters:
        named = (self.vocabulary(vocabulary).id,) if vocabulary else ()
        return Filters(named, broader=self._find(uri).uri)

    def _every(self, filters: Filters) -> Iterator[ConceptRef]:
        page = self._index.listed(filters, 0, MOST_ITEMS)
        yield from page.items
        for offset in range(MOST_ITEMS, page.total, MOST_ITEMS):
            yield from self._index.listed(filters, offset, MOST_ITEMS).items

    def _find(self, uri: str) -> Concept:
        for spelling in iri_spellings(read_iri(uri)):
            concept = self._store.concept(spelling)
            if concept is not None:
                return concept
        raise UnknownName(f"unknown concept <{uri}>")

    def _with_all_broader(self, concept: Concept) -> Concept:
        stated_above = (link.target for link in self._store.statements_to(concept.uri, (f"{SKOS}narrower",)))
        return replace(concept, broader=tuple(dict.fromkeys((*concept.broader, *stated_above))))

    def _refs(self, uris: Iterable[str]) -> dict[str, ConceptRef]:
        wanted = dict.fromkeys(uris)
        loaded = self._store.refs(wanted)
        return {uri: loaded.get(uri) or ConceptRef(uri, "", "", ()) for uri in wanted}

    def _links(self, concept: Concept, inside: set[str]) -> tuple[Link, ...]:
        """Return what leads out of the vocabulary, and mapping properties from either side.

        Narrower concepts stay out: a P02 group states thousands, and the paged list has them.
        """
        relations = {"broader": concept.broader, "related": concept.related}
        leaving = (
            Link(f"{SKOS}{relation}", uri) for relation, uris in relations.items() for uri in uris if uri not in inside
        )
        inward = self._store.statements_to(concept.uri, tuple(_INVERSE))
        turned = (Link(_INVERSE[link.predicate], link.target) for link in inward)
        return tuple(dict.fromkeys((*concept.links, *leaving, *turned)))
