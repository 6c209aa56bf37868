"""Every fix does what it promises: made, the finding is gone, and a safe one brings no other."""

from dataclasses import replace

import pytest
from lxml import etree

from tests.cases import Case, clean, load_cases
from tests.edits import edited
from tests.examples import examples
from tests.unit.checks.test_cases import LIMIT, group
from vocabsvc.checks.records.insertions.insertion import ElementInsertions
from vocabsvc.checks.shapes import ShapesGraph
from vocabsvc.formats.records.reading import read_records
from vocabsvc.model.constraint import Repair
from vocabsvc.model.report import Edit, State, ValidationResult
from vocabsvc.namespaces import SHAPES
from vocabsvc.services.validation.validation import Validation

pytestmark = pytest.mark.no_cover  # other tests run the same lines

CASES = [case for case in load_cases() if case.at][:: examples(3, 1)]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_fix_mends_what_it_is_for(case: Case, validation: Validation, shapes: ShapesGraph) -> None:
    data = case.record()
    before = found(validation, shapes, case, data)
    for result in before:
        repair = shapes.constraints[f"{SHAPES}{result.constraint}"].repair
        if case.action == "remove" and result.code == case.code and repair is Repair.INSERT:
            assert result.fix is not None
        if result.code == case.code and result.fix is not None:
            after = found(validation, shapes, case, edited(data, map(filled_in, result.fix.edits)))
            assert same_place(result) not in map(same_place, after)
            if result.fix.safe:
                assert {one.constraint for one in after} <= {one.constraint for one in before}


def filled_in(edit: Edit) -> Edit:
    """The edit as an editor would complete it; a date goes for any text."""
    return replace(edit, value=edit.value.replace("…", "2020-01-01"))


def found(validation: Validation, shapes: ShapesGraph, case: Case, data: bytes) -> list[ValidationResult]:
    (record,) = read_records(data, max_bytes=LIMIT).records
    report = validation.report(record, group(shapes, case.code.partition("-")[0]))
    return [result for result in report.results if result.state is State.FAIL]


def same_place(result: ValidationResult) -> tuple[str, str, str]:
    return result.constraint, result.xpath, result.value


def test_every_insertion_that_a_constraint_names_is_known(shapes: ShapesGraph) -> None:
    named = {one.insertion for one in shapes.constraints.values() if one.repair is Repair.INSERT}
    assert named - ElementInsertions().names() == set()


def test_an_element_in_the_place_of_another_gets_nothing_that_it_has_no_room_for(validation: Validation) -> None:
    root = etree.fromstring(clean("iso19139"))
    protocol = next(root.iter("{*}protocol"))
    resource = protocol.getparent()
    assert resource is not None
    resource.tag = str(etree.QName(etree.QName(resource).namespace, "EX_VerticalExtent"))
    resource.remove(protocol)
    (report,) = validation.validate(etree.tostring(root), [one.name for one in validation.profiles()]).reports
    lacking = [one for one in report.results if one.xpath.endswith("EX_VerticalExtent") and one.code.startswith("DST-")]
    assert lacking
    assert [one.fix for one in lacking if one.fix is not None] == []
