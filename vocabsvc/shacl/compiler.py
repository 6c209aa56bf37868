"""Shapes of a shapes graph to closures."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final, Protocol

from vocabsvc.shacl.components import COMPONENTS, PROPERTY_SHAPES_ONLY
from vocabsvc.shacl.declaration import Declaration
from vocabsvc.shacl.errors import IllFormedShapes, Problem
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.paths import read_path
from vocabsvc.shacl.runners import runners
from vocabsvc.shacl.shape import Constraint, Head, Shape
from vocabsvc.shacl.sparql_use import SparqlUse
from vocabsvc.shacl.targets import TARGET_PREDICATES, read_targets
from vocabsvc.shacl.terms import (
    LANG_STRING,
    RDF_TYPE,
    SH,
    TRUE,
    XSD,
    XSD_STRING,
    Literal,
    Term,
    is_blank,
    show,
)

_MOST_NESTED: Final = 50
_MOST_INSIDE: Final = 100_000
_PATH: Final = f"{SH}path"
_TRUE_OR_FALSE: Final = frozenset({TRUE, Literal("false", f"{XSD}boolean")})
_ORDER: Final = {parameter: place for place, parameter in enumerate(COMPONENTS)}


class SparqlConstraints(Protocol):
    """Makes constraints out of what a shape says in SPARQL."""

    def constraint(self, head: Head) -> Constraint:
        """Return one constraint that stands for all of them.

        Raises:
            IllFormedShapes: a query that cannot run.
        """


class _Broken(Exception):
    """A shape refers to one that cannot be compiled."""


@dataclass(slots=True)
class _Open:
    """A shape that is being compiled, and what is known of those in it."""

    height: int = 0
    size: int = 0
    sparql: set[Term] = field(default_factory=set)


class Compiler:
    """Compiles shapes, each once; ``problems`` are what is wrong with those that it could not compile."""

    def __init__(self, graph: Graph, sparql: Callable[[], SparqlConstraints]) -> None:
        self._graph = graph
        self._sparql = sparql
        self._use = SparqlUse(graph)
        self._done: dict[Term, Shape] = {}
        self._broken: set[Term] = set()
        self._open: dict[Term, _Open] = {}
        self.problems: list[Problem] = []

    def compile_all(self) -> dict[Term, Shape]:
        """Return every node that is a shape by itself (https://www.w3.org/TR/shacl/#shapes), in the order of nodes."""
        for node in self._shape_nodes():
            with suppress(_Broken):
                self._shape(node)
        return self._done

    def nested(self, node: Term, owner: Term, parameter: str) -> Shape:
        """Return the shape that ``owner``, which is being compiled, refers to."""
        if not isinstance(node, str):
            raise IllFormedShapes([Problem(owner, f"{show(parameter)} needs a shape, not {show(node)}", node)])
        if not is_blank(node) and node not in self._graph.predicates:
            raise IllFormedShapes([Problem(owner, f"{show(parameter)} refers to the absent shape {show(node)}", node)])
        shape = self._shape(node)
        around = self._open[owner]
        around.height = max(around.height, shape.height)
        around.size += shape.size
        around.sparql |= shape.sparql
        return shape

    def _shape_nodes(self) -> list[Term]:
        nodes: set[Term] = self._use.shapes()
        for kind in (f"{SH}NodeShape", f"{SH}PropertyShape"):
            nodes.update(self._graph.instances(kind))
        for predicate in (*COMPONENTS, *TARGET_PREDICATES):
            nodes.update(self._graph.subjects_of(predicate))
        return sorted(nodes.difference(self._graph.objects_of(f"{SH}parameter")), key=str)

    def _shape(self, node: Term) -> Shape:
        done = self._done.get(node)
        if done is not None:
            return done
        if node in self._broken:
            raise _Broken
        if node in self._open:
            raise self._recursion(node)
        if len(self._open) > _MOST_NESTED:
            raise self._too_deep(node)
        self._open[node] = _Open()
        try:
            self._done[node] = shape = self._compiled(node, self._open[node])
        except IllFormedShapes as error:
            self.problems += error.problems
            self._broken.add(node)
            raise _Broken from error
        except _Broken:
            self._broken.add(node)
            raise
        finally:
            del self._open[node]
        return shape

    def _recursion(self, node: Term) -> IllFormedShapes:
        under_way = list(self._open)
        cycle = under_way[under_way.index(node) :]
        start = cycle.index(min(cycle, key=lambda one: (is_blank(one), str(one))))
        names = " → ".join(map(show, [*cycle[start:], *cycle[: start + 1]]))
        return IllFormedShapes([Problem(cycle[start], f"the shape refers to itself, which is not supported: {names}")])

    def _too_deep(self, node: Term) -> IllFormedShapes:
        return IllFormedShapes([Problem(node, f"shapes are nested more than {_MOST_NESTED} deep")])

    def _compiled(self, node: Term, inside: _Open) -> Shape:
        head = self._head(node)
        targets = read_targets(self._graph, node)
        constraints = self._constraints(head)
        if inside.height >= _MOST_NESTED:
            raise self._too_deep(node)
        if inside.size >= _MOST_INSIDE:
            raise IllFormedShapes(
                [Problem(node, f"one node is asked in more than {_MOST_INSIDE} ways by shapes in shapes")]
            )
        if self._use.is_in(node):
            constraints.append(self._sparql().constraint(head))
            inside.sparql.add(node)
        height, size, sparql = inside.height + 1, inside.size + 1, frozenset(inside.sparql)
        if self._is_deactivated(node):
            return Shape(head, targets, lambda _, __: True, lambda _, __, ___: None, height, size)
        return Shape(head, targets, *runners(constraints, head.path), height, size, sparql)

    def _constraints(self, head: Head) -> list[Constraint]:
        said = self._graph.predicates.get(head.node, ())
        constraints: list[Constraint] = []
        for parameter in sorted(_ORDER.keys() & set(said), key=_ORDER.__getitem__):
            values = tuple(sorted(self._graph.objects(head.node, parameter).values(), key=str))
            declaration = Declaration(head, self._graph, parameter, values, self)
            if head.path is None and parameter in PROPERTY_SHAPES_ONLY:
                raise declaration.fault("is for property shapes, and this one has no sh:path")
            constraints += COMPONENTS[parameter](declaration)
        return constraints

    def _head(self, node: Term) -> Head:
        paths = list(self._graph.objects(node, _PATH).values())
        types = self._graph.objects(node, RDF_TYPE)
        if len(paths) > 1:
            raise IllFormedShapes([Problem(node, f"has {len(paths)} values of sh:path")])
        if not paths and f"{SH}PropertyShape" in types:
            raise IllFormedShapes([Problem(node, "is a property shape without sh:path")])
        if paths and f"{SH}NodeShape" in types:
            raise IllFormedShapes([Problem(node, "is a node shape with sh:path")])
        path = read_path(self._graph, paths[0], node) if paths else None
        return Head(node, path, self._severity(node), self._messages(node))

    def _severity(self, node: Term) -> str:
        severities = list(self._graph.objects(node, f"{SH}severity").values())
        if not severities:
            return f"{SH}Violation"
        if len(severities) > 1 or not isinstance(severities[0], str):
            raise IllFormedShapes([Problem(node, "sh:severity needs one IRI")])
        return severities[0]

    def _messages(self, node: Term) -> tuple[Literal, ...]:
        messages = sorted(self._graph.objects(node, f"{SH}message").values(), key=str)
        texts = [text for text in messages if not isinstance(text, str) and text.datatype in {XSD_STRING, LANG_STRING}]
        if len(texts) < len(messages):
            raise IllFormedShapes([Problem(node, "sh:message needs text")])
        return tuple(texts)

    def _is_deactivated(self, node: Term) -> bool:
        values = self._graph.objects(node, f"{SH}deactivated")
        if len(values) > 1 or not values.keys() <= _TRUE_OR_FALSE:
            raise IllFormedShapes([Problem(node, "sh:deactivated needs true or false")])
        return TRUE in values
