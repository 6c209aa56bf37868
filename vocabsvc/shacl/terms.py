"""RDF terms as plain data, and the names of the specifications.

An IRI is a ``str``; a blank node is a ``str`` that begins with ``_:``, which no IRI can; a literal is a tuple of
three. So any other tuple with these three attributes goes in without conversion, and comes out as it was.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Final, NamedTuple, TypeAlias

RDF: Final = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS: Final = "http://www.w3.org/2000/01/rdf-schema#"
SH: Final = "http://www.w3.org/ns/shacl#"
XSD: Final = "http://www.w3.org/2001/XMLSchema#"

RDF_TYPE: Final = f"{RDF}type"
RDF_FIRST: Final = f"{RDF}first"
RDF_REST: Final = f"{RDF}rest"
RDF_NIL: Final = f"{RDF}nil"
LANG_STRING: Final = f"{RDF}langString"
XSD_STRING: Final = f"{XSD}string"

_BLANK = "_:"


class Literal(NamedTuple):
    """A literal as written; where ``lang`` is not empty, ``datatype`` is rdf:langString."""

    lexical: str
    datatype: str = XSD_STRING
    lang: str = ""


Term: TypeAlias = str | Literal
Triple: TypeAlias = tuple[str, str, Term]

TRUE: Final = Literal("true", f"{XSD}boolean")


def is_blank(term: Term) -> bool:
    """Return whether a term is a blank node."""
    return isinstance(term, str) and term.startswith(_BLANK)


def is_iri(term: Term) -> bool:
    """Return whether a term is an IRI."""
    return isinstance(term, str) and not term.startswith(_BLANK)


def canonical(term: Term) -> Term:
    """Return the term that stands for all that are equal to it: tags of languages are equal in any case.

    https://www.w3.org/TR/rdf11-concepts/#section-Graph-Literal: "The value space of language tags is always in
    lower case."
    """
    if isinstance(term, str) or not term.lang or term.lang.islower():
        return term
    return Literal(term.lexical, term.datatype, term.lang.lower())


def show(term: Term) -> str:
    """Return a term as a message shows it, in the manner of N-Triples; names of SHACL are short."""
    if isinstance(term, str):
        if term.startswith(SH):
            return f"sh:{term.removeprefix(SH)}"
        return term if term.startswith(_BLANK) else f"<{term}>"
    text = term.lexical if len(term.lexical) <= _SHOWN else f"{term.lexical[:_SHOWN]}…"
    if term.lang:
        return f'"{text}"@{term.lang}'
    return f'"{text}"' if term.datatype == XSD_STRING else f'"{text}"^^{_datatype(term.datatype)}'


def show_list(terms: Iterable[Term]) -> str:
    """Return a list as a message shows it, with the first members of a long one."""
    shown = [show(term) for term in islice(terms, _MEMBERS + 1)]
    return f"( {' '.join(['…' if number == _MEMBERS else text for number, text in enumerate(shown)])} )"


_SHOWN = 200
_MEMBERS = 20


def _datatype(iri: str) -> str:
    return f"xsd:{iri.removeprefix(XSD)}" if iri.startswith(XSD) else f"<{iri}>"
