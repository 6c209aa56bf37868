"""sh:class, sh:datatype, sh:nodeKind: https://www.w3.org/TR/shacl/#core-components-value-type."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from vocabsvc.shacl.datatypes import lexical_check
from vocabsvc.shacl.declaration import Declaration, Test
from vocabsvc.shacl.graph import Graph
from vocabsvc.shacl.shape import Constraint
from vocabsvc.shacl.terms import LANG_STRING, SH, Term, is_blank, show

_KINDS: Final[Mapping[str, Callable[[Term], bool]]] = {
    f"{SH}IRI": lambda term: isinstance(term, str) and not is_blank(term),
    f"{SH}BlankNode": is_blank,
    f"{SH}Literal": lambda term: not isinstance(term, str),
    f"{SH}BlankNodeOrIRI": lambda term: isinstance(term, str),
    f"{SH}BlankNodeOrLiteral": lambda term: not isinstance(term, str) or is_blank(term),
    f"{SH}IRIOrLiteral": lambda term: not is_blank(term),
}


def class_constraints(said: Declaration) -> Iterator[Constraint]:
    """One for each class."""
    for wanted in said.iris():
        yield said.per_value("Class", _instance_of(wanted), wanted)


def datatype_constraints(said: Declaration) -> Iterator[Constraint]:
    """A literal of the datatype that is not ill-typed."""
    said.single()
    (datatype,) = said.iris()
    yield said.per_value("Datatype", _of_datatype(datatype), datatype)


def node_kind_constraints(said: Declaration) -> Iterator[Constraint]:
    """IRI, blank node, literal, or two of them."""
    kind = said.single()
    test = _KINDS.get(str(kind))
    if test is None:
        raise said.fault(f"has no value {show(kind)}; there are {', '.join(map(show, _KINDS))}", kind)
    yield said.per_value("NodeKind", _of_kind(test), kind)


def _instance_of(wanted: str) -> Test:
    return lambda graph, value: graph.is_instance(value, wanted)


def _of_datatype(datatype: str) -> Test:
    check = lexical_check(datatype)

    def test(_: Graph, value: Term) -> bool:
        if isinstance(value, str) or value.datatype != datatype:
            return False
        if datatype == LANG_STRING:
            return bool(value.lang)
        return check is None or bool(check(value.lexical))

    return test


def _of_kind(kind: Callable[[Term], bool]) -> Test:
    return lambda _, value: kind(value)
