from dataclasses import replace
from datetime import UTC, datetime

from vocabsvc.checks.engine import Finding
from vocabsvc.checks.records.insertions.insertion import ElementInsertions
from vocabsvc.checks.records.view import Fault, Gap, RecordView
from vocabsvc.checks.results import met_by, results_of
from vocabsvc.checks.shapes import Selection
from vocabsvc.formats.xml import parse_xml
from vocabsvc.model.constraint import Constraint, Repair
from vocabsvc.model.record import Fact, FactIndex, RecordGraph
from vocabsvc.model.report import Action, Edit, Fix, RecordSummary, Severity, State, ValidationResult
from vocabsvc.model.statement import Literal
from vocabsvc.model.xsd import XsdVerdict
from vocabsvc.namespaces import DEF, RDF, SHAPES

MESSAGE = {"en": "Wrong: {value}, not {expected}.", "fr": "Erroné : {value}, et non {expected}."}
HINT = {"en": "Mend it.", "fr": "Réparez."}
DOCUMENT = parse_xml(b"<r>\n  <b>\n    <c>2019</c><c>2020</c></b></r>", max_bytes=1000)
WRITTEN, DERIVED = Literal("2019"), Literal("2019-01-01T00:00:00Z")
RECORD = RecordGraph(
    RecordSummary("", "", "eml"),
    (
        Fact("urn:r", f"{RDF}type", f"{DEF}Record", 0),
        Fact("urn:b", f"{RDF}type", f"{DEF}Box", 1),
        Fact("urn:b", f"{DEF}date", WRITTEN, 2),
        Fact("urn:b", f"{DEF}dateEarliest", DERIVED, 2, given="2019"),
        Fact("urn:b", f"{DEF}date", Literal("2020"), 3, attribute="x:when"),
        Fact("urn:b", f"{DEF}better", Literal("2021"), 1),
    ),
    DOCUMENT.source_map,
    (),
)
VIEW = RecordView(
    DOCUMENT, DOCUMENT.root, RECORD, FactIndex(RECORD.facts), datetime(2026, 1, 1, tzinfo=UTC), XsdVerdict("")
)


def constraint(name: str, *requires: str, **more: object) -> Constraint:
    fields = {
        "iri": f"{SHAPES}{name}",
        "code": name.upper(),
        "severities": {"core": Severity.INFO, "inspire": Severity.WARNING, "hvd": Severity.VIOLATION},
        "name": {"en": "name", "fr": "nom"},
        "message": MESSAGE,
        "hint": HINT,
        "clause": "clause",
        "requires": frozenset(f"{SHAPES}{one}" for one in requires),
    }
    return Constraint(**{**fields, **more})  # type: ignore[arg-type]


def results(
    *found: Finding,
    constraints: tuple[Constraint, ...] = (constraint("a"), constraint("b", "a")),
    answers: dict[str, list[Fault | Gap]] | None = None,
) -> tuple[ValidationResult, ...]:
    selection = Selection(("core", "inspire"), constraints)
    answered = {f"{SHAPES}{name}": ones for name, ones in (answers or {}).items()}
    return results_of(found, answered, selection, VIEW, ElementInsertions())


def finding(name: str, node: str, path: str | None = None, value: Literal | None = None) -> Finding:
    return Finding(f"{SHAPES}{name}", node, path, value)


def test_result_on_a_value_stands_at_the_element_that_says_it() -> None:
    (result,) = results(finding("a", "urn:b", f"{DEF}date", WRITTEN))
    assert (result.line, result.column, result.xpath, result.value) == (3, 5, "/r/b/c[1]", "2019")
    assert (result.code, result.constraint, result.clause, result.state) == ("A", "a", "clause", State.FAIL)
    assert result.message["fr"] == "Erroné : 2019, et non ."
    assert result.hint == HINT
    assert result.source_line == "    <c>2019</c><c>2020</c></b></r>"


def test_what_the_schema_refuses_comes_before_what_is_missing_elsewhere() -> None:
    constraints = constraint("a"), constraint("schema", code="STR-05"), constraint("b", code="B-01")
    answers: dict[str, list[Fault | Gap]] = {
        "schema": [Fault(element=3)],
        "a": [Fault(element=0)],
        "b": [Fault(element=1)],
    }
    assert [one.code for one in results(constraints=constraints, answers=answers)] == ["STR-05", "A", "B-01"]


def test_what_any_record_may_have_and_what_is_wrong_come_first() -> None:
    core, special = {"core": Severity.WARNING}, {"inspire": Severity.WARNING}
    constraints = (
        constraint("a", severities=special),
        constraint("b", severities=core),
        constraint("c", severities=special),
        constraint("d", severities=core),
    )
    answers: dict[str, list[Fault | Gap]] = {
        "a": [Fault(element=0)],
        "b": [Fault(element=1)],
        "c": [Fault(element=2, value="2019")],
        "d": [Fault(element=3, value="2020")],
    }
    assert [one.code for one in results(constraints=constraints, answers=answers)] == ["D", "B", "C", "A"]


def test_the_most_severe_of_the_profiles_asked_for_wins() -> None:
    (result,) = results(finding("a", "urn:r"))
    assert (result.severity, result.profiles) == (Severity.WARNING, ("core", "inspire"))


