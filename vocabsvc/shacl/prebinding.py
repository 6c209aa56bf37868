"""What a query of a SPARQL constraint must not do: https://www.w3.org/TR/shacl/#pre-binding.

pySHACL runs such queries, and may then find nothing where it should have failed; SERVICE would reach out to the
network, and FROM might, where there is but the data graph to ask.
"""

from collections.abc import Iterator
from typing import Any, Final

from pyparsing import ParseBaseException, ParseResults
from rdflib.plugins.sparql.parser import parseQuery
from rdflib.plugins.sparql.parserutils import CompValue
from rdflib.term import Variable

_PATTERNS: Final = {
    "MinusGraphPattern": "MINUS",
    "ServiceGraphPattern": "SERVICE",
    "DatasetClause": "FROM",
    "InlineData": "VALUES",
    "ValuesClause": "VALUES",
}
_BOUND: Final = frozenset(map(Variable, ("this", "shapesGraph", "currentShape", "value", "PATH")))
_THIS: Final = Variable("this")


def refused(query: str) -> str | None:
    """Return why a query must not be run, or ``None``."""
    try:
        parsed = parseQuery(query)
    except ParseBaseException as error:
        return f"cannot be parsed: {error}"
    for part in _parts(parsed):
        if part.name in _PATTERNS and not (part.name == "ValuesClause" and not part):
            return f"has {_PATTERNS[part.name]}, which is not allowed"
        assigned = part.get("evar") if part.name == "vars" else part.get("var") if part.name == "Bind" else None
        if assigned in _BOUND:
            return f"assigns ?{assigned}, which is bound before it runs"
        if part.name == "SubSelect" and _THIS not in _projected(part):
            return "has a subquery that does not return $this"
    return None


def _parts(parsed: Any) -> Iterator[CompValue]:
    waiting = [parsed]
    while waiting:
        part = waiting.pop()
        if isinstance(part, CompValue):
            yield part
            waiting.extend(part.values())
        elif isinstance(part, list | ParseResults):
            waiting.extend(part)  # += would ask the results of pyparsing to add themselves


def _projected(select: CompValue) -> set[object]:
    """Return the variables that a subquery returns; with ``*``, those of its triple patterns."""
    if select.projection:
        return {found for one in select.projection for found in (one.get("var"), one.get("evar"))}
    return {
        term for part in _parts(select.where) if part.name == "TriplesBlock" for row in part.triples for term in row
    }
