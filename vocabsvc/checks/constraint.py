"""Constraints and profiles as they stand in a shapes graph."""

from collections.abc import Iterable, Iterator, Mapping

from rdflib import Graph, Literal, URIRef
from rdflib.collection import Collection
from rdflib.namespace import DCTERMS, RDF, RDFS
from rdflib.term import Node

from vocabsvc.errors import InvalidShapesGraph
from vocabsvc.model.constraint import Constraint, Message, Profile, Repair
from vocabsvc.model.report import Severity
from vocabsvc.namespaces import DEF, SH

_TARGETS = ("targetClass", "targetNode", "targetObjectsOf", "targetSubjectsOf")
_SEVERITIES = {
    URIRef(f"{SH}Violation"): Severity.VIOLATION,
    URIRef(f"{SH}Warning"): Severity.WARNING,
    URIRef(f"{SH}Info"): Severity.INFO,
}
_LANGUAGES = ("en", "fr")
_PROGRAMMED = URIRef(f"{DEF}RecordCheck")
_PROFILE = URIRef(f"{DEF}Profile")


def read_constraints(graph: Graph) -> Mapping[str, Constraint]:
    """Return every shape with targets and every ``v:RecordCheck``, by IRI and in the order of IRIs.

    Raises:
        InvalidShapesGraph: one lacks its IRI, code, clause, severity, profile, or a name, message or hint in English
            or French, requires what is no constraint, or says in two ways how it is repaired.
    """
    shapes = {shape for name in _TARGETS for shape in graph.subjects(URIRef(f"{SH}{name}"))}
    shapes.update(graph.subjects(RDF.type, _PROGRAMMED))
    constraints = {str(shape): _constraint(graph, shape) for shape in sorted(shapes, key=str)}
    for constraint in constraints.values():
        for required in constraint.requires - constraints.keys():
            raise InvalidShapesGraph(f"{constraint.iri} requires {required}, which is no constraint")
    return constraints


def read_profiles(graph: Graph, constraints: Iterable[Constraint]) -> Mapping[str, Profile]:
    """Return the profiles by name, those first that others stand on.

    Raises:
        InvalidShapesGraph: a constraint belongs to a profile that is not declared, a profile includes one that is
            not or has no label, comment, or includes itself by way of others.
    """
    declared = {str(node).removeprefix(DEF): _profile(graph, node) for node in graph.subjects(RDF.type, _PROFILE)}
    used = {name for constraint in constraints for name in constraint.profiles}
    for name in sorted(used | {name for found in declared.values() for name in found.includes}):
        if name not in declared:
            raise InvalidShapesGraph(f"the profile {name!r} is not declared")
    ordered: dict[str, Profile] = {}
    while len(ordered) < len(declared):
        ready = [name for name in sorted(declared.keys() - ordered) if declared[name].includes <= ordered.keys()]
        if not ready:
            raise InvalidShapesGraph(f"profiles include each other: {', '.join(sorted(declared.keys() - ordered))}")
        ordered |= {name: declared[name] for name in ready}
    return ordered


def _profile(graph: Graph, node: Node) -> Profile:
    included = frozenset(name.removeprefix(DEF) for name in _values(graph, node, "includes"))
    label, comment = (_texts(graph, node, part, str(part)) for part in (RDFS.label, RDFS.comment))
    return Profile(str(node).removeprefix(DEF), label, comment, included)


