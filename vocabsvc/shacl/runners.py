"""What runs the constraints of a shape on a focus node: most of the time of a validation is spent here."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from vocabsvc.shacl.graph import NOTHING, NOTHING_HELD, Graph
from vocabsvc.shacl.paths import Path
from vocabsvc.shacl.shape import Conforms, Constraint, Results, Tell
from vocabsvc.shacl.terms import Term
from vocabsvc.shacl.walks import walk


class Runners(NamedTuple):
    """``conforms`` stops at the first fault, ``report`` adds all of them."""

    conforms: Callable[[Graph, Term], bool]
    report: Callable[[Graph, Term, Results], None]


def runners(constraints: Sequence[Constraint], path: Path | None) -> Runners:
    """Return what runs all constraints on a focus node and on what the path leads to from there.

    Where it leads nowhere, only those that may object to that are called.
    """
    checks = tuple(constraint.conforms for constraint in constraints)
    reports = tuple(constraint.report for constraint in constraints)
    if path is None:
        return _on_node(checks, reports)
    empty_checks = tuple(constraint.conforms for constraint in constraints if not constraint.per_value)
    empty_reports = tuple(constraint.report for constraint in constraints if not constraint.per_value)
    if isinstance(path, str):
        return _on_objects(path, checks, reports, empty_checks, empty_reports)
    return _on_path(path, checks, reports, empty_checks, empty_reports)


def _on_node(checks: Sequence[Conforms], reports: Sequence[Tell]) -> Runners:
    def conforms(graph: Graph, focus: Term) -> bool:
        values = (focus,)
        for check in checks:  # noqa: SIM110 - all() makes a generator each time
            if not check(graph, focus, values):
                return False
        return True

    def report(graph: Graph, focus: Term, results: Results) -> None:
        values = (focus,)
        for tell in reports:
            tell(graph, focus, values, results)

    return Runners(conforms, report)


def _on_objects(
    predicate: str,
    checks: Sequence[Conforms],
    reports: Sequence[Tell],
    empty_checks: Sequence[Conforms],
    empty_reports: Sequence[Tell],
) -> Runners:
    """Follow a predicate, the path of most shapes, without a call."""

    def conforms(graph: Graph, focus: Term) -> bool:
        held = graph.forward.get(focus, NOTHING_HELD).get(predicate)
        values = NOTHING if held is None else held.values() if isinstance(held, dict) else (held,)
        for check in checks if values else empty_checks:  # noqa: SIM110
            if not check(graph, focus, values):
                return False
        return True

    def report(graph: Graph, focus: Term, results: Results) -> None:
        held = graph.forward.get(focus, NOTHING_HELD).get(predicate)
        values = NOTHING if held is None else held.values() if isinstance(held, dict) else (held,)
        for tell in reports if values else empty_reports:
            tell(graph, focus, values, results)

    return Runners(conforms, report)


def _on_path(
    path: Path,
    checks: Sequence[Conforms],
    reports: Sequence[Tell],
    empty_checks: Sequence[Conforms],
    empty_reports: Sequence[Tell],
) -> Runners:
    follow = walk(path)

    def conforms(graph: Graph, focus: Term) -> bool:
        values = follow(graph, (focus,))
        for check in checks if values else empty_checks:  # noqa: SIM110
            if not check(graph, focus, values):
                return False
        return True

    def report(graph: Graph, focus: Term, results: Results) -> None:
        values = follow(graph, (focus,))
        for tell in reports if values else empty_reports:
            tell(graph, focus, values, results)

    return Runners(conforms, report)
