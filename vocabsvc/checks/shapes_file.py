"""Shapes files: Turtle to one rdflib graph, and what is wrong with it before anything runs."""

import re
from collections.abc import Iterator, Sequence

from pyoxigraph import BlankNode, NamedNode
from pyoxigraph import Literal as OxLiteral
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import RDF, RDFS
from rdflib.term import Node

from vocabsvc.errors import InvalidShapesGraph, UnreadableInput
from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.namespaces import DEF, SH

_BASE = "https://w3id.org/vocabsvc/shapes/"

# The terms of https://www.w3.org/TR/shacl/ parts 2 to 4: SHACL Core
_TERMS = """
    NodeShape PropertyShape Violation Warning Info
    IRI BlankNode Literal BlankNodeOrIRI BlankNodeOrLiteral IRIOrLiteral
    targetClass targetNode targetObjectsOf targetSubjectsOf
    severity message deactivated name description order group defaultValue PropertyGroup
    path inversePath alternativePath zeroOrMorePath oneOrMorePath zeroOrOnePath
    class datatype nodeKind minCount maxCount minExclusive minInclusive maxExclusive maxInclusive
    minLength maxLength pattern flags languageIn uniqueLang equals disjoint lessThan lessThanOrEquals
    not and or xone node property qualifiedValueShape qualifiedValueShapesDisjoint
    qualifiedMinCount qualifiedMaxCount closed ignoredProperties hasValue in
"""
_KNOWN = frozenset(f"{SH}{name}" for name in _TERMS.split())
_CLASS_USES = tuple(URIRef(f"{SH}{name}") for name in ("targetClass", "class"))
_PROPERTY_USES = (
    *(
        URIRef(f"{SH}{name}")
        for name in ("equals", "disjoint", "lessThan", "lessThanOrEquals", "targetObjectsOf", "targetSubjectsOf")
    ),
    URIRef(f"{DEF}expectedFrom"),
    URIRef(f"{DEF}evidence"),
)
_SHAPE_USES = tuple(URIRef(f"{SH}{name}") for name in ("node", "property", "not", "qualifiedValueShape"))


def merge_shapes(files: Sequence[tuple[str, bytes]]) -> Graph:
    """Parse the files into one graph and refuse what would be misunderstood in silence.

    Every class and property that a shape looks for must be declared (``rdfs:Class``, ``rdf:Property``), as
    ``shapes/profile.ttl`` does: a shape on a misspelt property would never fire, or always.

    Raises:
        InvalidShapesGraph: unreadable file, unknown ``sh:`` term, undeclared class or property, absent
            shape, bad regular expression.
    """
    graph = Graph(bind_namespaces="none")
    for name, data in files:
        try:
            document = parse_rdf(data, name, _BASE)
        except UnreadableInput as error:
            raise InvalidShapesGraph(str(error)) from error
        for triple in document.triples:
            graph.add((_term(triple.subject), _term(triple.predicate), _term(triple.object)))
    problems = sorted({*_unknown_terms(graph), *_undeclared(graph), *_dangling(graph), *_bad_patterns(graph)})
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
            return Literal(term.value, lang=term.language, datatype=datatype)
    raise InvalidShapesGraph(f"not an RDF 1.1 term: {term}")


def _unknown_terms(graph: Graph) -> Iterator[str]:
    for triple in graph:
        for term in triple:
            if isinstance(term, URIRef) and term.startswith(SH) and str(term) not in _KNOWN:
                yield f"sh:{term.removeprefix(SH)} is not a SHACL Core term"


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
    if isinstance(path, URIRef):
        yield path
        return
    if (path, RDF.first, None) in graph:
        for step in Collection(graph, path):
            yield from _properties_of(graph, step)
        return
    for _, inner in graph.predicate_objects(path):
        yield from _properties_of(graph, inner)


def _dangling(graph: Graph) -> Iterator[str]:
    for use in _SHAPE_USES:
        for shape, used in graph.subject_objects(use):
            if (used, None, None) not in graph:
                yield f"{shape} refers to the absent shape {used}"


def _bad_patterns(graph: Graph) -> Iterator[str]:
    for shape, pattern in graph.subject_objects(URIRef(f"{SH}pattern")):
        try:
            re.compile(str(pattern))
        except re.error as error:
            yield f"{shape} has a bad regular expression: {error}"
