import re

import pytest
from lxml import etree

from tests.cases import ENCODINGS, Case, clean, load_cases
from vocabsvc.checks.shapes import ShapesGraph
from vocabsvc.formats.record import read_record
from vocabsvc.model.report import ValidationReport
from vocabsvc.namespaces import RDF
from vocabsvc.services.validation import Validation

CASES = load_cases()


@pytest.fixture(scope="module")
def validation(shapes: ShapesGraph) -> Validation:
    return Validation(shapes, 1_000_000)


@pytest.fixture(scope="module")
def reports(validation: Validation) -> dict[str, ValidationReport]:
    """Of each case by its name, in the whole profile; each name is one case."""
    assert len({str(case) for case in CASES}) == len(CASES)
    return {str(case): validation.validate(case.record(), ["core"]) for case in CASES}


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_clean_record_meets_every_constraint(encoding: str, validation: Validation) -> None:
    report = validation.validate(clean(encoding), validation.profiles())
    assert report.results == ()
    assert report.conforms
    assert report.record.encoding == encoding
    assert report.record.title == "Salinité de surface en rade"


@pytest.mark.parametrize("case", CASES, ids=str)
def test_edit_sets_off_its_check_in_its_place(case: Case, reports: dict[str, ValidationReport]) -> None:
    data = case.record()
    results = reports[str(case)].results
    assert {result.code for result in results} == {case.code, *case.also}
    result = next(result for result in results if result.code == case.code)
    assert result.xpath == case.at
    assert result.value == case.found
    # the place is the start tag of the element that the path names
    name = re.sub(r"\[\d+\]", "", case.at.rpartition("/")[2])
    line = data.decode().splitlines()[result.line - 1]
    assert line[result.column - 1 :].startswith(f"<{name}")


def test_every_constraint_is_seen_at_work_in_each_encoding_it_claims(
    shapes: ShapesGraph, reports: dict[str, ValidationReport], target_classes: dict[str, set[str]]
) -> None:
    claimed = {
        (encoding, constraint.code, constraint.message["en"])
        for encoding in ENCODINGS
        for constraint in shapes.constraints.values()
        if target_classes[constraint.iri] & _classes(encoding)
    }
    seen = {
        (case.encoding, result.code, result.message["en"]) for case in CASES for result in reports[str(case)].results
    }
    # only 19115-3 has several dates, so two constraints have nothing to say about a 19139 record
    only_in_19115_3 = {
        ("iso19139", "MD-03", shapes.constraints[f"https://w3id.org/vocabsvc/shapes#{name}"].message["en"])
        for name in ("MD-03-creation", "MD-03-other")
    }
    assert claimed - only_in_19115_3 == seen


def test_every_constraint_claims_some_encoding(shapes: ShapesGraph, target_classes: dict[str, set[str]]) -> None:
    lifted = set().union(*(_classes(encoding) for encoding in ENCODINGS))
    not_in_clean_records = {"Series", "Service"}
    for iri in shapes.constraints:
        assert target_classes[iri] - not_in_clean_records <= lifted


def test_twins_of_both_iso_encodings_give_the_same_codes(reports: dict[str, ValidationReport]) -> None:
    twins: dict[str, list[list[str]]] = {encoding: [] for encoding in ENCODINGS}
    for case in CASES:
        if "dateInfo[2]" not in case.path and case.path != "//mdb:dateInfo[1]":  # 19139 has one date
            twins[case.encoding].append(sorted(result.code for result in reports[str(case)].results))
    assert sorted(twins["iso19139"]) == sorted(twins["iso19115-3"])


def test_results_are_the_same_every_time_and_in_document_order(validation: Validation) -> None:
    root = etree.fromstring(clean("iso19139"))
    for element in root.iter("{http://www.isotc211.org/2005/gco}CharacterString"):
        element.text = ""
    data = etree.tostring(root)
    first = validation.validate(data, ["core"])
    assert first == validation.validate(data, ["core"])
    assert len(first.results) > 5
    places = [(result.line, result.column) for result in first.results]
    assert places == sorted(places)


def _classes(encoding: str) -> set[str]:
    graph = read_record(clean(encoding), max_bytes=1_000_000)
    return {str(fact.object).rpartition("#")[2] for fact in graph.facts if fact.predicate == f"{RDF}type"}
