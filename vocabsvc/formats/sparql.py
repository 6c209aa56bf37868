"""What a SPARQL text asks for, told from its tokens, and the formats of an answer.

The store's own parser stays the judge of syntax; it offers no syntax tree, and it would follow SERVICE.
Bare words are keywords in SPARQL 1.1's grammar (https://www.w3.org/TR/sparql11-query/#sparqlGrammar), so a
token SERVICE outside strings, IRIs, comments and prefixed names is the federation keyword and nothing else.
"""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from vocabsvc.errors import QueryRefused, UpdateRefused


class QueryForm(StrEnum):
    """The four forms of a query; what they answer decides the formats."""

    SELECT = "SELECT"
    ASK = "ASK"
    CONSTRUCT = "CONSTRUCT"
    DESCRIBE = "DESCRIBE"


SOLUTION_TYPES: Mapping[str, str] = {
    "application/sparql-results+json": "json",
    "application/sparql-results+xml": "xml",
    "text/csv": "csv",
    "text/tab-separated-values": "tsv",
}
"""Media type -> short name of the formats for SELECT and ASK, the default first."""

GRAPH_TYPES: Mapping[str, str] = {
    "text/turtle": "turtle",
    "application/rdf+xml": "rdfxml",
    "application/n-triples": "ntriples",
    "application/ld+json": "jsonld",
}
"""Media type -> short name of the formats for CONSTRUCT and DESCRIBE, the default first."""

_UPDATES = {"INSERT", "DELETE", "LOAD", "CLEAR", "CREATE", "DROP", "COPY", "MOVE", "ADD", "WITH"}

_TOKEN = re.compile(
    r"""
    (?P<skip> \#[^\n\r]* | <[^<>"{}|^`\\\x00-\x20]*>                            # comment, IRI
      | '''(?:\\.|[^\\])*?''' | \"\"\"(?:\\.|[^\\])*?\"\"\"                     # long strings
      | '(?:\\.|[^'\\\n\r])*' | "(?:\\.|[^"\\\n\r])*"                           # strings
      | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | [?$]\w+ )                                # language tag, variable
    | (?P<name> [\w.-]*:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)* )                      # prefixed name, blank node
    | (?P<word> [A-Za-z_]\w* )
    | (?P<other> . )
    """,
    re.VERBOSE | re.DOTALL,
)


def query_form(text: str) -> QueryForm:
    """Return the form of a query.

    Raises:
        UpdateRefused: the text is SPARQL Update.
        QueryRefused: it asks for federation, or begins with none of the four forms.
    """
    words = list(_keywords(text))
    if "SERVICE" in words:
        raise QueryRefused("SERVICE is not offered: this endpoint asks no other endpoint")
    first = words[0] if words else ""
    if first in _UPDATES:
        raise UpdateRefused(f"{first} is refused: this endpoint is read only")
    if first not in QueryForm.__members__:
        raise QueryRefused(f"not a SPARQL query: expected SELECT, ASK, CONSTRUCT or DESCRIBE, found {first!r}")
    return QueryForm(first)


def names_dataset(text: str) -> bool:
    """Tell whether a query says itself which graphs it is about (FROM, FROM NAMED)."""
    return "FROM" in _keywords(text)


def answer_types(form: QueryForm) -> Mapping[str, str]:
    """Return the media types that an answer to ``form`` can have."""
    return SOLUTION_TYPES if form in {QueryForm.SELECT, QueryForm.ASK} else GRAPH_TYPES


def _keywords(text: str) -> Iterator[str]:
    # BASE takes an IRI and PREFIX a name and an IRI; neither leaves another word in the prologue.
    for token in _TOKEN.finditer(text):
        word = token["word"]
        if word and word.upper() not in {"BASE", "PREFIX"}:
            yield word.upper()
