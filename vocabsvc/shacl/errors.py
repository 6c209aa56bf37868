"""What is wrong with a shapes graph."""

from collections.abc import Iterable
from typing import NamedTuple

from vocabsvc.shacl.terms import Term, show


class Problem(NamedTuple):
    """One fault. ``node`` is where it stands; ``term`` the name or literal that is at fault, where there is one."""

    node: Term
    reason: str
    term: Term | None = None

    def __str__(self) -> str:
        """Return ``node: reason``."""
        return f"{show(self.node)}: {self.reason}"


class IllFormedShapes(ValueError):
    """A shapes graph that cannot be run as it stands; each problem names its node."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems), key=str))
        super().__init__("; ".join(str(problem) for problem in self.problems))


class SparqlFault(RuntimeError):
    """The engine for SPARQL constraints failed on the data that it was given."""
