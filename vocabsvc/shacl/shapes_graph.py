"""A shapes graph that is ready to run."""

from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING

from vocabsvc.shacl.compiler import Compiler
from vocabsvc.shacl.errors import IllFormedShapes
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.lint import lint
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
        self._targeted = tuple(shape for shape in self._shapes.values() if shape.targets)

    def __reduce__(self) -> tuple[type["ShapesGraph"], tuple[tuple[Triple, ...]]]:
        """Pickle what it was made of, since closures cannot be."""
        return ShapesGraph, (self._triples,)

    def shapes(self) -> tuple[Term, ...]:
        """Return the nodes of the shapes that have targets, in order."""
        return tuple(sorted((shape.head.node for shape in self._targeted), key=str))

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
        chosen = self._targeted if shapes is None else [self._shapes[node] for node in shapes]
        results = self._run(graph, chosen, Results(detailed=detailed))
        sparql = frozenset[Term]().union(*(shape.sparql for shape in chosen))
        return Report(not results, ordered(results), len(sparql))

    def results(self, data: Graph | Iterable[Triple], shapes: Iterable[Term]) -> list[tuple[Term, Result]]:
        """Return the results of each of ``shapes`` with it, without detail and in no particular order.

        Raises:
            KeyError: one of ``shapes`` is none.
            SparqlFault: pySHACL failed at a constraint in SPARQL.
        """
        graph = data if isinstance(data, Graph) else Graph(data)
        found: list[tuple[Term, Result]] = []
        results = Results(detailed=False)
        for node in shapes:
            shape = self._shapes[node]
            focus_nodes = shape.focus_nodes(graph)
            if not focus_nodes:
                continue
            report = shape.report
            for focus in focus_nodes:
                report(graph, focus, results)
            if results:
                found += [(node, result) for result in results]
                results.clear()
        return found

    def _run(self, graph: Graph, shapes: Iterable[Shape], results: Results) -> Results:
        for shape in shapes:
            report = shape.report
            for focus in shape.focus_nodes(graph):
                report(graph, focus, results)
        return results

    def _sparql(self) -> Callable[[], "PyshaclConstraints"]:
        made: list[PyshaclConstraints] = []

        def constraints() -> "PyshaclConstraints":
            if not made:
                # pySHACL and rdflib take longer to import than most shapes graphs to compile.
                from vocabsvc.shacl.sparql import PyshaclConstraints  # noqa: PLC0415

                made.append(PyshaclConstraints(self._triples))
            return made[0]

        return constraints
