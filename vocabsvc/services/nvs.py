"""Vocabularies in the way of NVS: collections and schemes of concepts, each at an address made of its id."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from urllib.parse import urljoin

from vocabsvc.errors import UnknownName
from vocabsvc.formats.nvs_collection import literal_of, made_collection
from vocabsvc.formats.nvs_mapping import MAPPING_TYPE, mapping_query, mapping_uri
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.statement import to_statement
from vocabsvc.model.concept import Status
from vocabsvc.model.statement import Statement
from vocabsvc.model.vocabulary import Vocabulary
from vocabsvc.namespaces import RDF, SKOS
from vocabsvc.services.concepts import Concepts
from vocabsvc.services.resolver import CF_NAMES, LONGEST_ID
from vocabsvc.store.base import SparqlQuery, Store, TermIndex
from vocabsvc.store.nodes import Container, Nodes, last_step, separated, uri_of

_SCHEME = f"{SKOS}ConceptScheme"
_MATCHES = ("exactMatch", "closeMatch", "broadMatch", "narrowMatch", "relatedMatch")
_INBOUND = tuple(f"{SKOS}{name}" for name in ("broader", "narrower", "related", *_MATCHES, "member", "hasTopConcept"))


@dataclass(frozen=True, slots=True)
class NvsCollection:
    """A collection, or a scheme, with the concepts of the vocabulary it stands for.

    ``id`` is its place in an address. ``statements`` say what is known of it, but for the members. ``part_of``
    is empty where all concepts of the vocabulary belong, else the scheme that they must name as theirs.
    """

    id: str
    uri: str
    vocabulary: Vocabulary
    statements: tuple[Statement, ...]
    nodes: Nodes
    is_scheme: bool = False
    part_of: str = ""

    def languages(self) -> tuple[str, ...]:
        """Return the languages that its labels may be in, as far as is known."""
        return self.vocabulary.languages or tuple(self.nodes.about.languages)

    def stream(self, status: Status | None) -> Iterator[bytes]:
        """Return its concepts of a status as ``Nodes.stream`` does."""
        return separated(self.each(status)) if self.part_of else self.nodes.stream(status)

    def each(self, status: Status | None) -> Iterator[bytes]:
        """Return its concepts of a status one by one, rendered, in the order of their IRIs."""
        if not self.part_of:
            return self.nodes.each(status)
        mark = f'{{"@id":"{self.part_of}"}}'.encode()
        return (node for node in self.nodes.each(status) if b'"skos:inScheme":' in node and mark in node)


class NvsView:
    """Answers from one snapshot; ``nodes`` are the rendered concepts by id of vocabulary."""

    def __init__(
        self, store: Store, index: TermIndex, concepts: Concepts, nodes: Mapping[str, Nodes], base_uri: str
    ) -> None:
        self._store = store
        self._index = index
        self._base_uri = base_uri
        found = [_collection(one, nodes[one.id], base_uri) for one in concepts.vocabularies()]
        self._collections = {one.id.lower(): one for one in found}
        self._schemes = {one.id.lower(): one for collection in found for one in _schemes(collection)}

    def collections(self) -> tuple[NvsCollection, ...]:
        """Return one collection for each vocabulary, by id."""
        return tuple(self._collections.values())

    def schemes(self) -> tuple[NvsCollection, ...]:
        """Return every scheme that a vocabulary states."""
        return tuple(self._schemes.values())

    def collection(self, name: str) -> NvsCollection:
        """Return a collection by the id of its vocabulary, in any case.

        Raises:
            UnknownName: no such vocabulary is loaded.
        """
        return _named(self._collections, name, "collection")

    def scheme(self, name: str) -> NvsCollection:
        """Return a scheme in any case: by the id of its vocabulary or, of several, by the last step of its IRI.

        Raises:
            UnknownName: no such scheme is loaded.
        """
        return _named(self._schemes, name, "scheme")

    def standard_names(self) -> NvsCollection:
        """Return the collection of CF standard names.

        Raises:
            UnknownName: it is not loaded.
        """
        return self.collection(CF_NAMES)

    def concept(self, collection: NvsCollection, local: str) -> bytes:
        """Return a concept by the last step of its IRI, rendered.

        Raises:
            UnknownName: the collection has no such concept.
        """
        node = collection.nodes.node(local)
        if node is None:
            raise UnknownName(f"unknown concept {local[:200]!r} in {collection.id}")
        return node

    def version(self, collection: NvsCollection, local: str, number: str) -> bytes:
        """Return a concept if this is the number of its version, as earlier ones are not held.

        Raises:
            UnknownName: another number, or an unknown concept.
        """
        node = self.concept(collection, local)
        concept = self._store.concept(uri_of(node))
        if concept is None or concept.version.number != number:
            raise UnknownName(f"version {number[:20]} of {local[:200]!r} is not held")
        return node

    def standard_name(self, name: str) -> bytes:
        """Return the concept of a CF standard name or of one of its aliases, rendered.

        Raises:
            UnknownName: there is no such name.
        """
        collection = self.standard_names()
        found = self._index.labelled(name, collection.id) if len(name) <= LONGEST_ID else ()
        if not found:
            raise UnknownName(f"unknown standard name {name[:200]!r}")
        return self.concept(collection, last_step(found[0].uri))

    def mapping(self, number: int, *, internal: bool) -> tuple[Statement, ...]:
        """Return a link between collections (``internal``), or to what is in none.

        Raises:
            UnknownName: there is none of this number.
        """
        answer = _Bytes()
        query = mapping_query(self._base_uri, number, internal=internal)
        self._store.answer(SparqlQuery(query, "application/n-triples"), answer)
        triples = parse_rdf(bytes(answer.content), "mapping.nt", self._base_uri).triples
        found = tuple(to_statement(triple) for triple in triples)
        if not any(one.object == MAPPING_TYPE for one in found):
            raise UnknownName(f"unknown mapping <{mapping_uri(self._base_uri, number, internal=internal)}>")
        return found

    def statements(self, collection: NvsCollection, status: Status | None) -> Iterator[Statement]:
        """Return what is said of its concepts of a status, subject by subject, and of itself at the end."""
        members = [uri_of(node) for node in collection.each(status)]
        wanted = set(members)
        said = self._store.statements(collection.vocabulary.id)
        for subject, about in groupby(said, attrgetter("subject")):
            if subject in wanted:
                yield from self._with_blank_nodes(subject, sorted(about, key=_order))
        yield from collection.statements
        if not collection.is_scheme:
            yield from (Statement(collection.uri, f"{SKOS}member", uri) for uri in members)

    def describe(self, uri: str) -> tuple[Statement, ...]:
        """Return what its vocabulary says of a concept, types first, blank nodes last."""
        return tuple(sorted(self._store.describe(uri), key=_order))

    def _with_blank_nodes(self, uri: str, about: Sequence[Statement]) -> Sequence[Statement]:
        blank = any(isinstance(one.object, str) and one.object.startswith("_:") for one in about)
        return self.describe(uri) if blank else about

    def neighbours(self, uri: str) -> Iterator[Statement]:
        """Return what other concepts and collections state about a concept, each with its preferred labels."""
        by_source = attrgetter("target")
        inbound = sorted(self._store.statements_to(uri, _INBOUND), key=by_source)
        refs = self._store.refs({link.target for link in inbound})
        for source, links in groupby(inbound, by_source):
            yield from (Statement(source, link.predicate, uri) for link in links)
            labels = refs[source].pref_labels if source in refs else ()
            yield from (Statement(source, f"{SKOS}prefLabel", literal_of(label)) for label in labels)


class _Bytes:
    """A sink that keeps what it is given."""

    def __init__(self) -> None:
        self.content = bytearray()

    def write(self, data: bytes, /) -> int:
        self.content += data
        return len(data)

    def flush(self) -> None:
        """Nothing waits."""


def _order(statement: Statement) -> tuple[bool, str, bool, str, str]:
    subject, predicate, target = statement
    return subject.startswith("_:"), subject, predicate != f"{RDF}type", predicate, str(target)


def _named(known: Mapping[str, NvsCollection], name: str, kind: str) -> NvsCollection:
    try:
        return known[name.lower()]
    except KeyError:
        raise UnknownName(f"unknown {kind} {name[:200]!r}") from None


def _collection(vocabulary: Vocabulary, nodes: Nodes, base_uri: str) -> NvsCollection:
    own = next((one for one in nodes.about.containers if one.uri == vocabulary.uri and not _is_scheme(one)), None)
    if own is not None:
        return NvsCollection(vocabulary.id, own.uri, vocabulary, own.statements, nodes)
    # What is a skos:ConceptScheme is no skos:Collection (SKOS S37): the latter gets an address of its own.
    uri = urljoin(base_uri, f"/collection/{vocabulary.id}/current/")
    return NvsCollection(vocabulary.id, uri, vocabulary, made_collection(uri, vocabulary), nodes)


def _schemes(collection: NvsCollection) -> Iterator[NvsCollection]:
    vocabulary, nodes = collection.vocabulary, collection.nodes
    found = list(filter(_is_scheme, nodes.about.containers))
    for one in found:
        name, part_of = (vocabulary.id, "") if len(found) == 1 else (last_step(one.uri), one.uri)
        yield NvsCollection(name, one.uri, vocabulary, one.statements, nodes, is_scheme=True, part_of=part_of)


def _is_scheme(container: Container) -> bool:
    return any(one.predicate == f"{RDF}type" and one.object == _SCHEME for one in container.statements)
