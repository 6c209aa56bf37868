"""The store over a SPARQL server: every question is one query, or a few."""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from vocabsvc.errors import ServiceFault
from vocabsvc.formats.concept import Statements, is_concept, read_collection, read_concept
from vocabsvc.formats.solutions import Row, Term
from vocabsvc.formats.statement import to_statement
from vocabsvc.model.concept import Collection, Concept, ConceptRef, Link
from vocabsvc.model.sink import ByteSink
from vocabsvc.model.statement import Statement
from vocabsvc.store.base import QueryLimits, SparqlQuery
from vocabsvc.store.remote import queries
from vocabsvc.store.remote.address import ServerAddress
from vocabsvc.store.remote.answering import answer
from vocabsvc.store.remote.connection import Connection
from vocabsvc.store.remote.graph_list import GraphList, read_graph_list
from vocabsvc.store.remote.selecting import select
from vocabsvc.store.remote.state import read_state

_log = logging.getLogger("vocabsvc")

_BATCH = 100
"""Resources that one query asks about."""

_Said = tuple[NamedNode, Term]
"""Predicate and object."""


class RemoteStore:
    """A ``Store``; ``vocabularies`` maps the IRI of a vocabulary's graph to its id, ``graphs`` are all that is served.

    Where two vocabularies describe one concept, the first in the order of ``vocabularies`` is its own. Other graphs
    of the server, such as those of a load under way, are never part of an answer. Every question but ``answer``
    raises ``ServiceFault`` where the server fails, ``StoreUnreachable`` where it is not there.
    """

    def __init__(
        self,
        connection: Connection,
        vocabularies: Mapping[str, str],
        graphs: GraphList,
        limits: QueryLimits,
    ) -> None:
        self._connection = connection
        self._vocabularies = vocabularies
        self._graphs = graphs
        self._limits = limits
        self._order = {uri: position for position, uri in enumerate(vocabularies)}

    @classmethod
    def open(
        cls, address: ServerAddress, vocabularies: Mapping[str, str], folder: Path, limits: QueryLimits
    ) -> "RemoteStore":
        """Read the list of graphs that a load left in ``folder``; the server need not be there yet.

        Raises:
            NoSnapshot: the graphs of this snapshot were not loaded into a server.
        """
        graphs, connection = read_graph_list(folder), Connection(address)
        _warn_of_other_graphs(connection, graphs)
        return cls(connection, vocabularies, graphs, limits)

    def concept(self, uri: str) -> Concept | None:
        """See ``Store.concept``."""
        subject = _named_node(uri)
        if subject is None:
            return None
        said = self._by_graph(self._select(queries.about_but_narrower(subject)))
        concept = self._read(uri, said)
        return concept and replace(concept, collections=self._holding(subject))

    def collections(self, vocabulary: str) -> tuple[Collection, ...]:
        """See ``Store.collections``."""
        graph = self._graph_of(vocabulary)
        if graph is None:
            return ()
        said: dict[str, list[_Said]] = {}
        for subject, predicate, target in self._select(queries.collections(graph)):
            if isinstance(subject, NamedNode):
                said.setdefault(subject.value, []).append(_pair(predicate, target))
        return tuple(read_collection(uri, _statements(said[uri]), vocabulary) for uri in sorted(said))

    def refs(self, uris: Iterable[str]) -> Mapping[str, ConceptRef]:
        """See ``Store.refs``."""
        asked = list(dict.fromkeys(uris))
        found: dict[str, Concept] = {}
        for batch in _batches(node for uri in asked if (node := _named_node(uri))):
            said: dict[str, list[Row]] = {}
            for graph, subject, *rest in self._select(queries.short_forms(batch)):
                assert isinstance(subject, NamedNode)  # noqa: S101 - one of those that were asked
                said.setdefault(subject.value, []).append((graph, *rest))
            read = ((uri, self._read(uri, self._by_graph(rows))) for uri, rows in said.items())
            found |= {uri: concept for uri, concept in read if concept is not None}
        return {uri: found[uri].ref() for uri in asked if uri in found}

    def statements_to(self, uri: str, predicates: Sequence[str]) -> tuple[Link, ...]:
        """See ``Store.statements_to``."""
        target, wanted = _named_node(uri), [NamedNode(predicate) for predicate in predicates]
        if target is None or not wanted:
            return ()
        found = set(self._links(queries.stated_about([target], wanted)))
        position = {predicate: place for place, predicate in enumerate(predicates)}
        return tuple(sorted(found, key=lambda link: (position[link.predicate], link.target)))

    def describe(self, uri: str) -> tuple[Statement, ...]:
        """See ``Store.describe``."""
        subject = _named_node(uri)
        said = self._by_graph(self._select(queries.about(subject))) if subject else {}
        if subject is None or not said:
            return ()
        own = min(said, key=lambda graph: (not is_concept(_statements(said[graph])), self._order[graph]))
        found = dict.fromkeys(to_statement(Triple(subject, *pair)) for pair in said[own])
        waiting = self._blank_nodes(found)
        while waiting:
            rows = self._select(queries.inside(NamedNode(own), map(self._stand_in, waiting)))
            new = dict.fromkeys(statement for row in rows if (statement := _statement(row)) not in found)
            found |= new
            waiting = self._blank_nodes(new)
        return tuple(found)

    def statements(self, vocabulary: str) -> Iterator[Statement]:
        """See ``Store.statements``. What the server sends is read as it comes."""
        graph = self._graph_of(vocabulary)
        return map(_statement, self._select(queries.everything(graph))) if graph else iter(())

    def classes(self, vocabulary: str) -> tuple[str, ...]:
        """See ``Store.classes``."""
        graph = self._graph_of(vocabulary)
        rows = self._select(queries.classes(graph)) if graph else ()
        return tuple(sorted(kind.value for (kind,) in rows if isinstance(kind, NamedNode)))

    def stated(self, vocabulary: str, predicate: str, target: str = "") -> Iterator[Statement]:
        """See ``Store.stated``."""
        graph, wanted = self._graph_of(vocabulary), _named_node(target) if target else None
        if graph is None or (target and wanted is None):
            return iter(())
        said = NamedNode(predicate)
        rows = self._select(queries.stated(graph, said, wanted))
        if wanted is not None:
            return (_statement((subject, said, wanted)) for (subject,) in rows)
        return (_statement((subject, said, found)) for subject, found in rows)

    def answer(self, query: SparqlQuery, sink: ByteSink) -> None:
        """See ``Store.answer``.

        Raises:
            QueryInterrupted: over a limit of time or rows, whether of ours or of the server.
            ServiceFault: what the server answers is no answer.
            StoreUnreachable: it cannot be reached, or broke off.
        """
        answer(self._connection, query, self._graphs.graphs, self._limits, sink)

    def _select(self, text: str) -> Iterator[Row]:
        return (tuple(map(self._loaded, row)) for row in select(self._connection, text))

    def _loaded(self, term: Term | None) -> Term | None:
        """Return a term as it was loaded: a blank node for the IRI that stands for one."""
        if isinstance(term, NamedNode) and term.value.startswith(self._graphs.blank_nodes):
            return BlankNode(term.value.removeprefix(self._graphs.blank_nodes))
        return term

    def _stand_in(self, label: str) -> NamedNode:
        return NamedNode(f"{self._graphs.blank_nodes}{label}")

    @staticmethod
    def _blank_nodes(statements: Iterable[Statement]) -> list[str]:
        objects = (one.object for one in statements)
        return list(dict.fromkeys(one[2:] for one in objects if isinstance(one, str) and one.startswith("_:")))

    def _graph_of(self, vocabulary: str) -> NamedNode | None:
        return next((NamedNode(uri) for uri, name in self._vocabularies.items() if name == vocabulary), None)

    def _by_graph(self, rows: Iterable[Row]) -> Mapping[str, list[_Said]]:
        """Return what each vocabulary's graph says, from rows of graph, predicate and object."""
        by_graph: dict[str, list[_Said]] = {}
        for graph, predicate, target in rows:
            if isinstance(graph, NamedNode) and graph.value in self._order:
                by_graph.setdefault(graph.value, []).append(_pair(predicate, target))
        return by_graph

    def _read(self, uri: str, by_graph: Mapping[str, list[_Said]]) -> Concept | None:
        said = {graph: _statements(pairs) for graph, pairs in by_graph.items()}
        own = min((graph for graph in said if is_concept(said[graph])), key=self._order.__getitem__, default=None)
        return None if own is None else read_concept(uri, said[own], self._vocabularies[own])

    def _links(self, text: str) -> Iterator[Link]:
        """Yield the links of rows of graph, predicate and subject, as far as vocabularies state them."""
        for graph, predicate, subject in self._select(text):
            if isinstance(graph, NamedNode) and graph.value in self._order and isinstance(subject, NamedNode):
                assert isinstance(predicate, NamedNode)  # noqa: S101 - RDF 1.1 §3.1
                yield Link(predicate.value, subject.value)

    def _holding(self, member: NamedNode) -> tuple[str, ...]:
        """Return the collections that hold a concept, directly or through another; a cycle does no harm."""
        found: dict[str, None] = {}
        waiting = [member]
        while waiting:
            above = sorted({link.target for link in self._links(queries.holders(waiting))} - found.keys())
            found |= dict.fromkeys(above)
            waiting = [NamedNode(uri) for uri in above]
        return tuple(found)


