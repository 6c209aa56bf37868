"""What a fix puts in is valid where it is put: the record has no error of XML Schema that it did not have before."""

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.cases import Case, load_cases, shape_files
from tests.edits import edited
from vocabsvc.checks.shapes import Selection, ShapesGraph, prepare_shapes
from vocabsvc.formats.records.reading import read_records
from vocabsvc.formats.xml import parse_xml
from vocabsvc.formats.xsd.schema_sets import SchemaSets
from vocabsvc.model.report import Action, Edit
from vocabsvc.services.validation.validation import Validation

LIMIT = 1_000_000
INSERTIONS = {Action.INSERT_AFTER, Action.INSERT_BEFORE, Action.APPEND}
FILLED: Mapping[str, str] = {"DateTime": "2020-01-01T00:00:00Z", "Decimal": "1", "endPosition": "2021-01-01"}
CASES = [case for case in load_cases() if case.action == "remove" and case.at and case.state == "fail"]


@pytest.fixture(scope="module")
def sets(shared: Path) -> SchemaSets:
    return SchemaSets.open(shared / "data" / "schemas")


@pytest.fixture(scope="module")
def shapes() -> ShapesGraph:
    return prepare_shapes(shape_files())


@pytest.mark.no_cover
def test_what_a_fix_puts_in_is_valid(sets: SchemaSets, shapes: ShapesGraph) -> None:
    validation = Validation(shapes, LIMIT)
    made, wrong = 0, {}
    for case in CASES:
        for edits in _insertions(validation, shapes, case):
            made += 1
            if new := _errors(sets, edited(case.record(), edits)) - _errors(sets, case.record()):
                wrong[str(case)] = new
    assert wrong == {}
    assert made > 90


def _insertions(validation: Validation, shapes: ShapesGraph, case: Case) -> list[list[Edit]]:
    (record,) = read_records(case.record(), max_bytes=LIMIT).records
    own = tuple(found for found in shapes.constraints.values() if found.code == case.code)
    fixes = [one.fix for one in validation.report(record, Selection(tuple(shapes.profiles), own)).results if one.fix]
    return [[_filled_in(edit) for edit in fix.edits] for fix in fixes if fix.edits[0].action in INSERTIONS]


def _filled_in(edit: Edit) -> Edit:
    """As an editor would complete it: by what the element takes, else by a date, which goes for any text."""

    def fill(found: re.Match[str]) -> str:
        name = found["name"].rpartition(":")[2]
        return found[0].replace("…", "1" if name.endswith("Coordinate") else FILLED.get(name, "2020-01-01"))

    return replace(edit, value=re.sub(r"<(?P<name>[\w:]+)[^<>]*>…", fill, edit.value))


def _errors(sets: SchemaSets, data: bytes) -> set[str]:
    document = parse_xml(data, max_bytes=LIMIT)
    verdict = sets.validate(document, document.root)
    assert verdict.schema_set
    return {error.message["en"] for error in verdict.errors}
