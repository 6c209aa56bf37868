"""Triples of rdflib to statements of the model."""

from collections.abc import Iterator

from rdflib import BNode, Graph
from rdflib import Literal as RdfLiteral
from rdflib.namespace import RDF, XSD
from rdflib.term import Node

from vocabsvc.model.statement import Literal, Statement


def statements_of(graph: Graph) -> Iterator[Statement]:
    """Yield the triples of a graph, with lexical forms as rdflib has them."""
    for subject, predicate, value in graph:
        yield Statement(_node(subject), str(predicate), _object(value))


def _object(value: Node) -> str | Literal:
    if not isinstance(value, RdfLiteral):
        return _node(value)
    if value.language:
        return Literal(str(value), str(RDF.langString), value.language)
    return Literal(str(value), str(value.datatype or XSD.string))


def _node(node: Node) -> str:
    return f"_:{node}" if isinstance(node, BNode) else str(node)
