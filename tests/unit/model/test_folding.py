from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.model.folding import fold, fold_words


def test_case_accents_and_ligatures_are_folded() -> None:
    assert fold("Œstradiol  à 20 °C") == "oestradiol a 20 °c"
    assert fold("TEMPÉRATURE") == fold("température") == "temperature"


def test_words_are_runs_of_letters_and_digits() -> None:
    assert fold_words("sea_water_pH (échelle totale)") == ("sea", "water", "ph", "echelle", "totale")
    assert fold_words("°/-_") == ()


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(word == fold(word) for word in fold_words(text))
