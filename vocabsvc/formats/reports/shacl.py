"""Reports as RDF: sh:ValidationReport (SHACL 3.6), with the place and fix of each result in our own terms."""

from collections.abc import Iterable, Iterator

from vocabsvc.model.report import FileReport, Severity, State, ValidationResult
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import DCTERMS, DEF, RDF, SH, SHAPES, XSD

REPORT_PREFIXES = {"dcterms": DCTERMS, "s": SHAPES, "sh": SH, "v": DEF, "xsd": XSD}

_SEVERITIES = {Severity.VIOLATION: "Violation", Severity.WARNING: "Warning", Severity.INFO: "Info"}
_TYPE = f"{RDF}type"


def report_statements(reports: Iterable[FileReport]) -> Iterator[Statement]:
    """Yield the statements of each report, those of one node together.

    A result that stands for several places is one sh:ValidationResult with each of them as v:xpath. What was not
    assessed is no result of SHACL, and stands in v:notAssessed.
    """
    for number, one in enumerate(reports):
        report = one.report
        node = f"_:report{number}"
        results = [(f"_:result{number}_{index}", result) for index, result in enumerate(report.results)]
        yield Statement(node, _TYPE, f"{SH}ValidationReport")
        yield Statement(node, f"{SH}conforms", _boolean(not any(_failed(result) for result in report.results)))
        yield Statement(node, f"{DEF}conforms", _boolean(report.conforms))
        yield Statement(node, f"{DCTERMS}source", Literal(one.file))
        if report.record.identifier:
            yield Statement(node, f"{DCTERMS}identifier", Literal(report.record.identifier))
        if report.sparql_shapes:
            yield Statement(node, f"{DEF}sparqlShapes", Literal(str(report.sparql_shapes), f"{XSD}integer"))
        for profile in report.profiles:
            yield Statement(node, f"{DEF}profile", f"{DEF}{profile}")
        for name, result in results:
            yield Statement(node, f"{SH}result" if _failed(result) else f"{DEF}notAssessed", name)
        for name, result in results:
            yield from _result(name, result)


def _result(node: str, result: ValidationResult) -> Iterator[Statement]:
    yield Statement(node, _TYPE, f"{SH}ValidationResult" if _failed(result) else f"{DEF}NotAssessed")
    yield Statement(node, f"{SH}sourceShape", f"{SHAPES}{result.constraint}")
    if _failed(result):
        # What could not be read has no node; a result of SHACL has one always.
        yield Statement(node, f"{SH}focusNode", result.node or f"{node}_unread")
        yield Statement(node, f"{SH}resultSeverity", f"{SH}{_SEVERITIES[result.severity]}")
        yield Statement(node, f"{SH}sourceConstraintComponent", f"{DEF}RecordConstraintComponent")
    for language, text in result.message.items():
        yield Statement(node, f"{SH}resultMessage", Literal(text, f"{RDF}langString", language))
    if result.value:
        yield Statement(node, f"{SH}value", Literal(result.value))
    yield Statement(node, f"{DEF}ruleId", Literal(result.code))
    yield Statement(node, f"{DEF}line", Literal(str(result.line), f"{XSD}integer"))
    yield Statement(node, f"{DEF}column", Literal(str(result.column), f"{XSD}integer"))
    for place in (result.xpath, *(place.xpath for place in result.more)):
        yield Statement(node, f"{DEF}xpath", Literal(place))
    for expected in result.expected:
        yield Statement(node, f"{DEF}expected", Literal(expected))
    yield Statement(node, f"{DCTERMS}source", Literal(result.clause))


def _failed(result: ValidationResult) -> bool:
    return result.state is State.FAIL


def _boolean(value: bool) -> Literal:  # noqa: FBT001 - it is what is written
    return Literal("true" if value else "false", f"{XSD}boolean")
