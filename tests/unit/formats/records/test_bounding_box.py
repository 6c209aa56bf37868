import pytest

from tests.cases import clean
from tests.lifted import Lifted


def boxed(encoding: str, west: str, east: str) -> Lifted:
    text = clean(encoding).decode()
    assert "-4.60<" in text
    return Lifted(text.replace(">-4.60<", f">{west}<").replace(">-4.20<", f">{east}<").encode())


@pytest.mark.parametrize("encoding", ["iso19139", "iso19115-3", "eml"])
def test_crossing_of_the_antimeridian_has_a_width(encoding: str) -> None:
    assert boxed(encoding, "170.25", "-170.25").said("antimeridianWidth") == ["19.50"]
    assert boxed(encoding, "-4.60", "-4.20").said("antimeridianWidth") == []


@pytest.mark.parametrize(
    ("west", "east"), [("350", "10"), ("NaN", "10"), ("10", "NaN"), ("1e400", "1"), ("", "1"), ("1", "1")]
)
def test_no_width_where_it_cannot_be_told(west: str, east: str) -> None:
    assert boxed("iso19139", west, east).said("antimeridianWidth") == []


@pytest.mark.parametrize("encoding", ["iso19139", "iso19115-3", "eml"])
def test_bound_with_a_comma_has_a_reading(encoding: str) -> None:
    found = boxed(encoding, "-4,60", "-4.20")
    assert (found.said("west"), found.datatypes("west")) == (["-4,60"], ["string"])
    assert found.said("westSuggestion") == ["-4.60"]
    assert found.said("eastSuggestion") == []
