import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.model.folding import content_words, fold, fold_words, spell_models


def test_case_accents_and_ligatures_are_folded() -> None:
    assert fold("Œstradiol  à 20 °C") == "oestradiol a 20 degc"
    assert fold("TEMPÉRATURE") == fold("température") == "temperature"
    assert fold("ŒUVRE ÆGIR ǼØ Łódź Straße") == "oeuvre aegir aeo lodz strasse"


def test_words_are_runs_of_letters_and_digits() -> None:
    assert fold_words("sea_water_pH (échelle totale)") == ("sea", "water", "ph", "echelle", "totale")
    assert fold_words("µmol/kg en CO₂") == ("umol", "kg", "en", "co2")
    assert fold_words("%/-_") == ()


def test_folding_any_character_twice_is_folding_it_once() -> None:
    characters = (chr(number) for number in range(sys.maxunicode + 1) if not 0xD800 <= number < 0xE000)
    assert [one for one in characters if fold(fold(one)) != fold(one)] == []


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)
    assert all(word == fold(word) for word in fold_words(text))


def test_empty_words_are_left_out_unless_there_are_no_others() -> None:
    assert content_words(fold_words("hauteur de la vague d'eau")) == ("hauteur", "vague", "eau")
    assert content_words(("chlorophyll", "a")) == ("chlorophyll", "a")
    assert content_words(("de", "la")) == ("de", "la")
    assert content_words(()) == ()


@pytest.mark.parametrize(
    ("text", "spelled"),
    [("simrad ek 60", "simrad ek 60 ek60"), ("simrad ek60", "simrad ek60 ek 60"), ("sea water", "sea water"), ("", "")],
)
def test_models_are_spelled_together_and_apart(text: str, spelled: str) -> None:
    assert spell_models(text) == spelled
