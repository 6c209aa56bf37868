"""Which shapes have constraints in SPARQL: https://www.w3.org/TR/shacl/#part2."""

from collections.abc import Mapping
from typing import Final

from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.terms import SH, TRUE, Term

SPARQL: Final = f"{SH}sparql"


class SparqlUse:
    """The SPARQL constraints, and the constraint components in SPARQL, that a shapes graph declares."""

    def __init__(self, graph: Graph) -> None:
        self._graph = graph
        self._components = {
            component: _parameters(graph, component) for component in graph.instances(f"{SH}ConstraintComponent")
        }

    def is_in(self, shape: Term) -> bool:
        """Return whether a shape has a constraint that only SPARQL can tell."""
        if self._graph.objects(shape, SPARQL):
            return True
        return any(
            needed
            and all(self._graph.objects(shape, path) for path, optional in needed.items() if not optional)
            and any(self._graph.objects(shape, path) for path in needed)
            for needed in self._components.values()
        )

    def shapes(self) -> set[Term]:
        """Return the nodes that have such constraints."""
        named = [SPARQL, *(path for parameters in self._components.values() for path in parameters)]
        return {node for name in named for node in self._graph.subjects_of(name) if self.is_in(node)}


def _parameters(graph: Graph, component: Term) -> Mapping[str, bool]:
    """Return the properties of the parameters, each with whether it is optional."""
    return {
        str(path): TRUE in graph.objects(parameter, f"{SH}optional")
        for parameter in graph.objects(component, f"{SH}parameter")
        for path in graph.objects(parameter, f"{SH}path")
    }
