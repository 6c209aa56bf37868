"""Which shapes are asked of which nodes of a data graph."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.shape import Shape
from vocabsvc.shacl.targets import Targets
from vocabsvc.shacl.terms import RDF_TYPE, Term


class Plan:
    """Shapes to run: those that have classes alone as targets by class, all others by their targets.

    ``sparql_shapes`` counts those with SPARQL constraints, among them and the shapes that they refer to.
    """

    def __init__(self, shapes: Iterable[Shape]) -> None:
        self._by_class: dict[Term, list[Shape]] = {}
        self._others: dict[Targets, list[Shape]] = {}
        sparql: set[Term] = set()
        for shape in dict.fromkeys(shapes):
            sparql |= shape.sparql
            if shape.targets.are_classes:
                for wanted in shape.targets.classes:
                    self._by_class.setdefault(wanted, []).append(shape)
            else:
                self._others.setdefault(shape.targets, []).append(shape)
        self.sparql_shapes = len(sparql)
        self._of_any = lru_cache(_MOST_KEPT)(self._asked_of)

    def met(self, graph: Graph) -> Iterator[tuple[Collection[Term], Sequence[Shape]]]:
        """Yield focus nodes with the shapes that are asked of all of them; a node may come again with other shapes."""
        if self._by_class:
            yield from self._instances(graph)
        for targets, shapes in self._others.items():
            focus_nodes = targets.focus_nodes(graph)
            if focus_nodes:
                yield focus_nodes, shapes

    def _instances(self, graph: Graph) -> Iterator[tuple[Collection[Term], Sequence[Shape]]]:
        """Go through the nodes in the order of the graph, and so of memory, and not class by class.

        A few nodes at a time have the same shapes, so that neither they nor the shapes are fetched again and again.
        """
        above = self._above(graph) if graph.has_subclasses else None
        of_one: Mapping[Term, Sequence[Shape]] = (
            self._by_class if above is None else {kind: self._of_any(tuple(wanted)) for kind, wanted in above.items()}
        )
        waiting: dict[int, tuple[list[Term], Sequence[Shape]]] = {}
        for node, said in graph.forward.items():
            held = said.get(RDF_TYPE)
            if isinstance(held, str):
                shapes = of_one.get(held)
            elif isinstance(held, dict):
                kinds = held if above is None else (wanted for kind in held for wanted in above.get(kind, ()))
                shapes = self._of_any(tuple(kinds))
            else:
                continue
            if shapes:
                nodes, _ = waiting.get(id(shapes)) or waiting.setdefault(id(shapes), ([], shapes))
                nodes.append(node)
                if len(nodes) == _TOGETHER:
                    yield waiting.pop(id(shapes))
        yield from waiting.values()

    def _above(self, graph: Graph) -> Mapping[Term, Collection[Term]]:
        """Return the classes with shapes that each class is or is below."""
        made: dict[Term, list[Term]] = {}
        for wanted in self._by_class:
            for kind in graph.subclasses(wanted):
                made.setdefault(kind, []).append(wanted)
        return made

    def _asked_of(self, classes: tuple[Term, ...]) -> Sequence[Shape]:
        """Return the shapes that any of these classes has, each once."""
        return tuple(dict.fromkeys(shape for kind in classes for shape in self._by_class.get(kind, ())))


_MOST_KEPT: Final = 1000
_TOGETHER: Final = 16  # with what they say, these are near when the next shape is asked
