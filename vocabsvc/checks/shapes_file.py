"""Shapes files: Turtle to one rdflib graph, and what is wrong with it before anything runs."""

from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, NamedNode
from pyoxigraph import Literal as OxLiteral
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from vocabsvc.errors import InvalidShapesGraph, UnreadableInput
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.namespaces import DEF, SH

_BASE = "https://w3id.org/vocabsvc/shapes/"

_CLASS_USES = tuple(URIRef(f"{SH}{name}") for name in ("targetClass", "class"))
_PROPERTY_USES = (
    *(
        URIRef(f"{SH}{name}")
        for name in ("equals", "disjoint", "lessThan", "lessThanOrEquals", "targetObjectsOf", "targetSubjectsOf")
    ),
    URIRef(f"{DEF}expectedFrom"),
    URIRef(f"{DEF}evidence"),
)


def merge_shapes(files: Sequence[tuple[str, bytes]]) -> Graph:
    """Parse the files into one graph and refuse what would be misunderstood in silence.

    Every class and property that a shape looks for must be declared (``rdfs:Class``, ``rdf:Property``), as
    ``shapes/profile.ttl`` does: a shape on a misspelt property would never fire, or always. What else may be wrong
    with shapes, the engine says. Literals are as written.

    Raises:
        InvalidShapesGraph: unreadable file, undeclared class or property.
    """
    graph = Graph(bind_namespaces="none")
    for name, data in files:
        try:
            document = parse_rdf(data, name, _BASE)
        except UnreadableInput as error:
            raise InvalidShapesGraph(str(error)) from error
        for triple in document.triples:
            graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    problems = sorted(set(_undeclared(graph)))
    if problems:
        raise InvalidShapesGraph("; ".join(problems))
    return graph


def _term(term: object) -> Node:
    match term:
        case NamedNode():
            return URIRef(term.value)
        case BlankNode():
            return BNode(term.value)
        case OxLiteral():
            datatype = None if term.language else URIRef(term.datatype.value)
            return Literal(term.value, lang=term.language, datatype=datatype, normalize=False)
    raise InvalidShapesGraph(f"not an RDF 1.1 term: {term}")


def _undeclared(graph: Graph) -> Iterator[str]:
    declared = {
        "class": set(graph.subjects(RDF.type, RDFS.Class)),
        "property": set(graph.subjects(RDF.type, RDF.Property)),
    }
    for shape, what, used in _uses(graph):
        if used not in declared[what]:
            yield f"{shape} looks for the undeclared {what} {used}"
    for used in set(graph.predicates()) - declared["property"]:
        if str(used).startswith(DEF):
            yield f"{used} is used on shapes but not declared"


def _uses(graph: Graph) -> Iterator[tuple[Node, str, Node]]:
    """Yield each shape with the classes and properties that it looks for."""
    for use in _CLASS_USES:
        for shape, used in graph.subject_objects(use):
            yield shape, "class", used
    for use in _PROPERTY_USES:
        for shape, used in graph.subject_objects(use):
            yield shape, "property", used
    for shape, path in graph.subject_objects(URIRef(f"{SH}path")):
        for used in _properties_of(graph, path):
            yield shape, "property", used


def _properties_of(graph: Graph, path: Node) -> Iterator[Node]:
    """Yield the predicates in a path; whether it is one, and has an end, is for an engine to say."""
    reached = {path, RDF.nil}
    waiting = [path]
    while waiting:
        node = waiting.pop()
        if isinstance(node, URIRef):
            yield node
        else:
            new = set(graph.objects(node)) - reached
            reached |= new
            waiting += new
