"""Findings of an engine to results with a place in the record."""

from collections.abc import Iterable, Mapping

from vocabsvc.checks.engine import Constraint, Finding
from vocabsvc.model.record import Fact, RecordGraph
from vocabsvc.model.report import ValidationResult
from vocabsvc.model.statement import Literal


def results_of(
    findings: Iterable[Finding], constraints: Mapping[str, Constraint], record: RecordGraph
) -> tuple[ValidationResult, ...]:
    """Return the results in document order; the same findings always give the same results.

    A result stands at the element that holds the offending value, or at the focus node where something is
    missing. A finding whose constraint requires another that failed on the same focus node is left out.
    """
    found = tuple(findings)
    if not found:
        return ()
    failed = {(finding.constraint, finding.focus_node) for finding in found}
    places = _Places(record)
    results = [
        places.result(constraints[finding.constraint], finding)
        for finding in found
        if not any((name, finding.focus_node) in failed for name in constraints[finding.constraint].requires)
    ]
    return tuple(sorted(results, key=_document_order))


def _document_order(result: ValidationResult) -> tuple[int, int, str, str, str]:
    return result.line, result.column, result.code, result.message["en"], result.value


class _Places:
    """Where the nodes and values of a record stand."""

    def __init__(self, record: RecordGraph) -> None:
        self._source_map = record.source_map
        self._nodes = record.elements_of_nodes()
        self._facts = {(fact.subject, fact.predicate, fact.object): fact for fact in record.facts}

    def result(self, constraint: Constraint, finding: Finding) -> ValidationResult:
        fact = self._fact(finding)
        element = self._nodes[finding.focus_node] if fact is None else fact.element
        return ValidationResult(
            constraint.code,
            constraint.severity,
            constraint.message,
            self._source_map.lines[element],
            self._source_map.columns[element],
            self._source_map.xpath(element),
            "" if fact is None else _text(fact),
        )

    def _fact(self, finding: Finding) -> Fact | None:
        """Return the fact that a finding is about, ``None`` where it is about something missing."""
        if finding.path is None or finding.value is None:
            return None
        return self._facts.get((finding.focus_node, finding.path, finding.value))


def _text(fact: Fact) -> str:
    if fact.given:
        return fact.given
    return fact.object.lexical if isinstance(fact.object, Literal) else fact.object
