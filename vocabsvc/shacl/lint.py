"""What is wrong with a shapes graph as a whole, before any shape is looked at."""

from collections.abc import Iterator, Sequence
from typing import Final

from vocabsvc.shacl.errors import Problem
from vocabsvc.shacl.terms import RDF_TYPE, SH, Term, Triple, is_blank, show
from vocabsvc.shacl.vocabulary import ADVANCED, KNOWN

_ENTAILMENT: Final = f"{SH}entailment"
_REFERENCES: Final = frozenset(f"{SH}{name}" for name in ("property", "node", "not", "qualifiedValueShape", "sparql"))


def lint(triples: Sequence[Triple]) -> Iterator[Problem]:
    """Yield the terms of the SHACL namespace that do not exist, or that ask for what this engine does not do.

    Shapes and data may share a graph: a node that says nothing else in SHACL, and is no shape of another, is
    taken for data, and may use the namespace as it likes.
    """
    speaking = {node for subject, predicate, value in triples for node in _speakers(subject, predicate, value)}
    for subject, predicate, value in triples:
        if subject not in speaking:
            continue
        if predicate == _ENTAILMENT:
            yield Problem(subject, "sh:entailment asks for what is not supported", predicate)
        for term in (predicate, value):
            if isinstance(term, str) and term.startswith(SH):
                yield from _unknown(subject, term)


def _speakers(subject: str, predicate: str, value: Term) -> Iterator[Term]:
    if predicate in KNOWN or predicate in ADVANCED:
        yield subject
        if predicate in _REFERENCES:
            yield value
    elif is_blank(subject) or (predicate == RDF_TYPE and isinstance(value, str) and value.startswith(SH)):
        yield subject


def _unknown(subject: Term, term: str) -> Iterator[Problem]:
    if term in ADVANCED:
        yield Problem(subject, f"{show(term)} is of SHACL Advanced Features, which are not supported", term)
    elif term not in KNOWN:
        yield Problem(subject, f"{show(term)} is no term of SHACL", term)
