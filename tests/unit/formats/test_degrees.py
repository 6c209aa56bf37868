import pytest

from vocabsvc.formats.degrees import likely_degrees


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("43,9", "43.9"),
        ("-4,20", "-4.20"),
        ("+4,20", "+4.20"),
        ("48.25°", "48.25"),
        ("90,5 °", "90.5"),
        ("12°", "12"),
        ("4°36'W", "-4.60"),
        ("4°36′W", "-4.60"),
        ("48° 15' N", "48.25"),
        ("48°15'30\"N", "48.258333"),
        ("10°30'S", "-10.50"),
        ("4.6 W", "-4.60"),
        ("36 E", "36.00"),
    ],
)
def test_text_with_one_reading_is_read(text: str, degrees: str) -> None:
    assert likely_degrees(text) == degrees


@pytest.mark.parametrize(
    "text", ["", "NaN", "4°36 O", "4°36'O", "-4.6 W", "4°75'W", "4.5°30'W", "1.234,5", "ouest", "1e3"]
)
def test_text_with_two_readings_or_none_is_not(text: str) -> None:
    assert likely_degrees(text) == ""
