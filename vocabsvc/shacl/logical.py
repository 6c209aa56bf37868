"""sh:not, sh:and, sh:or, sh:xone: https://www.w3.org/TR/shacl/#core-components-logical."""

from collections.abc import Callable, Iterator, Sequence

from vocabsvc.shacl.declaration import Declaration, Test
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.result import Result, ordered
from vocabsvc.shacl.shape import Constraint, Results, Shape
from vocabsvc.shacl.terms import Term, show_list


def not_constraints(said: Declaration) -> Iterator[Constraint]:
    """Not the shape; one for each."""
    for value in said.values:
        yield said.per_value("Not", _none(said.nested(value)), value)


def and_constraints(said: Declaration) -> Iterator[Constraint]:
    """All shapes of the list."""
    return _over_lists(said, "And", _every)


def or_constraints(said: Declaration) -> Iterator[Constraint]:
    """Some shape of the list."""
    return _over_lists(said, "Or", _some)


def xone_constraints(said: Declaration) -> Iterator[Constraint]:
    """Exactly one shape of the list."""
    return _over_lists(said, "Xone", _one)


def _over_lists(said: Declaration, component: str, test: Callable[[Sequence[Shape]], Test]) -> Iterator[Constraint]:
    for value in said.values:
        members = said.members(value)
        shapes = [said.nested(member) for member in members]
        yield said.per_value(component, test(shapes), show_list(members), _inside(shapes))


def _none(shape: Shape) -> Test:
    fits = shape.conforms
    return lambda graph, value: not fits(graph, value)


def _every(shapes: Sequence[Shape]) -> Test:
    fits = [shape.conforms for shape in shapes]

    def test(graph: Graph, value: Term) -> bool:
        for one in fits:  # noqa: SIM110 - all() makes a generator each time
            if not one(graph, value):
                return False
        return True

    return test


def _some(shapes: Sequence[Shape]) -> Test:
    fits = [shape.conforms for shape in shapes]

    def test(graph: Graph, value: Term) -> bool:
        for one in fits:  # noqa: SIM110
            if one(graph, value):
                return True
        return False

    return test


def _one(shapes: Sequence[Shape]) -> Test:
    fits = [shape.conforms for shape in shapes]
    return lambda graph, value: sum(one(graph, value) for one in fits) == 1


def _inside(shapes: Sequence[Shape]) -> Callable[[Graph, Term], tuple[Result, ...]]:
    def detail(graph: Graph, value: Term) -> tuple[Result, ...]:
        results = Results(detailed=True)
        for shape in shapes:
            shape.report(graph, value, results)
        return ordered(results)

    return detail
