"""Every check fires where it must, and nowhere else."""

import re
from collections.abc import Callable
from functools import cache

import pytest
from lxml import etree

from tests.cases import CLEAN, ENCODINGS, Case, clean, load_cases
from vocabsvc.checks.records.catalogue import CHECKS
from vocabsvc.checks.records.intake import read_already
from vocabsvc.checks.records.xml_schema import against_schema, outside_schema
from vocabsvc.checks.shapes import Selection, ShapesGraph
from vocabsvc.formats.records.reading import read_records
from vocabsvc.model.constraint import Constraint
from vocabsvc.model.report import Severity, State, ValidationReport, ValidationResult
from vocabsvc.namespaces import RDF
from vocabsvc.services.validation.validation import Validation

CASES = load_cases()
SEVERITIES = list(Severity)
Results = Callable[[Case], list[ValidationResult]]
LIMIT = 1_000_000


@pytest.fixture(scope="module")
def results(validation: Validation, shapes: ShapesGraph) -> Results:
    """Of a case: what the checks of its group found."""

    @cache
    def of(case: Case) -> list[ValidationResult]:
        (record,) = read_records(case.record(), max_bytes=LIMIT).records
        report = validation.report(record, group(shapes, case.code.partition("-")[0]))
        return [result for result in report.results if result.state == case.state]

    return of


def group(shapes: ShapesGraph, name: str) -> Selection:
    """The constraints whose code begins like that, and what they require."""
    chosen = {iri for iri, found in shapes.constraints.items() if found.code.partition("-")[0] == name}
    while more := {iri for one in chosen for iri in shapes.constraints[one].requires} - chosen:
        chosen |= more
    constraints = tuple(found for iri, found in shapes.constraints.items() if iri in chosen)
    return Selection(tuple(shapes.profiles), constraints)


@pytest.mark.parametrize("name", CLEAN)
def test_clean_record_meets_every_constraint(name: str, validation: Validation) -> None:
    (report,) = validation.validate(clean(name), CLEAN[name]).reports
    assert [one for one in report.results if one.state is State.FAIL] == []
    assert report.conforms
    assert "alinité de surface en rade" in report.record.title


@pytest.mark.parametrize("case", CASES, ids=str)
def test_edit_sets_off_its_check_in_its_place(case: Case, results: Results) -> None:
    family, profiles = case.code.partition("-")[0], set(CLEAN[case.encoding])
    found = [one for one in results(case) if one.code.startswith(family)]
    codes = {one.code for one in found if one.code == case.code or profiles & set(one.profiles)}
    if not case.at:
        assert case.code not in codes
        return
    answers = [one for one in found if one.code == case.code and case.constraint in {"", one.constraint}]
    if case.state == State.FAIL:
        assert codes == {case.code, *case.also}
    else:  # nobody assesses everything in the clean records
        answers = [one for one in answers if one.value == case.found]
    result = answers[0]
    assert result.xpath == case.at
    assert result.value == case.found
    assert case.expected in {"", *result.expected[:1]}
    # the place is the start tag of the element that the path names
    name = re.sub(r"\[\d+\]", "", case.at.rpartition("/")[2])
    line = case.record().decode().splitlines()[result.line - 1]
    assert line[result.column - 1 :].startswith(f"<{name}")


def test_cases_have_names_of_their_own() -> None:
    assert len({str(case) for case in CASES}) == len(CASES)


def test_every_constraint_is_seen_at_work(shapes: ShapesGraph, results: Results) -> None:
    seen = {result.constraint for case in CASES for result in results(case)}
    elsewhere = {name for name, find in CHECKS.items() if find in {read_already, against_schema, outside_schema}}
    assert {iri.rpartition("#")[2] for iri in shapes.constraints} - seen - elsewhere == set()


def test_every_constraint_fires_in_each_encoding_it_claims(shapes: ShapesGraph, results: Results) -> None:
    seen = {(case.family, result.constraint) for case in CASES for result in results(case)}
    claimed = {
        (encoding, iri.rpartition("#")[2])
        for encoding in ENCODINGS
        for iri, constraint in shapes.constraints.items()
        if {target.rpartition("#")[2] for target in constraint.targets} & classes(encoding)
        and not only_elsewhere(constraint, encoding)
    }
    assert claimed - seen == set()


def only_elsewhere(constraint: Constraint, encoding: str) -> bool:
    """A constraint on what only the other encoding can say, or of a profile of the other encoding."""
    if encoding == "iso19139":  # which has one date of the record, and asks less of constraints and extended elements
        return constraint.iri.endswith(("MD-03-creation", "MD-03-other", "STR-19-legal", "STR-19-concept"))
    if encoding == "iso19115-3" and constraint.iri.endswith("DST-02-format"):  # which need have none
        return True
    return constraint.profiles <= {"sdn-cdi"}


def test_every_constraint_claims_some_encoding(shapes: ShapesGraph) -> None:
    lifted = set().union(*(classes(name) for name in CLEAN))
    not_in_clean_records = {"Series", "Service", "Releasability"}
    for constraint in shapes.constraints.values():
        targets = {target.rpartition("#")[2] for target in constraint.targets}
        assert targets - not_in_clean_records <= lifted, constraint.iri


def test_results_are_the_same_every_time_the_most_severe_first(validation: Validation) -> None:
    root = etree.fromstring(clean("iso19139"))
    for element in root.iter("{http://www.isotc211.org/2005/gco}CharacterString"):
        element.text = ""
    data = etree.tostring(root)
    first: ValidationReport
    (first,) = validation.validate(data, ["core"]).reports
    assert (first,) == validation.validate(data, ["core"]).reports
    assert len(first.results) > 5
    order = [(one.state is not State.FAIL, SEVERITIES.index(one.severity)) for one in first.results]
    assert order == sorted(order)


@cache
def classes(name: str) -> set[str]:
    (record,) = read_records(clean(name), max_bytes=LIMIT).records
    return {str(fact.object).rpartition("#")[2] for fact in record.graph.facts if fact.predicate == f"{RDF}type"}
