from tests.unit.checks.vocabulary.vocabularies import Found, concept, found, not_assessed
from vocabsvc.checks.vocabulary.size import EMPTY, NO_EARLIER_EDITION, SHRUNK

NINE = "".join(concept(f"c{number}") for number in range(9))


def test_nothing_is_too_little() -> None:
    assert found("SKO-18", "") == [Found(EMPTY["en"], "", "")]
    assert found("SKO-18", "", previous_count=5) == [Found(EMPTY["en"], "", "")]


def test_a_tenth_may_be_lost() -> None:
    assert found("SKO-18", NINE, previous_count=8) == []
    assert found("SKO-18", NINE, previous_count=10) == []
    assert found("SKO-18", NINE, previous_count=11) == [Found(SHRUNK["en"], "", "11 → 9")]


def test_without_an_earlier_edition_it_is_not_assessed() -> None:
    assert found("SKO-18", NINE) == []
    assert not_assessed("SKO-18", NINE) == [NO_EARLIER_EDITION["en"]]
    assert not_assessed("SKO-18", NINE, previous_count=9) == []
