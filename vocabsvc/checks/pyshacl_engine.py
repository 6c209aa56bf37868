"""pySHACL, the reference engine.

``pyshacl.validate`` reads and harvests its shapes anew at each call and writes a report graph that nobody
needs here. This keeps the harvested shapes and asks each one directly.
"""

import logging
from collections.abc import Collection, Iterable

from pyshacl.errors import ConstraintLoadError, ReportableRuntimeError, ShapeLoadError
from pyshacl.pytypes import SHACLExecutor
from pyshacl.shapes_graph import ShapesGraph as PyshaclShapesGraph
from rdflib import Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.namespace import RDF
from rdflib.term import Node

from vocabsvc.checks.engine import Finding
from vocabsvc.errors import InvalidShapesGraph
from vocabsvc.model.record import Fact
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import SH

_FOCUS_NODE = URIRef(f"{SH}focusNode")
_RESULT_PATH = URIRef(f"{SH}resultPath")
_VALUE = URIRef(f"{SH}value")
_SPARQL = URIRef(f"{SH}sparql")


class PyshaclEngine:
    """An ``Engine`` over pySHACL's own shapes graph; advanced features and inference stay off."""

    def __init__(self, graph: Graph, constraints: Collection[str]) -> None:
        # pySHACL logs what its exceptions already say; this logger is for its ears only.
        silent = logging.Logger("pyshacl", logging.CRITICAL)  # noqa: LOG001 - not registered on purpose
        shapes_graph = PyshaclShapesGraph(graph, debug=False, logger=silent)
        try:
            self._shapes = {str(shape.node): shape for shape in shapes_graph.shapes}
        except (ShapeLoadError, ConstraintLoadError) as error:
            raise InvalidShapesGraph(f"pySHACL does not accept the shapes: {error}") from error
        self._try_out(graph, constraints)
        self._sparql = {iri: _sparql_shapes(graph, URIRef(iri)) for iri in constraints}

    def sparql_shapes(self, constraints: Iterable[str]) -> int:
        """Return how many shapes have SPARQL constraints among these and those they refer to."""
        return len(frozenset[Node]().union(*(self._sparql[iri] for iri in constraints)))

    def run(self, facts: Iterable[Fact], constraints: Iterable[str]) -> list[Finding]:
        """Return the findings of these constraints, in no particular order."""
        return self._run(_data_graph(facts), constraints)

    def _run(self, data: Graph, constraints: Iterable[str]) -> list[Finding]:
        executor = SHACLExecutor()
        findings: list[Finding] = []
        for iri in constraints:
            _, reports = self._shapes[iri].validate(executor, data)
            for _, result, triples in reports:
                # Triples of another subject are details from nested shapes.
                said = {predicate: value for subject, predicate, value in triples if subject == result}
                findings.append(
                    Finding(
                        iri,
                        str(_bare(said[_FOCUS_NODE])),
                        _path(_bare(said.get(_RESULT_PATH))),
                        _plain(_bare(said.get(_VALUE))),
                    )
                )
        return findings

    def _try_out(self, graph: Graph, constraints: Iterable[str]) -> None:
        """Run every constraint on one made-up node: pySHACL finds most faults of a shape only then."""
        node = URIRef("urn:x-vocabsvc:probe")
        data = Graph(bind_namespaces="none")
        for target in graph.objects(None, URIRef(f"{SH}targetClass")):
            data.add((node, RDF.type, target))
        for used in graph.subjects(RDF.type, RDF.Property):
            data.add((node, used, RdfLiteral("probe")))
        try:
            self._run(data, constraints)
        except (ShapeLoadError, ConstraintLoadError, ReportableRuntimeError) as error:
            raise InvalidShapesGraph(f"pySHACL cannot run the shapes: {error}") from error


def _sparql_shapes(graph: Graph, shape: Node) -> frozenset[Node]:
    """Return the shapes with sh:sparql among all that a shape leads to."""
    if (None, _SPARQL, None) not in graph:
        return frozenset()
    reached = {shape}
    waiting = [shape]
    while waiting:
        new = set(graph.objects(waiting.pop())) - reached
        reached |= new
        waiting += new
    return frozenset(node for node in reached if (node, _SPARQL, None) in graph)


def _data_graph(facts: Iterable[Fact]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for fact in facts:
        graph.add((URIRef(fact.subject), URIRef(fact.predicate), _term(fact.object)))
    return graph


def _term(value: str | Literal) -> Node:
    if isinstance(value, str):
        return URIRef(value)
    if value.lang:
        return RdfLiteral(value.lexical, lang=value.lang)
    # rdflib would rewrite the lexical form ("05.10" to "5.10"), and the place of the value be lost.
    return RdfLiteral(value.lexical, datatype=URIRef(value.datatype), normalize=False)


def _bare(value: Node | tuple[Graph, Node] | None) -> Node | None:
    # pySHACL pairs the terms of a result with the graph that they come from.
    return value[1] if isinstance(value, tuple) else value


def _path(path: Node | None) -> str | None:
    return str(path) if isinstance(path, URIRef) else None


def _plain(value: Node | None) -> str | Literal | None:
    if isinstance(value, RdfLiteral):
        if value.language:
            return Literal(str(value), str(RDF.langString), value.language)
        return Literal(str(value), str(value.datatype))
    return None if value is None else str(value)
