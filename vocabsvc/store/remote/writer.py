"""Loads graphs into a SPARQL server: staged beside those that are served, then switched in one update request."""

import uuid
from collections.abc import Iterable
from contextlib import suppress
from itertools import islice
from pathlib import Path
from urllib.parse import urljoin

from pyoxigraph import BlankNode, NamedNode, RdfFormat, Triple, serialize

from vocabsvc.errors import ServiceFault, StoreUnreachable
from vocabsvc.formats.solutions import SOLUTIONS_XML
from vocabsvc.store.remote.address import ServerAddress
from vocabsvc.store.remote.connection import Connection, ServerRefusal
from vocabsvc.store.remote.cut import cut_short
from vocabsvc.store.remote.graph_list import GraphList
from vocabsvc.store.remote.request import Question
from vocabsvc.store.remote.state import forgetting, read_state, staging, state_graph, switching

_UPLOAD_TRIPLES = 50_000
_INSERT_TRIPLES = 1_000
"""Virtuoso compiles an INSERT DATA into a statement of at most 10,000 lines: 2,000 triples pass, 8,000 do not."""
_SWITCHES = 3
"""Times that a switch is asked for which the server takes back for reasons of the moment."""


class RemoteWriter:
    """A ``GraphWriter`` into a server; ``folder`` gets the list of graphs in place of a database.

    ``publish`` is what readers see, all of it or nothing as far as the server runs one update request as one
    transaction; until then the graphs before are served, and ``discard`` or the next load drops what was staged.
    Blank nodes are loaded as IRIs (RDF 1.1 §3.5), since their labels mean nothing from one request to the next.
    """

    def __init__(self, folder: Path, address: ServerAddress, base_uri: str) -> None:
        if not address.update:
            raise ServiceFault("a load into a SPARQL server needs --update-store")
        self._folder = folder
        self._connection = Connection(address)
        self._uploads = bool(address.graph_store)
        self._generation = uuid.uuid4().hex
        self._blank_nodes = urljoin(base_uri, f"/.well-known/genid/{self._generation}/")
        self._state = state_graph(base_uri)
        self._stages: dict[NamedNode, NamedNode] = {}
        self._counts: dict[NamedNode, int] = {}
        self._published = False
        before = read_state(self._connection, self._state)
        self._served_before = before.serves
        if before.stages:
            self._connection.update(forgetting(self._state, before.stages), repeatable=True)

    def add(self, graph: str, triples: Iterable[Triple]) -> None:
        """Add triples to what will be the named graph ``graph``."""
        target = NamedNode(graph)
        if target not in self._stages:
            self._stages[target] = NamedNode(f"{self._state.value}/{self._generation}/{len(self._stages)}")
            self._connection.update(staging(self._state, self._stages[target]), repeatable=True)
        stage, waiting = self._stages[target], map(self._without_blank_nodes, triples)
        size = _UPLOAD_TRIPLES if self._uploads else _INSERT_TRIPLES
        while batch := tuple(islice(waiting, size)):
            self._send(stage, batch)
            self._counts[target] = self._counts.get(target, 0) + len(batch)

    def close(self) -> None:
        """Write the list of graphs."""
        GraphList(
            generation=self._generation,
            graphs=tuple(graph.value for graph in self._stages),
            blank_nodes=self._blank_nodes,
            state=self._state.value,
        ).write(self._folder)

    def publish(self) -> None:
        """Serve what was added, and nothing else.

        Raises:
            ServiceFault: another load took the place of this one, or the server cuts answers too short for it.
            StoreUnreachable: the server cannot be reached; the graphs before are served.
        """
        filled = [(self._stages[graph], graph) for graph in self._stages if self._counts.get(graph)]
        staged = read_state(self._connection, self._state).stages
        if any(stage.value not in staged for stage, _ in filled):
            raise ServiceFault("another load into the same SPARQL server began; only one can be under way")
        self._check_rows()
        before = dict.fromkeys([*map(NamedNode, self._served_before), *self._stages])
        drops = [graph for graph in before if not self._counts.get(graph)]
        self._switch(switching(self._state, self._generation, filled, drops))
        self._published = True

    def discard(self) -> None:
        """Drop what was staged, as far as the server can be reached; after ``publish`` this does nothing."""
        if not self._published and self._stages:
            stages = [stage.value for stage in self._stages.values()]
            with suppress(ServiceFault):
                self._connection.update(forgetting(self._state, stages), repeatable=True)
        self._stages.clear()
        self._connection.close()

    def _switch(self, update: str) -> None:
        for more in reversed(range(_SWITCHES)):
            try:
                self._connection.update(update, repeatable=False)
            except (StoreUnreachable, ServerRefusal) as error:
                # Whether it ran is told by the server alone.
                if read_state(self._connection, self._state).generation == self._generation:
                    return
                if not (more and isinstance(error, ServerRefusal) and error.was_rolled_back):
                    raise
            else:
                return

    def _send(self, stage: NamedNode, triples: tuple[Triple, ...]) -> None:
        data = serialize(triples, format=RdfFormat.N_TRIPLES)
        assert data is not None  # noqa: S101 - no output was passed
        if self._uploads:
            self._connection.upload(stage.value, data)
        else:
            self._connection.update(f"INSERT DATA {{ GRAPH {stage} {{\n{data.decode()}}} }}", repeatable=True)

    def _without_blank_nodes(self, triple: Triple) -> Triple:
        subject, target = triple.subject, triple.object
        if isinstance(subject, BlankNode):
            subject = self._stand_in(subject)
        if isinstance(target, BlankNode):
            target = self._stand_in(target)
        return Triple(subject, triple.predicate, target)

    def _stand_in(self, node: BlankNode) -> NamedNode:
        return NamedNode(f"{self._blank_nodes}{node.value}")

    def _check_rows(self) -> None:
        """Find out whether the server would give the largest graph whole; one that cuts answers says so at once."""
        largest = max(self._counts, key=self._counts.__getitem__, default=None)
        if largest is None:
            return
        text = f"SELECT ?s WHERE {{ GRAPH {self._stages[largest]} {{ ?s ?p ?o }} }}"
        with self._connection.query(Question(text, SOLUTIONS_XML)) as reply:
            if reason := cut_short(reply.headers):
                raise ServiceFault(f"the SPARQL server {reason}, fewer than {largest} has: see docs/scaling.md")
            reply.read_out()
