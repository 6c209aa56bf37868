"""A shape that is ready to run, and the constraints it is made of."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias

from vocabsvc.shacl.graph import Graph, Values
from vocabsvc.shacl.paths import Path
from vocabsvc.shacl.result import Result
from vocabsvc.shacl.targets import Targets
from vocabsvc.shacl.terms import Literal, Term


class Results(list[Result]):
    """Results as they are found; ``detailed`` tells whether those inside nested shapes are wanted, too."""

    __slots__ = ("detailed",)

    def __init__(self, *, detailed: bool) -> None:
        super().__init__()
        self.detailed = detailed


Conforms: TypeAlias = Callable[[Graph, Term, Values], bool]
Tell: TypeAlias = Callable[[Graph, Term, Values, Results], None]


class Constraint(NamedTuple):
    """One constraint of a shape, for a focus node and its value nodes.

    ``conforms`` only tells whether there is a result, ``report`` adds each one. One that is ``per_value`` has no result
    where there are no value nodes.
    """

    conforms: Conforms
    report: Tell
    per_value: bool = False


@dataclass(frozen=True, slots=True)
class Head:
    """What all results of a shape share. ``path`` is ``None`` for a node shape."""

    node: Term
    path: Path | None
    severity: str
    messages: tuple[Literal, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """A shape.

    ``height`` is how many shapes stand inside each other, itself counted; ``size`` how many there are in all, one that
    stands in two places twice. ``sparql`` are those with constraints in SPARQL.
    """

    head: Head
    targets: Targets
    conforms: Callable[[Graph, Term], bool]
    report: Callable[[Graph, Term, Results], None]
    height: int
    size: int
    sparql: frozenset[Term] = field(default=frozenset())
