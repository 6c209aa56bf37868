"""Reports of engines as multisets that can be compared: what the suite of the W3C compares."""

from collections import Counter
from collections.abc import Iterable
from typing import TypeAlias

import pyshacl
from rdflib import BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral
from rdflib.term import Node

from vocabsvc.shacl.graph import Graph as TermGraph
from vocabsvc.shacl.paths import Path, read_path
from vocabsvc.shacl.result import Result
from vocabsvc.shacl.shapes_graph import ShapesGraph
from vocabsvc.shacl.terms import LANG_STRING, SH, XSD_STRING, Literal, Term, Triple, canonical

Found: TypeAlias = tuple[Term | None, Path | None, Term | None, Term | None, Term | None, Term | None]
"""Focus node, path, value, severity, component, shape."""


def ours(shapes: Iterable[Triple], data: Iterable[Triple]) -> Counter[Found]:
    return counted(ShapesGraph(shapes).validate(data).results)


def counted(results: Iterable[Result]) -> Counter[Found]:
    return Counter(
        (_same(one.focus_node), one.path, _same(one.value), one.severity, one.component, one.source_shape)
        for one in results
    )


def _same(term: Term | None) -> Term | None:
    """Of texts that differ in the case of their language tags alone, engines show one or the other."""
    return None if term is None else canonical(term)


def pyshacls(shapes: Iterable[Triple], data: Iterable[Triple]) -> Counter[Found]:
    _, report, _ = pyshacl.validate(rdf_graph(data), shacl_graph=rdf_graph(shapes), inplace=True)
    assert isinstance(report, Graph)
    return found_in([(str(_term(s)), str(p), _term(o)) for s, p, o in report])


def found_in(triples: Iterable[Triple], report: Term | None = None) -> Counter[Found]:
    """Read the results of a report, of the only one where none is named, but not those that are details of others."""
    graph = TermGraph(triples)
    reports = graph.instances(f"{SH}ValidationReport") if report is None else (report,)
    (one,) = reports
    return Counter(_found(graph, result) for result in graph.objects(one, f"{SH}result"))


def _found(graph: TermGraph, result: Term) -> Found:
    def one(name: str) -> Term | None:
        return next(iter(graph.objects(result, f"{SH}{name}").values()), None)

    path = one("resultPath")
    return (
        _same(one("focusNode")),
        None if path is None else read_path(graph, path, result),
        _same(one("value")),
        one("resultSeverity"),
        one("sourceConstraintComponent"),
        one("sourceShape"),
    )


def rdf_graph(triples: Iterable[Triple]) -> Graph:
    graph = Graph(bind_namespaces="none")
    for subject, predicate, value in triples:
        graph.add((_node(subject), URIRef(predicate), _node(value)))
    return graph


def _node(term: Term) -> Node:
    if isinstance(term, str):
        return BNode(term[2:]) if term.startswith("_:") else URIRef(term)
    if term.lang:
        return RdfLiteral(term.lexical, lang=term.lang)
    datatype = None if term.datatype == XSD_STRING else URIRef(term.datatype)
    return RdfLiteral(term.lexical, datatype=datatype, normalize=False)


def _term(node: Node) -> Term:
    if isinstance(node, RdfLiteral):
        if node.language:
            return Literal(str(node), LANG_STRING, node.language)
        return Literal(str(node), str(node.datatype or XSD_STRING))
    return f"_:{node}" if isinstance(node, BNode) else str(node)
