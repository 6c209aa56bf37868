from vocabsvc.checks.engine import Constraint, Finding
from vocabsvc.checks.results import results_of
from vocabsvc.model.record import Fact, RecordGraph, SourceMap
from vocabsvc.model.report import RecordSummary, Severity
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import DEF, RDF

MESSAGE = {"en": "Wrong.", "fr": "Erroné."}
PLACES = SourceMap((1, 2, 3), (1, 3, 5), (-1, 0, 1), (1, 1, 1), ("r", "b", "c"), (0, 0, 0))
WRITTEN, DERIVED = Literal("2019"), Literal("2019-01-01T00:00:00Z")
RECORD = RecordGraph(
    RecordSummary("", "", "eml"),
    (
        Fact("urn:r", f"{RDF}type", f"{DEF}Record", 0),
        Fact("urn:b", f"{RDF}type", f"{DEF}Box", 1),
        Fact("urn:b", f"{DEF}date", WRITTEN, 2),
        Fact("urn:b", f"{DEF}dateEarliest", DERIVED, 2, given="2019"),
    ),
    PLACES,
    (),
)


def constraint(name: str, *requires: str) -> Constraint:
    return Constraint(name, name.upper(), Severity.WARNING, MESSAGE, frozenset({"core"}), frozenset(requires))


CONSTRAINTS = {"a": constraint("a"), "b": constraint("b", "a")}


def test_result_on_a_value_stands_at_the_element_that_says_it() -> None:
    (result,) = results_of([Finding("a", "urn:b", f"{DEF}date", WRITTEN)], CONSTRAINTS, RECORD)
    assert (result.line, result.column, result.xpath, result.value) == (3, 5, "/r/b/c", "2019")
    assert (result.code, result.severity, result.message) == ("A", Severity.WARNING, MESSAGE)


def test_result_on_a_derived_value_shows_what_is_written() -> None:
    (result,) = results_of([Finding("a", "urn:b", f"{DEF}dateEarliest", DERIVED)], CONSTRAINTS, RECORD)
    assert (result.xpath, result.value) == ("/r/b/c", "2019")


def test_result_on_something_missing_stands_at_the_parent() -> None:
    (result,) = results_of([Finding("a", "urn:b", f"{DEF}west", None)], CONSTRAINTS, RECORD)
    assert (result.line, result.xpath, result.value) == (2, "/r/b", "")


def test_failed_prerequisite_silences_its_dependants_on_the_same_node_only() -> None:
    findings = [Finding(name, node, None, None) for name in ("b", "a") for node in ("urn:b",)]
    findings.append(Finding("b", "urn:r", None, None))
    results = results_of(findings, CONSTRAINTS, RECORD)
    assert [(result.code, result.xpath) for result in results] == [("B", "/r"), ("A", "/r/b")]


def test_no_findings_are_no_results() -> None:
    assert results_of([], CONSTRAINTS, RECORD) == ()
