from vocabsvc.model.label import LangString, by_language, choose_label

EN, FR, CA, NONE = (LangString("sea", "en"), LangString("mer", "fr"), LangString("la mer", "fr-ca"), LangString("SEA"))


def test_the_first_language_that_has_a_label_wins() -> None:
    assert choose_label([EN, FR], ["de", "fr"]) == FR
    assert choose_label([EN, CA], ["fr"]) == CA


def test_english_then_untagged_then_any_stand_in() -> None:
    assert choose_label([FR, EN], ["de"]) == EN
    assert choose_label([FR, NONE], ["de"]) == NONE
    assert choose_label([FR], ["de"]) == FR
    assert choose_label([], ["fr"]) is None


def test_untagged_texts_stand_under_und() -> None:
    assert by_language([EN, NONE, FR]) == {"en": ["sea"], "und": ["SEA"], "fr": ["mer"]}