def _warn_of_other_graphs(connection: Connection, graphs: GraphList) -> None:
    try:
        served = read_state(connection, NamedNode(graphs.state)).generation
    except ServiceFault as error:
        _log.warning("%s", error)
        return
    if served != graphs.generation:
        _log.warning("the SPARQL server holds the graphs of another load than this snapshot; load again")


def _batches(nodes: Iterable[NamedNode]) -> Iterator[tuple[NamedNode, ...]]:
    waiting = iter(nodes)
    while batch := tuple(islice(waiting, _BATCH)):
        yield batch


def _pair(predicate: Term | None, target: Term | None) -> _Said:
    assert isinstance(predicate, NamedNode)  # noqa: S101 - RDF 1.1 §3.1
    assert target is not None  # noqa: S101 - every pattern of ``queries`` binds all its variables
    return predicate, target


def _statement(row: Row) -> Statement:
    subject, predicate, target = row
    return to_statement(Triple(subject, predicate, target))  # type: ignore[arg-type] # as they stand in the graph


def _statements(pairs: Iterable[_Said]) -> Statements:
    said: dict[str, list[NamedNode | Literal]] = {}
    for predicate, target in pairs:
        if isinstance(target, NamedNode | Literal):
            said.setdefault(predicate.value, []).append(target)
    return said


def _named_node(uri: str) -> NamedNode | None:
    try:
        return NamedNode(uri)
    except ValueError:
        return None
