"""sh:node, sh:property, sh:qualifiedValueShape: https://www.w3.org/TR/shacl/#core-components-shape."""

from collections.abc import Callable, Iterator

from vocabsvc.shacl.declaration import Declaration, Test
from vocabsvc.shacl.graph import Graph, Values
from vocabsvc.shacl.result import Result, ordered
from vocabsvc.shacl.shape import Constraint, Results, Shape
from vocabsvc.shacl.terms import SH, Term, show


def node_constraints(said: Declaration) -> Iterator[Constraint]:
    """The value conforms to the node shape."""
    for value in said.values:
        shape = said.nested(value)
        if shape.head.path is not None:
            raise said.fault(f"needs a node shape, and {show(value)} has sh:path", value)
        yield said.per_value("Node", shape.conforms, value, _inside(shape))


def property_constraints(said: Declaration) -> Iterator[Constraint]:
    """The value meets the property shape, whose results count as they are."""
    for value in said.values:
        shape = said.nested(value)
        if shape.head.path is None:
            raise said.fault(f"needs a property shape, and {show(value)} has no sh:path", value)
        yield _property(shape)


def qualified_constraints(said: Declaration) -> Iterator[Constraint]:
    """So many values conform to the shape, and, if disjoint, to no sibling shape."""
    wanted = said.single()
    counts = said.other("qualifiedMinCount"), said.other("qualifiedMaxCount")
    if counts == (None, None) and said.head.path is not None:
        raise said.fault("needs sh:qualifiedMinCount or sh:qualifiedMaxCount")
    disjoint = said.other("qualifiedValueShapesDisjoint")
    siblings = _siblings(said, wanted) if disjoint and disjoint.truth() else ()
    qualifies = _qualifies(said.nested(wanted), [said.nested(sibling) for sibling in siblings])
    if (fewest := counts[0]) is not None:
        yield _counted(fewest, "QualifiedMinCount", qualifies, _below(fewest.count()))
    if (most := counts[1]) is not None:
        yield _counted(most, "QualifiedMaxCount", qualifies, _above(most.count()))


def qualified_count_constraints(said: Declaration) -> Iterator[Constraint]:
    """Nothing of its own: ``qualified_constraints`` reads it. A node shape may have it to no effect."""
    if said.other("qualifiedValueShape") is None and said.head.path is not None:
        raise said.fault("needs sh:qualifiedValueShape")
    return iter(())


def _inside(shape: Shape) -> Callable[[Graph, Term], tuple[Result, ...]]:
    def detail(graph: Graph, value: Term) -> tuple[Result, ...]:
        results = Results(detailed=True)
        shape.report(graph, value, results)
        return ordered(results)

    return detail


def _property(shape: Shape) -> Constraint:
    fits, tell = shape.conforms, shape.report

    def conforms(graph: Graph, _: Term, values: Values) -> bool:
        for value in values:  # noqa: SIM110 - all() makes a generator each time
            if not fits(graph, value):
                return False
        return True

    def report(graph: Graph, _: Term, values: Values, results: Results) -> None:
        for value in values:
            tell(graph, value, results)

    return Constraint(conforms, report, per_value=True)


def _siblings(said: Declaration, wanted: Term) -> list[Term]:
    """Return the other qualified shapes of the property shapes beside this one, under any parent."""
    found: set[Term] = set()
    for parent in said.graph.subjects(said.head.node, f"{SH}property"):
        for beside in said.graph.objects(parent, f"{SH}property"):
            found |= said.graph.objects(beside, f"{SH}qualifiedValueShape").keys()
    return sorted(found - {wanted}, key=str)


def _qualifies(shape: Shape, siblings: list[Shape]) -> Test:
    fits = shape.conforms
    if not siblings:
        return fits
    others = [sibling.conforms for sibling in siblings]
    return lambda graph, value: fits(graph, value) and not any(other(graph, value) for other in others)


def _counted(said: Declaration, component: str, qualifies: Test, is_wrong: Callable[[int], bool]) -> Constraint:
    def find(graph: Graph, _: Term, values: Values) -> tuple[None, ...]:
        count = 0
        for value in values:
            if qualifies(graph, value):
                count += 1
        return (None,) if is_wrong(count) else ()

    return said.per_focus(component, find, said.values[0])


def _below(least: int) -> Callable[[int], bool]:
    return lambda count: count < least


def _above(most: int) -> Callable[[int], bool]:
    return lambda count: count > most
