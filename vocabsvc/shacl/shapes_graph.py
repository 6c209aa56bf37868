"""A shapes graph that is ready to run."""

from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from vocabsvc.shacl.compiler import Compiler
from vocabsvc.shacl.errors import IllFormedShapes
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.lint import lint
from vocabsvc.shacl.plan import Plan
from vocabsvc.shacl.result import Report, Result, ordered
from vocabsvc.shacl.shape import Results, Shape
from vocabsvc.shacl.terms import Term, Triple

if TYPE_CHECKING:
    from vocabsvc.shacl.sparql import PyshaclConstraints


class ShapesGraph:
    """Compiled shapes. Threads may share it; a process that is sent one compiles it again."""

    def __init__(self, triples: Iterable[Triple]) -> None:
        """Check and compile.

        Raises:
            IllFormedShapes: it cannot run as it stands, and all that is wrong with it.
        """
        self._triples = tuple(triples)
        problems = list(lint(self._triples))
        if problems:
            raise IllFormedShapes(problems)
        compiler = Compiler(Graph(self._triples), self._sparql())
        self._shapes: Mapping[Term, Shape] = compiler.compile_all()
        if compiler.problems:
            raise IllFormedShapes(compiler.problems)
        self._targeted = tuple(sorted((node for node, shape in self._shapes.items() if shape.targets), key=str))
        self._plan = lru_cache(_MOST_PLANS)(self._planned)

    def __reduce__(self) -> tuple[type["ShapesGraph"], tuple[tuple[Triple, ...]]]:
        """Pickle what it was made of, since closures cannot be."""
        return ShapesGraph, (self._triples,)

    def shapes(self) -> tuple[Term, ...]:
        """Return the nodes of the shapes that have targets, in order."""
        return self._targeted

    def sparql_shapes(self, shapes: Iterable[Term] | None = None) -> int:
        """Return how many shapes have SPARQL constraints for pySHACL, among these and those that they refer to.

        Raises:
            KeyError: one of ``shapes`` is none.
        """
        return self._plan(self._targeted if shapes is None else tuple(shapes)).sparql_shapes

    def validate(
        self, data: Graph | Iterable[Triple], shapes: Iterable[Term] | None = None, *, detailed: bool = True
    ) -> Report:
        """Return the report on a data graph; the same triples in any order give the same report.

        Only which of two texts that differ in the case of their language tags stands for both may depend on it.

        ``shapes`` are the only ones whose targets are looked at, ``None`` for all. ``detailed`` results have those
        inside nested shapes with them.

        Raises:
            KeyError: one of ``shapes`` is none.
            SparqlFault: pySHACL failed at a constraint in SPARQL.
        """
        graph = data if isinstance(data, Graph) else Graph(data)
        plan = self._plan(self._targeted if shapes is None else tuple(shapes))
        results = Results(detailed=detailed)
        for focus_nodes, asked in plan.met(graph):
            for shape in asked:
                report = shape.report
                for focus in focus_nodes:
                    report(graph, focus, results)
        return Report(not results, ordered(results), plan.sparql_shapes)

    def results(self, data: Graph | Iterable[Triple], shapes: Iterable[Term]) -> list[tuple[Term, Result]]:
        """Return the results of each of ``shapes`` with it, without detail and in no particular order.

        Raises:
            KeyError: one of ``shapes`` is none.
            SparqlFault: pySHACL failed at a constraint in SPARQL.
        """
        graph = data if isinstance(data, Graph) else Graph(data)
        found: list[tuple[Term, Result]] = []
        results = Results(detailed=False)
        for focus_nodes, asked in self._plan(tuple(shapes)).met(graph):
            for shape in asked:
                report = shape.report
                for focus in focus_nodes:
                    report(graph, focus, results)
                if results:
                    found += [(shape.head.node, result) for result in results]
                    results.clear()
        return found

    def _planned(self, nodes: tuple[Term, ...]) -> Plan:
        return Plan([self._shapes[node] for node in nodes])

    def _sparql(self) -> Callable[[], "PyshaclConstraints"]:
        made: list[PyshaclConstraints] = []

        def constraints() -> "PyshaclConstraints":
            if not made:
                # pySHACL and rdflib take longer to import than most shapes graphs to compile.
                from vocabsvc.shacl.sparql import PyshaclConstraints  # noqa: PLC0415

                made.append(PyshaclConstraints(self._triples))
            return made[0]

        return constraints


_MOST_PLANS: Final = 64
