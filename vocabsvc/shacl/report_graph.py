"""A report as a graph: https://www.w3.org/TR/shacl/#validation-report."""

from collections.abc import Iterator
from itertools import count
from typing import Final

from vocabsvc.shacl.paths import AlternativePath, InversePath, Path, RepeatedPath, SequencePath
from vocabsvc.shacl.result import Report, Result
from vocabsvc.shacl.terms import (
    LANG_STRING,
    RDF_FIRST,
    RDF_NIL,
    RDF_REST,
    RDF_TYPE,
    RDFS,
    SH,
    XSD,
    Literal,
    Term,
    Triple,
)

_SPARQL: Final = {
    "en": "Shapes whose SPARQL constraints ran through pySHACL: {}.",
    "fr": "Formes dont les contraintes SPARQL sont passées par pySHACL\u00a0: {}.",
}


def report_triples(report: Report) -> Iterator[Triple]:
    """Yield the sh:ValidationReport, those of one subject after each other; the same report gives the same triples.

    Blank nodes of the graph are called ``_:report…``. The nodes of a path are written anew for each result, as the
    specification asks for; blank nodes of the data and shapes keep their names. SHACL has no term for
    ``Report.sparql_shapes``: where there are any, a comment on the report says so.
    """
    return _Writing().report(report)


class _Writing:
    def __init__(self) -> None:
        self._numbers = count(1)

    def report(self, report: Report) -> Iterator[Triple]:
        node = "_:report"
        yield node, RDF_TYPE, f"{SH}ValidationReport"
        yield node, f"{SH}conforms", Literal("true" if report.conforms else "false", f"{XSD}boolean")
        if report.sparql_shapes:
            for language, text in _SPARQL.items():
                yield node, f"{RDFS}comment", Literal(text.format(report.sparql_shapes), LANG_STRING, language)
        named = [(self._node("Result"), result) for result in report.results]
        for name, _ in named:
            yield node, f"{SH}result", name
        for name, result in named:
            yield from self._result(name, result)

    def _node(self, kind: str) -> str:
        return f"_:report{kind}{next(self._numbers)}"

    def _result(self, node: str, result: Result) -> Iterator[Triple]:
        yield node, RDF_TYPE, f"{SH}ValidationResult"
        yield node, f"{SH}focusNode", result.focus_node
        path, inside = (None, []) if result.path is None else self._path(result.path)
        for name, value in (
            ("resultPath", path),
            ("value", result.value),
            ("resultSeverity", result.severity),
            ("sourceConstraintComponent", result.component),
            ("sourceConstraint", result.source_constraint),
            ("sourceShape", result.source_shape),
        ):
            if value is not None:
                yield node, f"{SH}{name}", value
        for message in result.messages:
            yield node, f"{SH}resultMessage", message
        detail = [(self._node("Result"), inner) for inner in result.detail]
        for name, _ in detail:
            yield node, f"{SH}detail", name
        yield from inside
        for name, inner in detail:
            yield from self._result(name, inner)

    def _path(self, path: Path) -> tuple[Term, list[Triple]]:
        """Return the node of a path, and its triples."""
        if isinstance(path, str):
            return path, []
        if isinstance(path, SequencePath):
            return self._list(path.steps)
        node = self._node("Path")
        match path:
            case AlternativePath(choices):
                name, (inner, triples) = "alternativePath", self._list(choices)
            case InversePath(turned):
                name, (inner, triples) = "inversePath", self._path(turned)
            case RepeatedPath(kind, repeated):
                name, (inner, triples) = kind, self._path(repeated)
        return node, [(node, f"{SH}{name}", inner), *triples]

    def _list(self, members: tuple[Path, ...]) -> tuple[Term, list[Triple]]:
        nodes = [self._node("List") for _ in members]
        triples: list[Triple] = []
        below: list[Triple] = []
        for node, rest, member in zip(nodes, [*nodes[1:], RDF_NIL], members, strict=True):
            first, inner = self._path(member)
            triples += [(node, RDF_FIRST, first), (node, RDF_REST, rest)]
            below += inner
        return nodes[0], triples + below
