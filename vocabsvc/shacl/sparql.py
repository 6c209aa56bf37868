"""Constraints in SPARQL, through pySHACL: the only module of this room that knows an RDF library.

pySHACL sees a shapes graph in which shapes say nothing but SPARQL, one shape at a time, and only when the engine
has come to a focus node of it.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from threading import Lock
from typing import Any, Final

from pyshacl.pytypes import SHACLExecutor
from pyshacl.shapes_graph import ShapesGraph as PyshaclShapes
from rdflib import BNode, URIRef
from rdflib import Graph as RdfGraph
from rdflib import Literal as RdfLiteral
from rdflib.namespace import OWL
from rdflib.term import Node

from vocabsvc.shacl.components import COMPONENTS
from vocabsvc.shacl.errors import IllFormedShapes, Problem, SparqlFault
from vocabsvc.shacl.graph import Graph, Values
from vocabsvc.shacl.prebinding import refused
from vocabsvc.shacl.result import Result
from vocabsvc.shacl.shape import Constraint, Head, Results
from vocabsvc.shacl.sparql_use import SparqlUse
from vocabsvc.shacl.targets import TARGET_PREDICATES
from vocabsvc.shacl.terms import LANG_STRING, RDF_TYPE, SH, XSD_STRING, Literal, Term, Triple, is_blank

_LEFT_OUT: Final = frozenset({*COMPONENTS, *TARGET_PREDICATES, f"{SH}deactivated"})
_MESSAGE: Final = URIRef(f"{SH}message")
_PROBE: Final = "urn:x-shacl:probe"


class PyshaclConstraints:
    """The SPARQL constraints of a shapes graph. Threads take turns, since the parser of queries has state."""

    def __init__(self, triples: Sequence[Triple]) -> None:
        self._graph = _rdf_graph(triple for triple in triples if triple[1] not in _LEFT_OUT)
        for shape in SparqlUse(Graph(triples)).shapes():  # what is left of a shape would not be known for one
            kind = "PropertyShape" if (_node(shape), URIRef(f"{SH}path"), None) in self._graph else "NodeShape"
            self._graph.add((_node(shape), URIRef(RDF_TYPE), URIRef(f"{SH}{kind}")))
        self._lock = Lock()
        self._import_prefixes()
        # pySHACL logs what its exceptions already say; this logger is for its ears only.
        silent = logging.Logger("pyshacl", logging.CRITICAL)  # noqa: LOG001 - not registered on purpose
        shapes = PyshaclShapes(self._graph, debug=False, logger=silent)
        self._shapes = {_term(shape.node): shape for shape in shapes.shapes}

    def constraint(self, head: Head) -> Constraint:
        """Return one constraint that stands for all that a shape says in SPARQL.

        Raises:
            IllFormedShapes: a query that cannot run.
        """
        node = _node(head.node)
        for query in self._queries(node):
            reason = refused(query)
            if reason:
                raise IllFormedShapes([Problem(head.node, f"its SPARQL query {reason}")])
        try:
            shape = self._shapes[head.node]
            shape.validate(SHACLExecutor(), RdfGraph(bind_namespaces="none"), focus=URIRef(_PROBE))
        except Exception as error:
            raise IllFormedShapes([Problem(head.node, f"pySHACL cannot run its SPARQL constraint: {error}")]) from error

        def results(graph: Graph, focus: Term) -> Sequence[Result]:
            try:
                with self._lock:
                    _, reports = shape.validate(SHACLExecutor(), _data(graph), focus=_node(focus))
            except Exception as error:
                raise SparqlFault(f"pySHACL failed at {head.node}: {error}") from error
            return [_result(self._graph, head, result, triples) for _, result, triples in reports]

        def conforms(graph: Graph, focus: Term, _: Values) -> bool:
            return not results(graph, focus)

        def report(graph: Graph, focus: Term, _: Values, found: Results) -> None:
            found.extend(results(graph, focus))

        return Constraint(conforms, report)

    def _import_prefixes(self) -> None:
        """Give each value of sh:prefixes what it imports (https://www.w3.org/TR/shacl/#sparql-prefixes)."""
        for ontology in set(self._graph.objects(None, URIRef(f"{SH}prefixes"))):
            for imported in set(self._graph.transitive_objects(ontology, OWL.imports)):
                for declared in list(self._graph.objects(imported, URIRef(f"{SH}declare"))):
                    self._graph.add((ontology, URIRef(f"{SH}declare"), declared))

    def _queries(self, shape: Node) -> Iterator[str]:
        for constraint in self._graph.objects(shape, URIRef(f"{SH}sparql")):
            for select in self._graph.objects(constraint, URIRef(f"{SH}select")):
                yield str(select)


def _data(graph: Graph) -> RdfGraph:
    made = graph.derived.get("rdflib")
    if not isinstance(made, RdfGraph):
        made = graph.derived["rdflib"] = _rdf_graph(graph.triples())
    return made


def _rdf_graph(triples: Iterable[Triple]) -> RdfGraph:
    graph = RdfGraph(bind_namespaces="none")
    for subject, predicate, value in triples:
        graph.add((_node(subject), URIRef(predicate), _node(value)))
    return graph


def _node(term: Term) -> Node:
    if isinstance(term, str):
        return BNode(term.removeprefix("_:")) if is_blank(term) else URIRef(term)
    if term.lang:
        return RdfLiteral(term.lexical, lang=term.lang)
    # To rdflib, text with the datatype xsd:string is another term; and it would rewrite lexical forms.
    datatype = None if term.datatype == XSD_STRING else URIRef(term.datatype)
    return RdfLiteral(term.lexical, datatype=datatype, normalize=False)


def _term(node: Node) -> Term:
    if isinstance(node, RdfLiteral):
        if node.language:
            return Literal(str(node), LANG_STRING, node.language)
        return Literal(str(node), str(node.datatype or XSD_STRING))
    return f"_:{node}" if isinstance(node, BNode) else str(node)


def _messages(shapes: RdfGraph, said: Mapping[str, Sequence[Node]], usual: Sequence[Literal]) -> tuple[Literal, ...]:
    """Return the messages of the constraint, else those of the shape; none where pySHACL is to fill in variables."""
    own = [_term(text) for node in said.get("sourceConstraint", ()) for text in shapes.objects(node, _MESSAGE)]
    texts = sorted(text for text in own if not isinstance(text, str)) or usual
    return () if any("{" in text.lexical for text in texts) else tuple(texts)


def _result(shapes: RdfGraph, head: Head, result: Node, triples: Iterable[tuple[Node, Node, Any]]) -> Result:
    said: dict[str, list[Node]] = {}
    for subject, predicate, value in triples:
        if subject == result:
            # pySHACL pairs the terms of a result with the graph that they come from.
            said.setdefault(str(predicate).removeprefix(SH), []).append(value[1] if isinstance(value, tuple) else value)

    def one(name: str) -> Term | None:
        return _term(said[name][0]) if name in said else None

    path = said.get("resultPath", [None])[0]
    texts = {text for text in map(_term, said.get("resultMessage", ())) if not isinstance(text, str)}
    usual = {text.lexical for text in head.messages}  # pySHACL drops the tags of languages
    told = tuple(sorted({text for text in texts if text.lexical not in usual} or texts))
    return Result(
        one("focusNode") or head.node,
        str(path) if isinstance(path, URIRef) else head.path,
        one("value"),
        str(one("sourceConstraintComponent")),
        head.node,
        head.severity,
        _messages(shapes, said, head.messages) or told,
        one("sourceConstraint"),
    )
