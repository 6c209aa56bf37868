"""Triples of the RDF library to statements of the model and back."""

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from vocabsvc.model import statement as model

_BLANK = "_:"


def to_statement(triple: Triple) -> model.Statement:
    """Return a triple as plain data."""
    return model.Statement(_node(triple.subject), triple.predicate.value, _object(triple.object))


def to_triple(statement: model.Statement) -> Triple:
    """Return a statement as a triple of the RDF library."""
    target = statement.object
    return Triple(
        _term(statement.subject),
        NamedNode(statement.predicate),
        _term(target) if isinstance(target, str) else _literal(target),
    )


def _node(term: NamedNode | BlankNode | Triple) -> str:
    return term.value if isinstance(term, NamedNode) else str(term)


def _object(term: NamedNode | BlankNode | Literal | Triple) -> str | model.Literal:
    if isinstance(term, Literal):
        return model.Literal(term.value, term.datatype.value, term.language or "")
    return _node(term)


def _term(text: str) -> NamedNode | BlankNode:
    return BlankNode(text.removeprefix(_BLANK)) if text.startswith(_BLANK) else NamedNode(text)


def _literal(literal: model.Literal) -> Literal:
    if literal.lang:
        return Literal(literal.lexical, language=literal.lang)
    return Literal(literal.lexical, datatype=NamedNode(literal.datatype))
