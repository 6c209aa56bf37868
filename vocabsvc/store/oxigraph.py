"""The store over Oxigraph: one named graph per vocabulary, mapping set and shapes graph."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple
from pyoxigraph import Store as Engine

from vocabsvc.errors import QueryRefused
from vocabsvc.formats.concept import Statements, is_concept, read_collection, read_concept
from vocabsvc.formats.sparql import names_dataset
from vocabsvc.formats.statement import to_statement
from vocabsvc.model.concept import Collection, Concept, ConceptRef, Link
from vocabsvc.model.sink import ByteSink
from vocabsvc.model.statement import Statement
from vocabsvc.namespaces import DCTERMS, OWL, RDF, SKOS
from vocabsvc.store.base import SparqlQuery
from vocabsvc.store.evaluation import evaluate

_BATCH = 50_000
_TYPE = NamedNode(f"{RDF}type")
_COLLECTIONS = (NamedNode(f"{SKOS}Collection"), NamedNode(f"{SKOS}OrderedCollection"))
_MEMBER = f"{SKOS}member"
_NARROWER = NamedNode(f"{SKOS}narrower")
_SHORT_FORM = (
    _TYPE,
    *(NamedNode(iri) for iri in (f"{SKOS}prefLabel", f"{SKOS}notation", f"{DCTERMS}identifier", f"{OWL}deprecated")),
)
"""What ``formats.concept`` reads the short form of a concept from."""

_MANY = 64
"""Statements about one subject from which it is cheaper to have Oxigraph leave some out."""

_BUT_NARROWER = "SELECT ?g ?p ?o WHERE {{ GRAPH ?g {{ {subject} ?p ?o FILTER(?p != {narrower}) }} }}"
_CLASSES = "SELECT DISTINCT ?class { ?thing a ?class }"


class OxigraphStore:
    """A ``Store``; ``vocabularies`` maps the IRI of a vocabulary's graph to its id.

    Where two vocabularies describe one concept, the first in the order of ``vocabularies`` is its own.
    """

    def __init__(self, engine: Engine, vocabularies: Mapping[str, str]) -> None:
        self._engine = engine
        self._vocabularies = vocabularies
        self._order = {uri: position for position, uri in enumerate(vocabularies)}

    @classmethod
    def open(cls, folder: Path, vocabularies: Mapping[str, str]) -> "OxigraphStore":
        """Open the database in ``folder`` read-only."""
        return cls(Engine.read_only(str(folder)), vocabularies)

    def concept(self, uri: str) -> Concept | None:
        """See ``Store.concept``. What is narrower is left to the term index: groups of NVS state thousands."""
        subject = _named_node(uri)
        concept = self._read(uri, self._quads_but_narrower(subject)) if subject else None
        return concept and replace(concept, collections=self._holding(concept))

    def collections(self, vocabulary: str) -> tuple[Collection, ...]:
        """See ``Store.collections``."""
        graph = self._graph_of(vocabulary)
        if graph is None:
            return ()
        found = {
            quad.subject.value: quad.subject
            for kind in _COLLECTIONS
            for quad in self._engine.quads_for_pattern(None, _TYPE, kind, graph)
            if isinstance(quad.subject, NamedNode)
        }
        about = ((uri, self._engine.quads_for_pattern(found[uri], None, None, graph)) for uri in sorted(found))
        said = ((uri, _said(quads)) for uri, quads in about)
        return tuple(read_collection(uri, statements, vocabulary) for uri, statements in said)

    def refs(self, uris: Iterable[str]) -> Mapping[str, ConceptRef]:
        """See ``Store.refs``."""
        found = ((uri, self._short(uri)) for uri in uris)
        return {uri: concept.ref() for uri, concept in found if concept is not None}

    def statements_to(self, uri: str, predicates: Sequence[str]) -> tuple[Link, ...]:
        """See ``Store.statements_to``."""
        target = _named_node(uri)
        if target is None:
            return ()
        found = (
            Link(predicate, quad.subject.value)
            for predicate in predicates
            for quad in self._engine.quads_for_pattern(None, NamedNode(predicate), target, None)
            if isinstance(quad.subject, NamedNode) and self._vocabulary_graph(quad)
        )
        return tuple(dict.fromkeys(found))

    def describe(self, uri: str) -> tuple[Statement, ...]:
        """See ``Store.describe``."""
        subject = _named_node(uri)
        graphs = self._by_graph(self._engine.quads_for_pattern(subject, None, None, None)) if subject else {}
        if not graphs:
            return ()
        own = min(graphs, key=lambda graph: (not is_concept(_said(graphs[graph])), self._order[graph]))
        found = dict.fromkeys(graphs[own])
        waiting = list(found)
        while waiting:
            target = waiting.pop().object
            if isinstance(target, BlankNode):
                about = tuple(self._engine.quads_for_pattern(target, None, None, NamedNode(own)))
                waiting += (quad for quad in about if quad not in found)
                found |= dict.fromkeys(about)
        return tuple(to_statement(quad.triple) for quad in found)

    def statements(self, vocabulary: str) -> Iterator[Statement]:
        """See ``Store.statements``."""
        graph = self._graph_of(vocabulary)
        quads = self._engine.quads_for_pattern(None, None, None, graph) if graph else ()
        return (to_statement(quad.triple) for quad in quads)

    def classes(self, vocabulary: str) -> tuple[str, ...]:
        """See ``Store.classes``. Counting them in Oxigraph is twenty times faster than here."""
        graph = self._graph_of(vocabulary)
        found = self._engine.query(_CLASSES, default_graph=graph) if graph else ()
        return tuple(sorted(row["class"].value for row in found if isinstance(row["class"], NamedNode)))  # type: ignore[union-attr] # a SELECT has solutions

    def stated(self, vocabulary: str, predicate: str, target: str = "") -> Iterator[Statement]:
        """See ``Store.stated``."""
        graph, wanted = self._graph_of(vocabulary), _named_node(target) if target else None
        if graph is None or (target and wanted is None):
            return iter(())
        quads = self._engine.quads_for_pattern(None, NamedNode(predicate), wanted, graph)
        return (to_statement(quad.triple) for quad in quads)

    def answer(self, query: SparqlQuery, sink: ByteSink) -> None:
        """See ``Store.answer``."""
        graphs, named = list(query.default_graphs), list(query.named_graphs)
        union = not names_dataset(query.text)
        try:
            evaluate(self._engine, query.text, query.media_type, graphs, named, sink, union=union)
        except (SyntaxError, ValueError, RuntimeError) as error:
            raise QueryRefused(str(error)) from error

    def _graph_of(self, vocabulary: str) -> NamedNode | None:
        return next((NamedNode(uri) for uri, name in self._vocabularies.items() if name == vocabulary), None)

    def _vocabulary_graph(self, quad: Quad) -> str:
        """Return the vocabulary's graph that says it, or ``""``: mapping sets repeat links in graphs of their own."""
        graph = quad.graph_name
        return graph.value if isinstance(graph, NamedNode) and graph.value in self._order else ""

    def _short(self, uri: str) -> Concept | None:
        """Return as much of a concept as its short form needs, however much else is said of it."""
        subject = _named_node(uri)
        if subject is None:
            return None
        patterns = (self._engine.quads_for_pattern(subject, predicate, None, None) for predicate in _SHORT_FORM)
        return self._read(uri, chain.from_iterable(patterns))

    def _read(self, uri: str, quads: Iterable[Quad]) -> Concept | None:
        said = {graph: _said(about) for graph, about in self._by_graph(quads).items()}
        own = min((graph for graph in said if is_concept(said[graph])), key=self._order.__getitem__, default=None)
        return None if own is None else read_concept(uri, said[own], self._vocabularies[own])

    def _quads_but_narrower(self, subject: NamedNode) -> Iterable[Quad]:
        found = list(islice(self._engine.quads_for_pattern(subject, None, None, None), _MANY))
        if len(found) < _MANY:
            return (quad for quad in found if quad.predicate != _NARROWER)
        rows = self._engine.query(_BUT_NARROWER.format(subject=subject, narrower=_NARROWER))
        return (Quad(subject, row["p"], row["o"], row["g"]) for row in rows)  # type: ignore[union-attr] # a SELECT has solutions

    def _by_graph(self, quads: Iterable[Quad]) -> Mapping[str, list[Quad]]:
        """Return what each vocabulary's graph says."""
        by_graph: dict[str, list[Quad]] = {}
        for quad in quads:
            graph = self._vocabulary_graph(quad)
            if graph:
                by_graph.setdefault(graph, []).append(quad)
        return by_graph

    def _holding(self, concept: Concept) -> tuple[str, ...]:
        """Return the collections that hold a concept, directly or through another; a cycle does no harm."""
        found: dict[str, None] = {}
        waiting = [concept.uri]
        while waiting:
            above = (link.target for link in self.statements_to(waiting.pop(), (_MEMBER,)))
            new = [uri for uri in above if uri not in found]
            found.update(dict.fromkeys(new))
            waiting += new
        return tuple(found)


