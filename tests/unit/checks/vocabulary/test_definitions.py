from tests.unit.checks.vocabulary.vocabularies import CLEAN, Found, concept, found
from vocabsvc.checks.vocabulary.definitions import NO_DEFINITION, NO_DEFINITIONS


def test_concepts_without_definition_among_others_are_named() -> None:
    assert found("SKO-05", CLEAN) == []
    assert found("SKO-05", CLEAN + concept("lake")) == [Found(NO_DEFINITION["en"], "lake", "")]


def test_a_vocabulary_that_defines_nothing_is_one_finding() -> None:
    assert found("SKO-05", concept("sea") + concept("lake")) == [Found(NO_DEFINITIONS["en"], "", "")]
    assert found("SKO-05", "") == []
