"""Turtle and N-Triples, written as statements come (RDF 1.1 Turtle, RDF 1.1 N-Triples)."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache

from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import RDF, XSD

_TYPE = f"{RDF}type"
_STRING = f"{XSD}string"
_CACHED_TERMS = 8192  # predicates, types, units and groups come again and again

_NO_IRI = re.compile(r'[\x00-\x20<>"{}|^`\\]')
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_SPECIAL = re.compile(r'[\x00-\x1f"\\\x7f]')
_ESCAPES = {"\t": r"\t", "\b": r"\b", "\n": r"\n", "\r": r"\r", "\f": r"\f", '"': r"\"", "\\": r"\\"}
_PLAIN_LOCAL = re.compile(r"[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_-])?")  # of PN_LOCAL what needs no escape
_BARE: Mapping[str, re.Pattern[str]] = {
    f"{XSD}boolean": re.compile(r"true|false"),
    f"{XSD}integer": re.compile(r"[+-]?[0-9]+"),
    f"{XSD}decimal": re.compile(r"[+-]?[0-9]*\.[0-9]+"),
}
"""Datatypes that Turtle §2.5 writes without quotes, where the lexical form allows."""

Term = Callable[[str], str]


def turtle_pieces(statements: Iterable[Statement], prefixes: Mapping[str, str]) -> Iterator[str]:
    """Yield a Turtle document: SPARQL's ``PREFIX`` lines, then a block per subject.

    Raises:
        ValueError: an IRI that is none.
    """
    yield from (f"PREFIX {name}: {_iri(namespace)}\n" for name, namespace in prefixes.items())
    term = _terms({namespace: name for name, namespace in prefixes.items()})
    subject: str | None = None
    predicate = end = ""
    for one, verb, target in statements:
        if isinstance(target, str):
            thing, again = term(target), ",\n        "
        else:
            thing, again = _literal(target, term), ", "
        if one != subject:
            yield f"{end}\n{term(one)} {'a' if verb == _TYPE else term(verb)} {thing}"
            subject, predicate, end = one, verb, " .\n"
        elif verb != predicate:
            yield f" ;\n    {'a' if verb == _TYPE else term(verb)} {thing}"
            predicate = verb
        else:
            yield f"{again}{thing}"
    yield end


def n_triples_pieces(statements: Iterable[Statement]) -> Iterator[str]:
    """Yield one line per statement.

    Raises:
        ValueError: an IRI that is none.
    """
    term = _terms({})
    for subject, predicate, target in statements:
        thing = term(target) if isinstance(target, str) else _quoted(target, term)
        yield f"{term(subject)} {term(predicate)} {thing} .\n"


def _terms(names: Mapping[str, str]) -> Term:
    """Return what writes IRIs and blank nodes; the latter are renamed in the order of their coming."""
    blank_nodes: dict[str, str] = {}

    @lru_cache(maxsize=_CACHED_TERMS)
    def term(text: str) -> str:
        if text.startswith("_:"):
            return blank_nodes.setdefault(text, f"_:b{len(blank_nodes)}")
        cut = max(text.rfind("/"), text.rfind("#")) + 1
        name = names.get(text[:cut])
        if name is not None and _PLAIN_LOCAL.fullmatch(text, cut):
            return f"{name}:{text[cut:]}"
        return _iri(text)

    return term


def _iri(text: str) -> str:
    if _NO_IRI.search(text) or not _SCHEME.match(text):
        raise ValueError(f"not an absolute IRI: {text!r}")
    return f"<{text}>"


def _literal(literal: Literal, term: Term) -> str:
    bare = _BARE.get(literal.datatype)
    if bare and bare.fullmatch(literal.lexical):
        return literal.lexical
    return _quoted(literal, term)


def _quoted(literal: Literal, term: Term) -> str:
    lexical, datatype, lang = literal
    if _SPECIAL.search(lexical):
        lexical = _SPECIAL.sub(_escape, lexical)
    if lang:
        return f'"{lexical}"@{lang}'
    return f'"{lexical}"' if datatype == _STRING else f'"{lexical}"^^{term(datatype)}'


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    return _ESCAPES.get(char) or f"\\u{ord(char):04X}"
