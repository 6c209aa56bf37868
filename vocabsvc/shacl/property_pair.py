"""Values of two properties: https://www.w3.org/TR/shacl/#core-components-property-pairs."""

from collections.abc import Iterator

from vocabsvc.shacl.datatypes import compare, value_of
from vocabsvc.shacl.declaration import Declaration, Find
from vocabsvc.shacl.graph import Graph, Values
from vocabsvc.shacl.shape import Constraint
from vocabsvc.shacl.terms import Term, canonical


def equals_constraints(said: Declaration) -> Iterator[Constraint]:
    """The same set of terms; one result for each that only one has."""
    for other in said.iris():
        yield said.per_focus("Equals", _different(other), other)


def disjoint_constraints(said: Declaration) -> Iterator[Constraint]:
    """No term in both; one result for each that is."""
    for other in said.iris():
        yield said.per_focus("Disjoint", _shared(other), other)


def less_than_constraints(said: Declaration) -> Iterator[Constraint]:
    """Each value less than each other one; one result for each pair where that is not so."""
    for other in said.iris():
        yield said.per_focus("LessThan", _pairs(other, frozenset({-1})), other)


def less_than_or_equals_constraints(said: Declaration) -> Iterator[Constraint]:
    """Each value at most each other one; one result for each pair where that is not so."""
    for other in said.iris():
        yield said.per_focus("LessThanOrEquals", _pairs(other, frozenset({-1, 0})), other)


def _different(predicate: str) -> Find:
    def find(graph: Graph, focus: Term, values: Values) -> Iterator[Term]:
        ones, others = {canonical(value): value for value in values}, graph.objects(focus, predicate)
        yield from (value for key, value in ones.items() if key not in others)
        yield from (value for key, value in others.items() if key not in ones)

    return find


def _shared(predicate: str) -> Find:
    def find(graph: Graph, focus: Term, values: Values) -> Iterator[Term]:
        others = graph.objects(focus, predicate)
        yield from (value for value in values if canonical(value) in others)

    return find


def _pairs(predicate: str, orders: frozenset[int]) -> Find:
    def find(graph: Graph, focus: Term, values: Values) -> Iterator[Term]:
        if not values:
            return
        others = [
            None if isinstance(other, str) else value_of(other) for other in graph.objects(focus, predicate).values()
        ]
        for value in values:
            left = None if isinstance(value, str) else value_of(value)
            for right in others:
                if compare(left, right) not in orders:
                    yield value

    return find
