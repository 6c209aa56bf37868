"""The engine of our own, ``vocabsvc.shacl``, behind the seam."""

from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import cast

from vocabsvc.checks.engine import Finding
from vocabsvc.checks.turtle_lines import describe
from vocabsvc.errors import InvalidShapesGraph
from vocabsvc.model.record import Fact
from vocabsvc.model.statement import Statement
from vocabsvc.shacl.errors import IllFormedShapes, SparqlFault
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import Triple

_TRIPLE = itemgetter(0, 1, 2)


class ClosureEngine:
    """An ``Engine`` over compiled shapes. Threads may share it; a process that is sent one compiles it again."""

    def __init__(self, statements: Iterable[Statement], files: Sequence[tuple[str, bytes]] = ()) -> None:
        """Compile the shapes; ``files`` (name, content) are where they were written, for error messages.

        Raises:
            InvalidShapesGraph: they cannot run as they stand; each fault is told with its file, line and node.
        """
        try:
            # The literals of the model have the attributes of the engine's, and go in as they are.
            self._shapes = ShapesGraph(cast("Iterable[Triple]", statements))
        except IllFormedShapes as error:
            raise InvalidShapesGraph(describe(error, files)) from error

    def sparql_shapes(self, constraints: Iterable[str]) -> int:
        """Return how many shapes have SPARQL constraints, which pySHACL runs, among these and those they refer to."""
        return self._shapes.sparql_shapes(constraints)

    def run(self, facts: Iterable[Fact], constraints: Iterable[str]) -> list[Finding]:
        """Return the findings of these constraints, in no particular order."""
        graph = Graph(cast("Iterable[Triple]", map(_TRIPLE, facts)))
        try:
            found = self._shapes.results(graph, constraints)
        except SparqlFault as error:
            raise InvalidShapesGraph(str(error)) from error
        return [
            Finding(
                str(constraint),
                str(result.focus_node),
                path if isinstance(path := result.path, str) else None,
                result.value,  # type: ignore[arg-type]  # literals are as they went in
            )
            for constraint, result in found
        ]
