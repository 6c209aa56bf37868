"""What validation finds: https://www.w3.org/TR/shacl/#validation-report as plain data."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from vocabsvc.shacl.paths import Path
from vocabsvc.shacl.terms import Literal, Term


class Result(NamedTuple):
    """One validation result.

    ``path`` and ``value`` are ``None`` where there is none. ``source_constraint`` is the SPARQL constraint that
    made the result. ``messages`` are those of the shape, in all their languages, or one made by the engine in
    English and French. ``detail`` are the results inside a value that does not conform to a shape it must conform
    to.
    """

    focus_node: Term
    path: Path | None
    value: Term | None
    component: str
    source_shape: Term
    severity: str
    messages: tuple[Literal, ...]
    source_constraint: Term | None = None
    detail: tuple["Result", ...] = ()


def ordered(results: Iterable[Result]) -> tuple[Result, ...]:
    """Return results by shape, focus node, component, path and value."""
    return tuple(sorted(results, key=_order))


def _order(result: Result) -> tuple[object, ...]:
    return (
        str(result.source_shape),
        _key(result.focus_node),
        result.component,
        result.path if isinstance(result.path, str) else "",  # all other paths of a shape are its own
        _key(result.value),
        result.messages,
        _key(result.source_constraint),
    )


def _key(term: Term | None) -> tuple[str, ...]:
    """Return what puts IRIs and literals in one order."""
    if term is None:
        return ()
    return (term,) if isinstance(term, str) else term


@dataclass(frozen=True, slots=True)
class Report:
    """Results in their order.

    ``sparql_shapes`` counts the shapes whose SPARQL constraints went to pySHACL.
    """

    conforms: bool
    results: tuple[Result, ...]
    sparql_shapes: int = 0
