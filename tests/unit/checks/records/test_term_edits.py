"""The edits that are offered for keywords put them right."""

import re

import pytest

from tests.cases import Case, load_cases
from tests.edits import edited
from vocabsvc.checks.shapes import ShapesGraph
from vocabsvc.model.report import Action, State, ValidationResult
from vocabsvc.services.validation.validation import Validation
from vocabsvc.services.validation.vocabulary_facts import FactSource, VocabularyFacts

REPAIRED = ("KW-04", "KW-05", "KW-08", "KW-11", "KW-12", "KW-14", "KW-15", "KW-16", "KW-17", "KW-26")
CASES = [case for case in load_cases() if case.code in REPAIRED and case.at]
LIMIT = 1_000_000
PROFILES = ("core", "eml", "inspire", "odatis")


@pytest.fixture(scope="module")
def validation(shapes: ShapesGraph, terms: tuple[FactSource, ...]) -> Validation:
    return Validation(shapes, LIMIT, VocabularyFacts(terms))


@pytest.mark.parametrize("case", CASES, ids=str)
def test_edits_put_the_keyword_right(case: Case, validation: Validation, shapes: ShapesGraph) -> None:
    before = results(validation, case.record(), case.code)
    for result in before:
        if result.fix is None:
            continue
        after = results(validation, edited(case.record(), result.fix.edits), case.code)
        assert len(after) < len(before)


def test_edits_are_offered_where_an_encoding_has_a_way() -> None:
    assert {case.encoding for case in CASES} == {"iso19139", "iso19115-3", "eml"}


def results(validation: Validation, data: bytes, code: str) -> list[ValidationResult]:
    (report,) = validation.validate(data, PROFILES).reports
    return [one for one in report.results if one.code == code and one.state is State.FAIL]


def test_prefixes_are_declared_in_what_is_put_in(validation: Validation) -> None:
    for case in CASES:
        for result in results(validation, case.record(), case.code):
            for edit in result.fix.edits if result.fix else ():
                if edit.action in {Action.REPLACE_ELEMENT, Action.INSERT_AFTER}:
                    for prefix in re.findall(r"<([a-z]+):", edit.value):
                        assert f"xmlns:{prefix}=" in edit.value
