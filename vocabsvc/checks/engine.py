"""The seam behind which a SHACL engine works.

An engine is given facts and the IRIs of constraints, and answers with findings; nothing here knows which
engine it is, nor RDF libraries.
"""

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from vocabsvc.model.record import Fact
from vocabsvc.model.statement import Literal


class Finding(NamedTuple):
    """A constraint that a focus node does not meet, and the path and value concerned where there are some."""

    constraint: str
    focus_node: str
    path: str | None
    value: str | Literal | None


class Engine(Protocol):
    """Runs SHACL over facts. An engine is prepared once and may be shared by threads."""

    def run(self, facts: Iterable[Fact], constraints: Iterable[str]) -> list[Finding]:
        """Return the findings of these constraints, in no particular order."""

    def sparql_shapes(self, constraints: Iterable[str]) -> int:
        """Return how many shapes have SPARQL constraints, which pySHACL runs, among these and those they refer to."""
