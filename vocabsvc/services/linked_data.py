"""What is said about one IRI, as those want it who look it up."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice

from vocabsvc.errors import UnknownName
from vocabsvc.formats.csv_concepts import label_languages
from vocabsvc.formats.identifier import iri_spellings, read_iri
from vocabsvc.formats.statement_order import in_reading_order
from vocabsvc.model.concept import Concept, ConceptRef
from vocabsvc.model.label import LangString
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import DCTERMS, OWL, RDF, SKOS
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.dumps import Dumps
from vocabsvc.services.paging import MOST_ITEMS
from vocabsvc.services.publication import Publication
from vocabsvc.store.base import Filters, Store, TermIndex

_TYPE, _LABEL = f"{RDF}type", f"{SKOS}prefLabel"
_CONTAINERS = {f"{SKOS}{name}" for name in ("ConceptScheme", "Collection", "OrderedCollection")}
_IN_SCHEME = (f"{SKOS}inScheme", f"{SKOS}topConceptOf")
_MOST_NAMED = 500
"""So many neighbours are named: some groups have thousands."""

_TURNED = {
    f"{SKOS}{name}": f"{SKOS}{other}"
    for name, other in (
        ("broader", "narrower"),
        ("narrower", "broader"),
        *((name, name) for name in ("related", "exactMatch", "closeMatch", "relatedMatch")),
        ("broadMatch", "narrowMatch"),
        ("narrowMatch", "broadMatch"),
    )
}
"""Relations and what they are from the other side (SKOS Reference §8.4, §10.4)."""

_BESIDE_SKOS = {
    f"{OWL}deprecated",
    *(f"{DCTERMS}{name}" for name in ("isReplacedBy", "replaces", "title", "license")),
}


class ResourceKind(StrEnum):
    """What an IRI stands for."""

    CONCEPT = "concept"
    VOCABULARY = "vocabulary"
    CONTAINER = "scheme or collection inside a vocabulary"
    OTHER = "anything else that a vocabulary describes"


@dataclass(frozen=True, slots=True)
class Resource:
    """What an IRI stands for; ``vocabulary`` says it, ``None`` where that is not known.

    ``statements`` are those about it alone, in reading order; a vocabulary's are not looked up.
    """

    uri: str
    kind: ResourceKind
    vocabulary: Vocabulary | None
    statements: tuple[Statement, ...]


class LinkedData:
    """Answers from one snapshot; ``base_uri`` is the hub's namespace that it was loaded with."""

    def __init__(
        self,
        publication: Publication,
        store: Store,
        index: TermIndex,
        concepts: Concepts,
        dumps: Dumps,
        base_uri: str,
    ) -> None:
        self._publication = publication
        self._store = store
        self._index = index
        self._concepts = concepts
        self._dumps = dumps
        self._vocabularies = {one.uri: one for one in concepts.vocabularies()}
        self.base_uri = base_uri

    def find(self, uri: str) -> Resource:
        """Return what an IRI stands for, written with http or https, with or without the final slash.

        Raises:
            UnknownName: no vocabulary says anything of it.
            InvalidRequest: not an IRI.
        """
        for spelling in iri_spellings(read_iri(uri)):
            if spelling in self._vocabularies:  # what is said of it may be long: a statement per member
                return Resource(spelling, ResourceKind.VOCABULARY, self._vocabularies[spelling], ())
            statements = tuple(in_reading_order(self._store.describe(spelling)))
            if statements:
                return self._described(spelling, statements)
        raise UnknownName(f"nothing is loaded about <{uri}>")

    def full(self, resource: Resource) -> Iterator[Statement]:
        """Yield all that is said, as it was loaded.

        For a concept, the labels of its neighbours come after; for a vocabulary, scheme or collection, its
        members.
        """
        if resource.kind is ResourceKind.VOCABULARY and resource.vocabulary:
            name = resource.vocabulary.id
            yield from self._dumps.statements(name) or self._publication.statements(name)
            return
        yield from resource.statements
        if resource.kind is ResourceKind.CONTAINER:
            for member in self._members(resource.uri):
                yield from in_reading_order(self._store.describe(member.uri))
        else:
            yield from self._labels(resource.statements)

    def skos(self, resource: Resource) -> Iterator[Statement]:
        """Yield what SKOS has words for, relations of a concept from both sides; deprecation stays."""
        if resource.kind is not ResourceKind.CONCEPT:
            yield from filter(_is_skos, self.full(resource))
            return
        inward = self._store.statements_to(resource.uri, tuple(_TURNED))
        turned = (Statement(resource.uri, _TURNED[link.predicate], link.target) for link in inward)
        said = in_reading_order((*filter(_is_skos, resource.statements), *turned))
        yield from said
        yield from self._labels(said)

    def concepts(self, resource: Resource) -> Iterator[Concept]:
        """Yield the concept, or the members in label order."""
        uris = [resource.uri] if resource.kind is ResourceKind.CONCEPT else (ref.uri for ref in self._refs(resource))
        found = (self._store.concept(uri) for uri in uris)
        return (concept for concept in found if concept is not None)

    def languages(self, resource: Resource) -> tuple[str, ...]:
        """Return the languages that get a column in a table of ``concepts``."""
        stated = resource.vocabulary.languages if resource.vocabulary else ()
        if resource.kind is ResourceKind.CONCEPT:
            return label_languages(stated, _label_texts(resource.statements))
        return label_languages(stated, (label for ref in self._refs(resource) for label in ref.pref_labels))

    def _described(self, uri: str, statements: tuple[Statement, ...]) -> Resource:
        types = {one.object for one in statements if one.subject == uri and one.predicate == _TYPE}
        if f"{SKOS}Concept" not in types and not _CONTAINERS.isdisjoint(types):
            first = next(self._members(uri), None)
            vocabulary = self._concepts.vocabulary(first.vocabulary) if first else None
            return Resource(uri, ResourceKind.CONTAINER, vocabulary, statements)
        concept = self._store.concept(uri)
        if concept is None:
            return Resource(uri, ResourceKind.OTHER, None, statements)
        return Resource(uri, ResourceKind.CONCEPT, self._concepts.vocabulary(concept.vocabulary), statements)

    def _refs(self, resource: Resource) -> Iterator[ConceptRef]:
        if resource.kind is ResourceKind.VOCABULARY and resource.vocabulary:
            return self._concepts.every_member(resource.vocabulary.id)
        return self._members(resource.uri)

    def _members(self, uri: str) -> Iterator[ConceptRef]:
        """Yield the concepts of a collection in label order, or those that state a scheme."""
        filters, offset, total = Filters(collection=uri), 0, 1
        while offset < total:
            page = self._index.listed(filters, offset, MOST_ITEMS)
            yield from page.items
            offset, total = offset + MOST_ITEMS, page.total
        if not total:
            stated = dict.fromkeys(link.target for link in self._store.statements_to(uri, _IN_SCHEME))
            yield from (self._store.refs(sorted(stated))).values()

    def _labels(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        said = list(statements)
        described = {one.subject for one in said}
        targets = dict.fromkeys(one.object for one in said if one.predicate != _TYPE and isinstance(one.object, str))
        near = islice((uri for uri in targets if uri not in described and not uri.startswith("_:")), _MOST_NAMED)
        for uri, ref in self._store.refs(near).items():
            yield from (Statement(uri, _LABEL, _literal(label)) for label in ref.pref_labels)


def _is_skos(one: Statement) -> bool:
    if one.predicate == _TYPE:
        return isinstance(one.object, str) and one.object.startswith(SKOS)
    return one.predicate.startswith(SKOS) or one.predicate in _BESIDE_SKOS


def _literal(label: LangString) -> Literal:
    return Literal(label.text, f"{RDF}langString", label.lang) if label.lang else Literal(label.text)


def _label_texts(statements: Iterable[Statement]) -> Iterator[LangString]:
    for one in statements:
        if one.predicate == _LABEL and isinstance(one.object, Literal):
            yield LangString(one.object.lexical, one.object.lang.lower())
