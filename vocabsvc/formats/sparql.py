"""What a SPARQL text asks for, told from its tokens, and the formats of an answer.

The store's own parser stays the judge of syntax; it offers no syntax tree, and it would follow SERVICE.
"""

import re
from collections.abc import Mapping
from enum import StrEnum

from vocabsvc.errors import QueryRefused, UpdateRefused
from vocabsvc.formats.federation import asks_elsewhere


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

_BLANK = r"(?:[ \t\r\n]|\#[^\r\n]*+)*+"
_PROLOGUE = re.compile(
    rf"""{_BLANK}
    (?: (?: BASE | PREFIX {_BLANK} [^\s:<>]*+ : ) {_BLANK} <[^<>\s]*+> {_BLANK}
      | VERSION {_BLANK} (?:'[^'\\\r\n]*+' | "[^"\\\r\n]*+") {_BLANK} )*+
    ([A-Za-z]*)""",
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
"""All that may stand before the first word of a query or an update; nothing in it can be read in two ways."""

_CHANCE_OR_TIME = ("now", "rand", "uuid", "bnode")
"""Names of the functions (SPARQL 1.1 §17.4), wherever they stand: a comment may part one from its brackets."""

_RELATIVE = re.compile(r"<(?![A-Za-z][A-Za-z0-9+.-]*:)[^<>\"{}|^`\x00-\x20]*>")

_TOKEN = re.compile(
    r"""
    \#[^\n\r]* | <(?:[^<>"{}|^`\\\x00-\x20]|\\[uU][0-9A-Fa-f]{4,8})*>          # comment, IRI
  | '''(?:\\.|[^\\])*?''' | \"\"\"(?:\\.|[^\\])*?\"\"\"                       # long strings
  | '(?:\\.|[^'\\\n\r])*' | "(?:\\.|[^"\\\n\r])*"                             # strings
  | @[A-Za-z]+(?:-[A-Za-z0-9]+)* | [?$]\w+                                      # language tag, variable
  | [\w.-]*:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*                                  # prefixed name, blank node
  | (?P<word> [A-Za-z_]\w* )
  | .
    """,
    re.VERBOSE | re.DOTALL,
)


def query_form(text: str) -> QueryForm:
    """Return the form of a query.

    Raises:
        UpdateRefused: the text is SPARQL Update.
        QueryRefused: it asks for federation, or begins with none of the four forms.
    """
    found = _PROLOGUE.match(text)
    first = found[1].upper() if found else ""
    if first in _UPDATES:
        raise UpdateRefused(f"{first} is refused: this endpoint is read only")
    if first not in QueryForm.__members__:
        raise QueryRefused(f"not a SPARQL query: expected SELECT, ASK, CONSTRUCT or DESCRIBE, found {first[:40]!r}")
    if asks_elsewhere(text):
        raise QueryRefused("SERVICE is not offered: this endpoint asks no other endpoint")
    return QueryForm[first]


def names_dataset(text: str) -> bool:
    """Tell whether a query says itself which graphs it is about (FROM, FROM NAMED)."""
    if "from" not in text.lower():
        return False
    return any(token["word"] and token["word"].upper() == "FROM" for token in _TOKEN.finditer(text))


def is_repeatable(text: str) -> bool:
    """Tell whether a query has the same answer whenever it is asked; of some that have, it is not seen."""
    lowered = text.lower()
    return not any(name in lowered for name in _CHANCE_OR_TIME)


def has_relative_iris(text: str) -> bool:
    """Tell whether a query may have IRIs that need a base; where it compares with ``<`` it may seem so."""
    return _RELATIVE.search(text) is not None


def answer_types(form: QueryForm) -> Mapping[str, str]:
    """Return the media types that an answer to ``form`` can have."""
    return SOLUTION_TYPES if form in {QueryForm.SELECT, QueryForm.ASK} else GRAPH_TYPES
