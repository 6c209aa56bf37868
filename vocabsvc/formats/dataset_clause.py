"""FROM and FROM NAMED in the text of a query (https://www.w3.org/TR/sparql11-query/#rDatasetClause)."""

import re

_IRI = r"""<[^<>"{}|^`\\\x00-\x20]*>"""
_NAME = r"[\w.-]*:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*"
_BETWEEN = r"(?:\s|\#[^\n\r]*[\n\r])*"
_CLAUSE = re.compile(
    rf"""
    (?P<clause> FROM (?!\w|:) {_BETWEEN} (?: NAMED (?!\w|:) {_BETWEEN} )? (?: {_IRI} | {_NAME} ) )
    | \#[^\n\r]* | {_IRI}
    | '''(?:\\.|[^\\])*?''' | \"\"\"(?:\\.|[^\\])*?\"\"\"
    | '(?:\\.|[^'\\\n\r])*' | "(?:\\.|[^"\\\n\r])*"
    | [?$@]\w+ | {_NAME} | \w+ | .
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)
"""A clause, or any other token, so that one inside a string or a comment is passed over."""


def without_dataset(text: str) -> str:
    """Return a query without its dataset, for servers that add it to the one of the protocol."""
    return _CLAUSE.sub(lambda found: " " if found["clause"] else found[0], text)
