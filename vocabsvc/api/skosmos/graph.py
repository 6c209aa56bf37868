"""Statements as compacted JSON-LD, the way clients of Skosmos read them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from vocabsvc.api.skosmos.contexts import GRAPH
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import RDF, XSD

_TYPE = f"{RDF}type"
_STRING = f"{XSD}string"
_PREFIXES = {name: target for name, target in GRAPH.items() if target.endswith(("#", "/"))}
_NAMES = {
    f"{_PREFIXES[prefix]}{rest}": name
    for name, target in GRAPH.items()
    for prefix, colon, rest in [target.partition(":")]
    if colon and prefix in _PREFIXES
}


def compact(statements: Iterable[Statement]) -> Mapping[str, object]:
    """Return a JSON-LD document with one node for each subject, in the order given.

    Members with several values are lists, those with one are not (JSON-LD 1.1 §4.2 of the API, compactArrays).
    """
    nodes: defaultdict[str, defaultdict[str, list[object]]] = defaultdict(lambda: defaultdict(list))
    for one in dict.fromkeys(statements):
        values = nodes[one.subject]["type" if one.predicate == _TYPE else _name(one.predicate)]
        values.append(_short(one.object) if one.predicate == _TYPE and isinstance(one.object, str) else _value(one))
    graph = [{"uri": uri, **{name: _alone(values) for name, values in said.items()}} for uri, said in nodes.items()]
    return {"@context": GRAPH, "graph": graph}


def _alone(values: Sequence[object]) -> object:
    return values[0] if len(values) == 1 else values


def _value(one: Statement) -> object:
    target = one.object
    if not isinstance(target, Literal):
        return {"uri": target}
    if target.lang:
        return {"lang": target.lang, "value": target.lexical}
    if target.datatype == _STRING:
        return target.lexical
    return {"type": _short(target.datatype), "value": target.lexical}


def _name(iri: str) -> str:
    return _NAMES.get(iri) or _short(iri)


def _short(iri: str) -> str:
    """Return an IRI with a prefix; what would read as another IRI then (``//`` behind the colon) stays whole."""
    for prefix, namespace in _PREFIXES.items():
        rest = iri.removeprefix(namespace)
        if rest != iri and rest and not rest.startswith("//"):
            return f"{prefix}:{rest}"
    return iri
