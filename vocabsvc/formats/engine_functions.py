"""Functions that an engine has beside those of SPARQL, and that reach its inside: ``bif:`` and ``sql:`` of Virtuoso.

Virtuoso needs no PREFIX for them, and takes them by their whole IRI too.
"""

import re

_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U([0-9A-Fa-f]{8})")
_TOKEN = re.compile(
    r"""
    (?P<engine> <(?:bif|sql):[^<>]* | (?:bif|sql): )
    | \#[^\n\r]* | <[^<>"{}|^`\\\x00-\x20]*>
    | '''(?:\\.|[^\\])*?''' | \"\"\"(?:\\.|[^\\])*?\"\"\"
    | '(?:\\.|[^'\\\n\r])*' | "(?:\\.|[^"\\\n\r])*"
    | [\w.-]*:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)* | \w+ | .
    """,
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


def names_engine_functions(text: str) -> bool:
    """Tell whether a query names one, with a prefix, by IRI or with escapes (SPARQL 1.1 §19.2)."""
    plain = _ESCAPE.sub(lambda found: _character(found[1] or found[2]), text)
    return any(token["engine"] for token in _TOKEN.finditer(plain))


def _character(digits: str) -> str:
    number = int(digits, 16)
    return chr(number) if number <= 0x10FFFF else "\ufffd"
