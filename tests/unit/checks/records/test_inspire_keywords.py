"""KW-28: categories of high-value datasets that are given by name."""

import pytest

from tests.cases import clean
from vocabsvc.model.report import State, ValidationResult
from vocabsvc.services.validation.validation import Validation

ANCHOR = (
    '<gmx:Anchor xlink:href="http://data.europa.eu/bna/c_dd313021">'
    "Observation de la terre et environnement</gmx:Anchor>"
)


def about_the_category(validation: Validation, name: str, language: str) -> list[ValidationResult]:
    text = f"<gco:CharacterString>{name}</gco:CharacterString>"
    record = clean("iso19139").decode()
    assert ANCHOR in record
    record = record.replace(ANCHOR, text).replace('codeListValue="fre"', f'codeListValue="{language}"')
    (report,) = validation.validate(record.encode(), ["hvd"]).reports
    return [one for one in report.results if one.constraint == "KW-28-category"]


@pytest.mark.parametrize("language", ["fre", "eng", "ger"])
def test_name_counts_whatever_the_language_of_the_record(validation: Validation, language: str) -> None:
    assert about_the_category(validation, "Mobility", language) == []


def test_name_in_a_language_of_the_list_must_be_one_of_its_labels(validation: Validation) -> None:
    (result,) = about_the_category(validation, "Mer", "fre")
    assert result.state is State.FAIL


def test_name_in_another_language_is_not_assessed(validation: Validation) -> None:
    (result,) = about_the_category(validation, "Georaum", "ger")
    assert result.state is State.NOT_ASSESSED
    assert "English and French" in result.message["en"]
    assert result.xpath.endswith("gmd:keyword")
