"""The seam behind which a SHACL engine works.

An engine is given facts and the IRIs of constraints, and answers with findings; nothing here knows which
engine it is, nor RDF libraries.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from vocabsvc.model.record import Fact
from vocabsvc.model.report import Severity
from vocabsvc.model.statement import Literal


@dataclass(frozen=True, slots=True)
class Constraint:
    """One shape with targets. ``code`` is its id in the catalogue of checks; several may share one.

    ``requires`` are constraints whose failure on a focus node makes this one's result there worthless.
    """

    iri: str
    code: str
    severity: Severity
    message: Mapping[str, str]
    profiles: frozenset[str]
    requires: frozenset[str]


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
