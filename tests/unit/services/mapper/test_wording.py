import pytest

from vocabsvc.services.mapper.wording import Wording

WORDING = Wording.shipped()


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("sea_water_temperature", "Temperature of the water body"),
        ("Photosynthetically Available Radiation", "PAR"),
        ("dissolved inorganic carbon", "total dissolved inorganic carbon"),
        ("sulphate", "Sulfates"),
        ("benzo(a)pyrene", "Benzo[a]pyrene"),
        ("concentratie zuurstof", "concentration of oxygen"),
    ],
)
def test_wordings_of_the_same_have_the_same_words(text: str, other: str) -> None:
    assert set(WORDING.words(text)) == set(WORDING.words(other))


def test_numbers_of_a_substance_stay_together() -> None:
    assert "n2_2_4" in WORDING.words("2,2',4-tribromodiphenyl ether")


def test_the_longest_phrase_is_replaced() -> None:
    wording = Wording({"sea water": "water", "sea": "sea"})
    assert wording.words("Seas of sea water") == ("sea", "water")
