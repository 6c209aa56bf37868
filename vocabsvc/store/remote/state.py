"""What a server is told about the loads into it, in a graph of its own beside those that are served.

::

    <…/id/.store>  urn:vocabsvc:generation  "…"     the load that is served
                   urn:vocabsvc:serves      <graph>  … and its graphs
                   urn:vocabsvc:stages      <graph>  graphs of a load under way, or of one that broke off
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode

from vocabsvc.store.remote.connection import Connection
from vocabsvc.store.remote.selecting import select

_GENERATION = NamedNode("urn:vocabsvc:generation")
_SERVES = NamedNode("urn:vocabsvc:serves")
_STAGES = NamedNode("urn:vocabsvc:stages")


@dataclass(frozen=True, slots=True)
class LoadState:
    """What the server holds. ``generation`` is empty before the first load."""

    generation: str = ""
    serves: tuple[str, ...] = ()
    stages: tuple[str, ...] = ()


def state_graph(base_uri: str) -> NamedNode:
    """Return the graph of the loads of one hub, by its namespace: others may use the same server."""
    return NamedNode(f"{base_uri}.store")


def read_state(connection: Connection, graph: NamedNode) -> LoadState:
    """Ask the server.

    Raises:
        ServiceFault: it fails, or is not there.
    """
    said: dict[NamedNode, list[str]] = {}
    for predicate, target in select(connection, f"SELECT ?p ?o WHERE {{ GRAPH {graph} {{ {graph} ?p ?o }} }}"):
        assert isinstance(predicate, NamedNode)  # noqa: S101 - RDF 1.1 §3.1
        if isinstance(target, NamedNode | Literal):
            said.setdefault(predicate, []).append(target.value)
    lists = (tuple(sorted(said.get(predicate, ()))) for predicate in (_SERVES, _STAGES))
    return LoadState(next(iter(said.get(_GENERATION, ())), ""), *lists)


def staging(graph: NamedNode, stage: NamedNode) -> str:
    """Return the update that notes a graph of a load under way."""
    return f"INSERT DATA {{ GRAPH {graph} {{ {graph} {_STAGES} {stage} }} }}"


def forgetting(graph: NamedNode, stages: Iterable[str]) -> str:
    """Return the update that drops graphs of a load that broke off."""
    nodes = [NamedNode(stage) for stage in stages]
    drops = [f"DROP SILENT GRAPH {stage}" for stage in nodes]
    return " ;\n".join(
        [*drops, *(f"DELETE DATA {{ GRAPH {graph} {{ {graph} {_STAGES} {stage} }} }}" for stage in nodes)]
    )


def switching(
    graph: NamedNode, generation: str, moves: Sequence[tuple[NamedNode, NamedNode]], drops: Iterable[NamedNode]
) -> str:
    """Return the one update that serves a load: each stage is moved to its graph, what is served no more is dropped."""
    served = "".join(f" ; {_SERVES} {target}" for _, target in moves)
    return " ;\n".join(
        [
            *(f"MOVE {stage} TO {target}" for stage, target in moves),
            *(f"DROP SILENT GRAPH {old}" for old in drops),
            f"CLEAR SILENT GRAPH {graph}",
            f"INSERT DATA {{ GRAPH {graph} {{ {graph} {_GENERATION} {Literal(generation)}{served} }} }}",
        ]
    )
