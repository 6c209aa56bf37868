"""Constraints as they stand in a shapes graph."""

from collections.abc import Mapping

from rdflib import Graph, Literal, URIRef
from rdflib.term import Node

from vocabsvc.checks.engine import Constraint
from vocabsvc.errors import InvalidShapesGraph
from vocabsvc.model.report import Severity
from vocabsvc.namespaces import DEF, SH

_TARGETS = ("targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf")
_SEVERITIES = {
    f"{SH}Violation": Severity.VIOLATION,
    f"{SH}Warning": Severity.WARNING,
    f"{SH}Info": Severity.INFO,
}
_LANGUAGES = ("en", "fr")


def read_constraints(graph: Graph) -> Mapping[str, Constraint]:
    """Return every shape with targets, by IRI and in the order of IRIs.

    Raises:
        InvalidShapesGraph: one lacks its IRI, code, severity, profile or a message in English or French, or
            requires what is no constraint.
    """
    shapes = {shape for name in _TARGETS for shape in graph.subjects(URIRef(f"{SH}{name}"))}
    constraints = {str(shape): _constraint(graph, shape) for shape in sorted(shapes, key=str)}
    for constraint in constraints.values():
        for required in constraint.requires - constraints.keys():
            raise InvalidShapesGraph(f"{constraint.iri} requires {required}, which is no constraint")
    return constraints


def _constraint(graph: Graph, shape: Node) -> Constraint:
    if not isinstance(shape, URIRef):
        raise InvalidShapesGraph(f"a shape with targets has no IRI (code {_values(graph, shape, 'ruleId')})")
    codes = _values(graph, shape, "ruleId")
    if len(codes) != 1:
        raise InvalidShapesGraph(f"{shape} needs exactly one v:ruleId, has {len(codes)}")
    profiles = frozenset(iri.removeprefix(DEF) for iri in _values(graph, shape, "profile"))
    if not profiles:
        raise InvalidShapesGraph(f"{shape} belongs to no v:profile")
    severity = graph.value(shape, URIRef(f"{SH}severity"))
    if str(severity) not in _SEVERITIES:
        raise InvalidShapesGraph(f"{shape} needs the severity sh:Violation, sh:Warning or sh:Info")
    return Constraint(
        str(shape),
        codes[0],
        _SEVERITIES[str(severity)],
        _message(graph, shape),
        profiles,
        frozenset(_values(graph, shape, "requires")),
    )


def _values(graph: Graph, shape: Node, name: str) -> list[str]:
    return [str(value) for value in graph.objects(shape, URIRef(f"{DEF}{name}"))]


def _message(graph: Graph, shape: Node) -> Mapping[str, str]:
    texts = graph.objects(shape, URIRef(f"{SH}message"))
    message = {text.language: str(text) for text in texts if isinstance(text, Literal) and text.language}
    for language in _LANGUAGES:
        if not message.get(language):
            raise InvalidShapesGraph(f"{shape} has no sh:message in {language}")
    return {language: message[language] for language in _LANGUAGES}
