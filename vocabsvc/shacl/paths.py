"""SHACL property paths: what they are, and how they are read."""

from dataclasses import dataclass
from typing import Final, TypeAlias

from vocabsvc.shacl.errors import IllFormedShapes, Problem
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.lists import read_list
from vocabsvc.shacl.terms import RDF_FIRST, RDF_REST, SH, Term, is_blank, is_iri, show

_MOST_DEPTH: Final = 50
_MOST_STEPS: Final = 10_000


@dataclass(frozen=True, slots=True)
class SequencePath:
    """``( a b )``."""

    steps: tuple["Path", ...]


@dataclass(frozen=True, slots=True)
class AlternativePath:
    """``[ sh:alternativePath ( a b ) ]``."""

    choices: tuple["Path", ...]


@dataclass(frozen=True, slots=True)
class InversePath:
    """``[ sh:inversePath a ]``."""

    path: "Path"


@dataclass(frozen=True, slots=True)
class RepeatedPath:
    """``[ sh:zeroOrMorePath a ]``, ``sh:oneOrMorePath`` or ``sh:zeroOrOnePath``, as ``name`` says."""

    name: str
    path: "Path"


Path: TypeAlias = str | SequencePath | AlternativePath | InversePath | RepeatedPath
"""A plain ``str`` is the IRI of a predicate."""

_INVERSE: Final = f"{SH}inversePath"
_ALTERNATIVE: Final = f"{SH}alternativePath"
_REPEATED: Final = {f"{SH}{name}": name for name in ("zeroOrMorePath", "oneOrMorePath", "zeroOrOnePath")}
_KINDS: Final = (_INVERSE, _ALTERNATIVE, *_REPEATED)


def read_path(graph: Graph, node: Term, shape: Term) -> Path:
    """Return the path that a node of the shapes graph stands for (https://www.w3.org/TR/shacl/#property-paths).

    Raises:
        IllFormedShapes: no path, or one that is too long, nested too deeply or without end.
    """
    return _Reading(graph, shape).path(node, 0)


class _Reading:
    def __init__(self, graph: Graph, shape: Term) -> None:
        self._graph = graph
        self._shape = shape
        self._steps = 0

    def path(self, node: Term, depth: int) -> Path:
        self._steps += 1
        if depth > _MOST_DEPTH:
            raise self._fault(f"the path is nested more than {_MOST_DEPTH} deep, at {show(node)}")
        if self._steps > _MOST_STEPS:
            raise self._fault(f"the path has more than {_MOST_STEPS} steps")
        if isinstance(node, str) and is_iri(node):
            return node
        if not is_blank(node):
            raise self._fault(f"{show(node)} is no path")
        if self._graph.objects(node, RDF_FIRST) or self._graph.objects(node, RDF_REST):
            return SequencePath(self._members(node, depth, f"{SH}path"))
        return self._special(node, depth)

    def _special(self, node: Term, depth: int) -> Path:
        found = [(name, value) for name in _KINDS for value in self._graph.objects(node, name).values()]
        if len(found) != 1:
            raise self._fault(f"{show(node)} is no path: it needs one kind of path, and has {len(found)}")
        name, value = found[0]
        if name == _ALTERNATIVE:
            return AlternativePath(self._members(value, depth, name))
        inner = self.path(value, depth + 1)
        return InversePath(inner) if name == _INVERSE else RepeatedPath(_REPEATED[name], inner)

    def _members(self, node: Term, depth: int, what: str) -> tuple[Path, ...]:
        members = [self.path(member, depth + 1) for member in read_list(self._graph, node, self._shape, what)]
        if len(members) < 2:
            raise self._fault(f"a list of {show(what)} needs at least two members, {show(node)} has {len(members)}")
        return tuple(members)

    def _fault(self, reason: str) -> IllFormedShapes:
        return IllFormedShapes([Problem(self._shape, reason)])
