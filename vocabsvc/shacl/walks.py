"""How property paths are followed, from many nodes at once."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from vocabsvc.shacl.graph import NOTHING, Graph, Values, values_of
from vocabsvc.shacl.paths import AlternativePath, InversePath, Path, RepeatedPath, SequencePath
from vocabsvc.shacl.terms import Term, canonical

Walk: TypeAlias = Callable[[Graph, Values], Values]
"""What a path leads to from any of these nodes."""


def walk(path: Path) -> Walk:
    """Return what follows a path."""
    match path:
        case str():
            return _forward((path,))
        case InversePath(str() as predicate):
            return _backward(predicate)
        case InversePath(inner):
            return walk(_turned(inner))
        case SequencePath(steps):
            return _sequence(tuple(map(walk, steps)))
        case AlternativePath(choices):
            return _alternative(choices)
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


def _forward(predicates: tuple[str, ...]) -> Walk:
    """Follow any of these predicates."""

    def follow(graph: Graph, nodes: Values) -> Values:
        forward = graph.forward
        held = [
            found
            for node in nodes
            if (said := forward.get(node)) is not None
            for predicate in predicates
            if (found := said.get(predicate)) is not None
        ]
        if not held:
            return NOTHING
        if len(held) == 1:
            return values_of(held[0])
        return _each_once(map(values_of, held))

    return follow


def _backward(predicate: str) -> Walk:
    def follow(graph: Graph, nodes: Values) -> Values:
        if len(nodes) == 1:
            (only,) = nodes
            return graph.subjects(only, predicate)
        return _each_once(graph.subjects(node, predicate) for node in nodes)

    return follow


def _sequence(steps: tuple[Walk, ...]) -> Walk:
    def follow(graph: Graph, nodes: Values) -> Values:
        for step in steps:
            nodes = step(graph, nodes)
            if not nodes:
                break
        return nodes

    return follow


def _alternative(choices: tuple[Path, ...]) -> Walk:
    predicates = tuple(choice for choice in choices if isinstance(choice, str))
    walks = [walk(choice) for choice in choices if not isinstance(choice, str)]
    if predicates:
        walks.append(_forward(predicates))
    if len(walks) == 1:
        return walks[0]
    return lambda graph, nodes: _each_once([follow(graph, nodes) for follow in walks])


def _repeated(step: Walk, *, from_itself: bool, once: bool) -> Walk:
    def follow(graph: Graph, nodes: Values) -> Values:
        reached: dict[Term, Term] = {canonical(node): node for node in nodes} if from_itself else {}
        waiting = nodes
        while waiting:
            new = {key: value for value in step(graph, waiting) if (key := canonical(value)) not in reached}
            reached |= new
            waiting = NOTHING if once else new.values()
        return reached.values()

    return follow


def _each_once(found: Iterable[Values]) -> Values:
    reached: dict[Term, Term] = {}
    for values in found:
        for value in values:
            reached.setdefault(value if isinstance(value, str) else canonical(value), value)
    return reached.values()
