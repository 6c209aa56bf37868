"""Targets of shapes: https://www.w3.org/TR/shacl/#targets."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Final

from vocabsvc.shacl.errors import IllFormedShapes, Problem
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.terms import RDFS, SH, Term, canonical, is_blank, is_iri, show

TARGET_CLASS: Final = f"{SH}targetClass"
TARGET_NODE: Final = f"{SH}targetNode"
TARGET_SUBJECTS_OF: Final = f"{SH}targetSubjectsOf"
TARGET_OBJECTS_OF: Final = f"{SH}targetObjectsOf"
TARGET_PREDICATES: Final = (TARGET_NODE, TARGET_CLASS, TARGET_SUBJECTS_OF, TARGET_OBJECTS_OF)


@dataclass(frozen=True, slots=True)
class Targets:
    """Where a shape is to be looked for; ``classes`` has the shape itself where it is a class."""

    nodes: tuple[Term, ...] = ()
    classes: tuple[str, ...] = ()
    subjects_of: tuple[str, ...] = ()
    objects_of: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        """Return whether there are any."""
        return bool(self.nodes or self.classes or self.subjects_of or self.objects_of)

    @property
    def are_classes(self) -> bool:
        """Whether there are classes, and nothing else."""
        return bool(self.classes) and not (self.nodes or self.subjects_of or self.objects_of)

    def focus_nodes(self, graph: Graph) -> Collection[Term]:
        """Return the focus nodes in a data graph, each once."""
        found: dict[Term, Term] = {}
        for node in self._all(graph):
            found.setdefault(canonical(node), node)
        return found.values()

    def _all(self, graph: Graph) -> Iterator[Term]:
        yield from self.nodes
        for kind in self.classes:
            yield from graph.instances(kind)
        for predicate in self.subjects_of:
            yield from graph.subjects_of(predicate)
        for predicate in self.objects_of:
            yield from graph.objects_of(predicate)


def read_targets(graph: Graph, shape: Term) -> Targets:
    """Return the targets of a shape.

    Raises:
        IllFormedShapes: a target that is no IRI, nor a literal in the case of sh:targetNode.
    """
    nodes = _values(graph, shape, TARGET_NODE)
    for node in filter(is_blank, nodes):
        raise IllFormedShapes([Problem(shape, f"sh:targetNode is the blank node {show(node)}")])
    classes = _iris(graph, shape, TARGET_CLASS)
    if isinstance(shape, str) and is_iri(shape) and graph.is_instance(shape, f"{RDFS}Class"):
        classes = tuple(dict.fromkeys([*classes, shape]))
    return Targets(nodes, classes, _iris(graph, shape, TARGET_SUBJECTS_OF), _iris(graph, shape, TARGET_OBJECTS_OF))


def _values(graph: Graph, shape: Term, predicate: str) -> tuple[Term, ...]:
    return tuple(sorted(graph.objects(shape, predicate).values(), key=str))


def _iris(graph: Graph, shape: Term, predicate: str) -> tuple[str, ...]:
    values = _values(graph, shape, predicate)
    for value in values:
        if not is_iri(value):
            raise IllFormedShapes([Problem(shape, f"{show(predicate)} needs an IRI, not {show(value)}", value)])
    return tuple(map(str, values))
