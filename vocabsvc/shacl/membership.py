"""sh:closed, sh:hasValue, sh:in: https://www.w3.org/TR/shacl/#core-components-others."""

from collections.abc import Iterator

from vocabsvc.shacl.declaration import Declaration, Find
from vocabsvc.shacl.graph import Graph, Values
from vocabsvc.shacl.messages import messages_of
from vocabsvc.shacl.result import Result
from vocabsvc.shacl.shape import Constraint, Results
from vocabsvc.shacl.terms import SH, Term, canonical, is_iri, show, show_list


def closed_constraints(said: Declaration) -> Iterator[Constraint]:
    """No property but those of the property shapes and the ignored ones; the result has it as its path."""
    closed = said.truth()
    ignored = said.other("ignoredProperties")
    members = ignored.members(ignored.single()) if ignored else ()
    for member in members:
        if not is_iri(member):
            raise said.fault(f"has the ignored property {show(member)}, which is no IRI", member)
    if closed:
        declared = (
            path
            for shape in said.graph.objects(said.head.node, f"{SH}property")
            for path in said.graph.objects(shape, f"{SH}path").values()
        )
        yield _closed(said, frozenset(str(path) for path in (*declared, *members) if is_iri(path)))


def has_value_constraints(said: Declaration) -> Iterator[Constraint]:
    """The term is among the values; one for each."""
    for value in said.values:
        yield said.per_focus("HasValue", _lacks(canonical(value)), value)


def in_constraints(said: Declaration) -> Iterator[Constraint]:
    """Each value is one of the terms of a list."""
    members = said.members(said.single())
    allowed = frozenset(map(canonical, members))
    yield said.per_value("In", lambda _, value: canonical(value) in allowed, show_list(members))


def _lacks(wanted: Term) -> Find:
    if isinstance(wanted, str) or not wanted.lang:
        return lambda _, __, values: () if wanted in values else (None,)
    return lambda _, __, values: () if wanted in map(canonical, values) else (None,)


def _closed(said: Declaration, allowed: frozenset[str]) -> Constraint:
    head, name = said.head, f"{SH}ClosedConstraintComponent"
    messages = head.messages or messages_of("Closed", show_list(sorted(allowed)))

    def extra(graph: Graph, node: Term) -> Iterator[str]:
        return (predicate for predicate in graph.predicates.get(node, ()) if predicate not in allowed)

    def conforms(graph: Graph, _: Term, values: Values) -> bool:
        return not any(True for node in values for _ in extra(graph, node))

    def report(graph: Graph, focus: Term, values: Values, results: Results) -> None:
        for node in values:
            for predicate in extra(graph, node):
                results += [
                    Result(focus, predicate, value, name, head.node, head.severity, messages)
                    for value in graph.objects(node, predicate).values()
                ]

    return Constraint(conforms, report)