def test_result_on_a_derived_value_shows_what_is_written() -> None:
    (result,) = results(finding("a", "urn:b", f"{DEF}dateEarliest", DERIVED))
    assert (result.xpath, result.value) == ("/r/b/c[1]", "2019")


def test_result_on_something_missing_stands_at_the_parent() -> None:
    (result,) = results(finding("a", "urn:b", f"{DEF}west"))
    assert (result.line, result.xpath, result.value) == (2, "/r/b", "")


def test_result_on_a_node_that_says_nothing_stands_where_it_is_named() -> None:
    linked = replace(RECORD, facts=(*RECORD.facts, Fact("urn:b", f"{DEF}part", "urn:silent", 3)))
    view = replace(VIEW, graph=linked, facts=FactIndex(linked.facts))
    selection = Selection(("core",), (constraint("a"),))
    found = (finding("a", "urn:silent"), finding("a", "urn:nowhere", f"{DEF}date"))
    results = results_of(found, {}, selection, view, ElementInsertions())
    places = {result.xpath for result in results} | {place.xpath for result in results for place in result.more}
    assert places == {"/r/b/c[2]", "/r"}


def test_failed_prerequisite_silences_its_dependants_on_the_same_node_only() -> None:
    found = results(finding("b", "urn:b"), finding("a", "urn:b"), finding("b", "urn:r"))
    assert [(result.code, result.xpath) for result in found] == [("B", "/r"), ("A", "/r/b")]


def test_a_program_silences_a_shape_and_the_other_way_round() -> None:
    constraints = (constraint("a", programmed=True), constraint("b", "a"))
    (result,) = results(finding("b", "urn:b"), constraints=constraints, answers={"a": [Fault(element=3, focus=1)]})
    assert (result.code, result.xpath) == ("A", "/r/b/c[2]")
    constraints = (constraint("a"), constraint("b", "a", programmed=True))
    (result,) = results(finding("a", "urn:b"), constraints=constraints, answers={"b": [Fault(element=1)]})
    assert result.code == "A"


def test_one_cause_at_several_places_is_one_result() -> None:
    constraints = (constraint("a", repair=Repair.REMOVE),)
    faults: list[Fault | Gap] = [Fault(element=3, value="x"), Fault(element=2, value="x"), Fault(element=2, value="y")]
    same, other = results(constraints=constraints, answers={"a": faults})
    assert (same.count, same.xpath, [place.xpath for place in same.more]) == (2, "/r/b/c[1]", ["/r/b/c[2]"])
    assert same.fix is not None
    assert [edit.xpath for edit in same.fix.edits] == ["/r/b/c[1]", "/r/b/c[2]"]
    assert (other.count, other.value) == (1, "y")


def test_what_cannot_be_judged_is_not_assessed_and_silences_nothing() -> None:
    gap = Gap(1, {"en": "No schema.", "fr": "Aucun schéma."})
    constraints = (constraint("a", programmed=True), constraint("b", "a"))
    first, last = results(finding("b", "urn:b"), constraints=constraints, answers={"a": [gap]})
    assert (last.state, last.message["en"], last.hint) == (State.NOT_ASSESSED, "No schema.", {})
    assert first.state is State.FAIL


def test_expected_values_are_those_listed_closest_first() -> None:
    constraints = (constraint("a", expected=("1999", "2019-01", "x")),)
    (result,) = results(finding("a", "urn:b", f"{DEF}date", WRITTEN), constraints=constraints)
    assert result.expected == ("2019-01", "1999", "x")
    assert result.message["en"] == "Wrong: 2019, not 2019-01, 1999, x."


def test_a_value_is_replaced_where_it_stands() -> None:
    constraints = (constraint("a", expected_from="better", repair=Repair.REPLACE, safe=True),)
    (result,) = results(finding("a", "urn:b", f"{DEF}date", WRITTEN), constraints=constraints)
    assert result.fix == Fix((Edit("/r/b/c[1]", Action.REPLACE, "2021"),), safe=True)
    (result,) = results(finding("a", "urn:b", f"{DEF}date", Literal("2020")), constraints=constraints)
    assert result.fix == Fix((Edit("/r/b/c[2]/@x:when", Action.REPLACE, "2021"),), safe=True)
    (result,) = results(finding("a", "urn:r"), constraints=constraints)
    assert (result.fix, result.expected) == (None, ())


def test_what_is_met_and_what_has_nothing_to_look_at() -> None:
    constraints = (
        constraint("a"),
        constraint("b", targets=frozenset({f"{DEF}Box"})),
        constraint("c", targets=frozenset({f"{DEF}Nowhere"})),
        constraint("d", programmed=True),
    )
    selection = Selection(("core",), constraints)
    failed = results(finding("a", "urn:b"), constraints=constraints)
    states = {result.constraint: result.state for result in met_by(failed, selection, VIEW)}
    assert states == {"b": State.PASS, "c": State.NOT_APPLICABLE, "d": State.PASS}


def test_what_a_prerequisite_silenced_is_not_called_passed() -> None:
    constraints = constraint("a"), constraint("b", "a"), constraint("c", "b")
    failed = results(finding("a", "urn:b"), finding("b", "urn:b"), constraints=constraints)
    states = {result.constraint: result.state for result in met_by(failed, Selection(("core",), constraints), VIEW)}
    assert states == {"b": State.NOT_ASSESSED, "c": State.PASS}


def test_no_findings_are_no_results() -> None:
    assert results() == ()
