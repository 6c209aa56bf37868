import pytest

from benchmarks.prefixes import LONGEST, beginnings, labels_of, with_typos, without_accents
from vocabsvc.model.folding import fold
from vocabsvc.services.services import Services

LABELS = {
    "P01": [f"Concentration of substance {number} per unit volume of the water body" for number in range(300)],
    "glossaire": ["Température de la mer", "Salinité pratique", "Hauteur des vagues", "Marée à l'échelle"] * 5,
    "empty": [],
}


@pytest.fixture(scope="module")
def texts() -> list[str]:
    return beginnings(LABELS, 200)


def test_no_two_texts_are_alike_once_folded(texts: list[str]) -> None:
    assert len({fold(text) for text in texts}) == len(texts) == 200


def test_they_are_the_same_at_every_run(texts: list[str]) -> None:
    assert beginnings(LABELS, 200) == texts
    assert with_typos(texts) == with_typos(texts)


def test_each_begins_a_label_or_a_later_word_of_it(texts: list[str]) -> None:
    labels = [f" {label}".lower() for pool in LABELS.values() for label in pool]
    known = labels + [without_accents(label) for label in labels]
    assert all(any(f" {text.lower()}" in label for label in known) for text in texts)
    assert all(2 <= len(text) <= LONGEST for text in texts)


def test_they_are_typed_with_and_without_accents_and_capitals(texts: list[str]) -> None:
    assert {"é" in text for text in texts if fold(text).startswith("temperat")} == {True, False}
    assert {text.islower() for text in texts} == {True, False}


def test_no_text_begins_with_a_word_that_carries_no_meaning(texts: list[str]) -> None:
    assert not [text for text in texts if text.lower().startswith(("of ", "the ", "de ", "des "))]


def test_a_typo_changes_a_text_by_one_letter_and_leaves_the_first() -> None:
    texts = ["salinity", "temp", "oxygène dissous"]
    wrong = with_typos(texts)
    assert len(wrong) == 2  # the short one is left out
    for text, typed in zip(["salinity", "oxygène dissous"], wrong, strict=True):
        assert typed != text
        assert typed[0] == text[0]
        assert abs(len(typed) - len(text)) <= 1


def test_labels_are_those_of_every_vocabulary_in_every_language(services: Services) -> None:
    labels = labels_of(services)
    assert list(labels) == ["T01", "T02"]
    assert {"Dissolved oxygen of the test basin", "Oxygène dissous du bassin d'essai"} <= set(labels["T01"])