class OxigraphWriter:
    """Fills a new database folder graph by graph; ``close`` leaves it ready to be opened read-only."""

    def __init__(self, folder: Path) -> None:
        self._engine: Engine | None = Engine(str(folder))

    def add(self, graph: str, triples: Iterable[Triple]) -> None:
        """Add triples to the named graph ``graph``."""
        assert self._engine is not None  # noqa: S101 - nothing is added to a finished database
        name = NamedNode(graph)
        waiting = iter(triples)
        # bulk_extend sorts all that it is handed in memory.
        while batch := tuple(islice(waiting, _BATCH)):
            self._engine.bulk_extend(Quad(t.subject, t.predicate, t.object, name) for t in batch)

    def close(self) -> None:
        """Compact and flush to disk. Oxigraph lets go of its files when the last reference goes, and not before."""
        if self._engine is not None:
            self._engine.optimize()
            self._engine.flush()
        self.discard()

    def publish(self) -> None:
        """Do nothing: the database is a part of the snapshot."""

    def discard(self) -> None:
        """Let go of the files."""
        self._engine = None


def _said(quads: Iterable[Quad]) -> Statements:
    said: dict[str, list[NamedNode | Literal]] = {}
    for quad in quads:
        if isinstance(quad.object, NamedNode | Literal):
            said.setdefault(quad.predicate.value, []).append(quad.object)
    return said


def _named_node(uri: str) -> NamedNode | None:
    try:
        return NamedNode(uri)
    except ValueError:
        return None