def _constraint(graph: Graph, shape: Node) -> Constraint:
    if not isinstance(shape, URIRef):
        raise InvalidShapesGraph(f"a shape with targets has no IRI (code {_values(graph, shape, 'ruleId')})")
    codes = _values(graph, shape, "ruleId")
    if len(codes) != 1:
        raise InvalidShapesGraph(f"{shape} needs exactly one v:ruleId, has {len(codes)}")
    clause = graph.value(shape, DCTERMS.source)
    if not clause:
        raise InvalidShapesGraph(f"{shape} has no dcterms:source")
    repair, insertion = _repair(graph, shape)
    return Constraint(
        iri=str(shape),
        code=codes[0],
        severities=_severities(graph, shape),
        name=_texts(graph, shape, URIRef(f"{SH}name"), "sh:name"),
        message=_texts(graph, shape, URIRef(f"{SH}message"), "sh:message"),
        hint=_texts(graph, shape, URIRef(f"{DEF}hint"), "v:hint"),
        clause=str(clause),
        reason=dict(_by_language(graph.objects(shape, RDFS.comment))),
        targets=frozenset(str(target) for target in graph.objects(shape, URIRef(f"{SH}targetClass"))),
        requires=frozenset(_values(graph, shape, "requires")),
        expected=_expected(graph, shape),
        expected_from=next(iter(_values(graph, shape, "expectedFrom")), "").removeprefix(DEF),
        repair=repair,
        insertion=insertion,
        safe=_values(graph, shape, "safe") == ["true"],
        indicator=next(iter(_values(graph, shape, "indicator")), ""),
        evidence=tuple(sorted(name.removeprefix(DEF) for name in _values(graph, shape, "evidence"))),
        programmed=(shape, RDF.type, _PROGRAMMED) in graph,
    )


def _severities(graph: Graph, shape: URIRef) -> dict[str, Severity]:
    usual = _severity(graph, shape, shape)
    severities = {name.removeprefix(DEF): usual for name in _values(graph, shape, "profile")}
    for special in graph.objects(shape, URIRef(f"{DEF}severityIn")):
        for name in _values(graph, special, "profile"):
            severities[name.removeprefix(DEF)] = _severity(graph, special, shape)
    if not severities:
        raise InvalidShapesGraph(f"{shape} belongs to no v:profile")
    return dict(sorted(severities.items()))


def _severity(graph: Graph, node: Node, shape: URIRef) -> Severity:
    severity = graph.value(node, URIRef(f"{SH}severity"))
    if not isinstance(severity, URIRef) or severity not in _SEVERITIES:
        raise InvalidShapesGraph(f"{shape} needs the severity sh:Violation, sh:Warning or sh:Info")
    return _SEVERITIES[severity]


def _repair(graph: Graph, shape: URIRef) -> tuple[Repair, str]:
    insertions = _values(graph, shape, "insertion")
    stated = _values(graph, shape, "repair")
    if len(insertions) + len(stated) > 1 or not set(stated) <= {Repair.REPLACE, Repair.REMOVE}:
        raise InvalidShapesGraph(f"{shape}: one v:insertion, or one v:repair that is replace or remove")
    if insertions:
        return Repair.INSERT, insertions[0]
    return (Repair(stated[0]) if stated else Repair.NONE), ""


def _expected(graph: Graph, shape: URIRef) -> tuple[str, ...]:
    listed = [str(value) for inside in graph.objects(shape, URIRef(f"{SH}in")) for value in Collection(graph, inside)]
    fixed = [str(value) for value in graph.objects(shape, URIRef(f"{SH}hasValue"))]
    return tuple(dict.fromkeys((*sorted(_values(graph, shape, "expected")), *listed, *sorted(fixed))))


def _values(graph: Graph, node: Node, name: str) -> list[str]:
    return [str(value) for value in graph.objects(node, URIRef(f"{DEF}{name}"))]


def _texts(graph: Graph, node: Node, predicate: URIRef, shown: str) -> Message:
    texts = dict(_by_language(graph.objects(node, predicate)))
    for language in _LANGUAGES:
        if not texts.get(language):
            raise InvalidShapesGraph(f"{node} has no {shown} in {language}")
    return {language: texts[language] for language in _LANGUAGES}


def _by_language(texts: Iterable[Node]) -> Iterator[tuple[str, str]]:
    for text in texts:
        if isinstance(text, Literal) and text.language:
            yield text.language, str(text)
