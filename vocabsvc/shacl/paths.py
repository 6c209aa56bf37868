"""SHACL property paths: what they are, how they are read, and how they are followed."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from vocabsvc.shacl.errors import IllFormedShapes, Problem
from vocabsvc.shacl.graph import NOTHING, Graph, Values
from vocabsvc.shacl.lists import read_list
from vocabsvc.shacl.terms import RDF_FIRST, RDF_REST, SH, Term, canonical, is_blank, is_iri, show

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

Walk: TypeAlias = Callable[[Graph, Term], Values]
"""What a path leads to from a node."""

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


def walk(path: Path) -> Walk:
    """Return what follows a path."""
    match path:
        case str():
            return _forward(path)
        case InversePath(str() as predicate):
            return _backward(predicate)
        case InversePath(inner):
            return walk(_turned(inner))
        case SequencePath(steps):
            return _sequence(tuple(map(walk, steps)))
        case AlternativePath(choices):
            return _alternative(tuple(map(walk, choices)))
        case RepeatedPath(name, inner):
            return _repeated(walk(inner), from_itself=name != "oneOrMorePath", once=name == "zeroOrOnePath")


def _turned(path: Path) -> Path:
    """Return the path that leads back."""
    match path:
        case str():
            return InversePath(path)
        case InversePath(inner):
            return inner
        case SequencePath(steps):
            return SequencePath(tuple(map(_turned, reversed(steps))))
        case AlternativePath(choices):
            return AlternativePath(tuple(map(_turned, choices)))
        case RepeatedPath(name, inner):
            return RepeatedPath(name, _turned(inner))


def _forward(predicate: str) -> Walk:
    def follow(graph: Graph, node: Term) -> Values:
        by_subject = graph.forward.get(predicate)
        return NOTHING if by_subject is None else by_subject.get(node, NOTHING)

    return follow


def _backward(predicate: str) -> Walk:
    def follow(graph: Graph, node: Term) -> Values:
        return graph.backward(predicate).get(canonical(node), NOTHING)

    return follow


def _sequence(steps: tuple[Walk, ...]) -> Walk:
    first, *others = steps

    def follow(graph: Graph, node: Term) -> Values:
        found = first(graph, node)
        for step in others:
            reached: dict[Term, Term] = {}
            for inner in found.values():
                for key, value in step(graph, inner).items():
                    reached.setdefault(key, value)
            found = reached
        return found

    return follow


def _alternative(choices: tuple[Walk, ...]) -> Walk:
    def follow(graph: Graph, node: Term) -> Values:
        reached: dict[Term, Term] = {}
        for choice in choices:
            for key, value in choice(graph, node).items():
                reached.setdefault(key, value)
        return reached

    return follow


def _repeated(step: Walk, *, from_itself: bool, once: bool) -> Walk:
    def follow(graph: Graph, node: Term) -> Values:
        reached: dict[Term, Term] = {canonical(node): node} if from_itself else {}
        waiting = [node]
        while waiting:
            for key, value in step(graph, waiting.pop()).items():
                if key not in reached:
                    reached[key] = value
                    if not once:
                        waiting.append(value)
        return reached

    return follow
