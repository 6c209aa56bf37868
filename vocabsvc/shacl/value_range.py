"""Least and greatest values: https://www.w3.org/TR/shacl/#core-components-range.

A value that cannot be compared with the limit is outside of it: "does not return true".
"""

from collections.abc import Iterator

from vocabsvc.shacl.datatypes import compare, value_of
from vocabsvc.shacl.declaration import Declaration
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.shape import Constraint
from vocabsvc.shacl.terms import Term, show


def min_exclusive_constraints(said: Declaration) -> Iterator[Constraint]:
    """Greater than the limit."""
    yield _range(said, "MinExclusive", frozenset({1}))


def min_inclusive_constraints(said: Declaration) -> Iterator[Constraint]:
    """At least the limit."""
    yield _range(said, "MinInclusive", frozenset({0, 1}))


def max_exclusive_constraints(said: Declaration) -> Iterator[Constraint]:
    """Less than the limit."""
    yield _range(said, "MaxExclusive", frozenset({-1}))


def max_inclusive_constraints(said: Declaration) -> Iterator[Constraint]:
    """At most the limit."""
    yield _range(said, "MaxInclusive", frozenset({-1, 0}))


def _range(said: Declaration, component: str, orders: frozenset[int]) -> Constraint:
    limit = said.single()
    if isinstance(limit, str):
        raise said.fault(f"needs a literal, not {show(limit)}", limit)
    bound = value_of(limit)

    def test(_: Graph, value: Term) -> bool:
        return not isinstance(value, str) and compare(value_of(value), bound) in orders

    return said.per_value(component, test, limit)
