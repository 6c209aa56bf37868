import pytest

from tests.unit.checks.vocabulary.vocabularies import CLEAN, Found, concept, found
from vocabsvc.checks.vocabulary.texts import DOUBLY_ENCODED, MARKUP, UNPRINTABLE


@pytest.mark.parametrize(
    ("label", "message", "shown"),
    [
        ("\ufeffSalinité", UNPRINTABLE, r"'\ufeffSalinité'"),
        ("sea\u0007 level", UNPRINTABLE, r"'sea\x07 level'"),
        ("sali\u00adnité", UNPRINTABLE, r"'sali\xadnité'"),
        ("salinit\ufffd", DOUBLY_ENCODED, ""),
        ("SalinitÃ©", DOUBLY_ENCODED, ""),
        ("dâ€™eau", DOUBLY_ENCODED, ""),
        ("CÅ“ur", DOUBLY_ENCODED, ""),
        ("10 Âµm", DOUBLY_ENCODED, ""),
        ("Î”T", DOUBLY_ENCODED, ""),
        ("CO<sub>2</sub>", MARKUP, ""),
        ("Winkler &amp; Cie", MARKUP, ""),
        ("5 &#176;C", MARKUP, ""),
        ("first<BR/>second", MARKUP, ""),
    ],
)
def test_what_is_no_text(label: str, message: dict[str, str], shown: str) -> None:
    turtle = concept("x", f'skos:altLabel "{label}"@fr')
    assert found("SKO-17", turtle) == [Found(message["en"], "x", shown or label)]


@pytest.mark.parametrize(
    "label",
    [
        "Température de l’eau à 10 m : « surface »",
        "Île d’Yeu, Ærø, ÎLOT, ÂGE",
        "area of 3 Å², < 0.4 µm and > 0.2 µm",
        "phase <0.4/0.45um> by filtration",
        "R&D; NOAA & Ifremer",
        "درجة الحرارة \u200fماء",
        "Ωκεανός ΔT",
        "\u202f12\u00a0°C",
    ],
)
def test_what_is(label: str) -> None:
    assert found("SKO-17", concept("x", f'skos:hiddenLabel "{label}"@fr')) == []


def test_a_clean_vocabulary_has_nothing_of_it() -> None:
    assert found("SKO-17", CLEAN) == []
