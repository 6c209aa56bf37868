"""What validation finds: https://www.w3.org/TR/shacl/#validation-report as plain data."""

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


@dataclass(frozen=True, slots=True)
class Report:
    """Results, ordered by shape, focus node, component, path and value.

    ``sparql_shapes`` counts the shapes whose SPARQL constraints went to pySHACL.
    """

    conforms: bool
    results: tuple[Result, ...]
    sparql_shapes: int = 0
