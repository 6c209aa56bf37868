"""The catalogue as a whole; each check has its own tests beside this file."""

import pytest

from tests.unit.checks.vocabulary.vocabularies import CLEAN, checked, concept, found
from vocabsvc.checks.vocabulary.catalogue import CATALOGUE, check_vocabulary
from vocabsvc.checks.vocabulary.check import VocabularyCheck
from vocabsvc.checks.vocabulary.page import documentation
from vocabsvc.model.report import Severity

CODES = [check.code for check in CATALOGUE]


def test_the_codes_are_those_of_the_catalogue_each_once() -> None:
    assert [f"SKO-{number:02}" for number in range(1, 19)] == CODES


def test_violations_are_what_the_catalogue_calls_so() -> None:
    violations = [check.code for check in CATALOGUE if check.severity is Severity.VIOLATION]
    assert violations == ["SKO-01", "SKO-02", "SKO-07", "SKO-09", "SKO-10", "SKO-16", "SKO-18"]


def test_nothing_is_found_in_a_clean_vocabulary() -> None:
    report = check_vocabulary(checked(CLEAN), previous_count=4)
    assert report.groups == ()
    assert report.conforms
    # a link leads out of it, and nothing is fetched
    assert [gap.code for gap in report.not_assessed] == ["SKO-12", "SKO-14", "SKO-16"]


@pytest.mark.parametrize("check", CATALOGUE, ids=lambda check: check.code)
def test_the_example_in_the_documentation_fires(check: VocabularyCheck) -> None:
    assert found(check.code, documentation(check)[1]["Example"])


@pytest.mark.parametrize("check", CATALOGUE, ids=lambda check: check.code)
def test_messages_are_in_both_languages(check: VocabularyCheck) -> None:
    report = check_vocabulary(checked(documentation(check)[1]["Example"]))
    for group in report.groups:
        assert set(group.first.message) == {"en", "fr"}
        assert group.first.message["en"] != group.first.message["fr"]
        assert not any(text.endswith(".") or "'" in text for text in group.first.message.values())


def test_french_has_its_accents() -> None:
    report = check_vocabulary(checked(concept("sea", 'skos:altLabel "sea"')))
    messages = {group.first.code: group.first.message["fr"] for group in report.groups}
    assert messages["SKO-02"] == "un libellé est à la fois préférentiel et alternatif"
    assert messages["SKO-05"] == "aucun concept n’a de définition"


def test_findings_are_grouped_with_the_first_of_them() -> None:
    turtle = "".join(concept(name, f'skos:altLabel "{name}"@en ; skos:hiddenLabel "{name}2"') for name in "abc")
    turtle += concept("d", 'skos:hiddenLabel "d"@en')
    report = check_vocabulary(checked(turtle), examples=2)
    groups = [group for group in report.groups if group.first.code == "SKO-02"]
    assert [(group.count, [one.value for one in group.examples]) for group in groups] == [(3, ["a", "b"]), (1, ["d"])]
    assert report.counts()["SKO-02"] == 4
    assert not report.conforms
    assert report.violations == tuple(groups)
