import pytest

from tests.unit.checks.vocabulary.vocabularies import CLEAN, Found, concept, found
from vocabsvc.checks.vocabulary.languages import INVALID_TAG, NOT_IN_LANGUAGE, UNTAGGED, is_valid_tag


def test_labels_have_a_valid_language() -> None:
    turtle = concept("sea", 'skos:altLabel "Étendue salée"@xq , "the deep" ; skos:hiddenLabel "mer"@fr-FR , "S1"')
    assert found("SKO-13", turtle) == [
        Found(INVALID_TAG["en"], "sea", "Étendue salée@xq"),
        Found(UNTAGGED["en"], "sea", "the deep"),
    ]
    assert found("SKO-13", CLEAN) == []


def test_a_language_of_some_concepts_is_expected_of_all() -> None:
    turtle = concept("sea", 'skos:prefLabel "Mer"@fr') + concept("lake", 'skos:altLabel "Lac"@fr')
    assert found("SKO-13", turtle) == [Found(NOT_IN_LANGUAGE["en"], "lake", "fr")]


@pytest.mark.parametrize("tag", ["fr", "en-gb", "zh-hant-tw", "pt-br", "es-419", "gsw", "sr-latn", "de-1996", "x-nvs"])
def test_valid_tags(tag: str) -> None:
    assert is_valid_tag(tag)


@pytest.mark.parametrize("tag", ["fre", "fra", "eng", "xq", "french", "fr_fr", "f", "fr-", "en-toolongsubtag", ""])
def test_tags_that_are_not(tag: str) -> None:
    assert not is_valid_tag(tag)
