import pytest

from vocabsvc.model.unit import Unit, parse_unit


def unit(text: str) -> Unit:
    found = parse_unit(text)
    assert found is not None, text
    return found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("millimole/m3", "umol/l"),
        ("10+6/m3", "#/ml"),
        ("milligram/(m2.day)", "mg/m^2/d"),
        ("micromole nitrogen/(m3.day)", "nmol/l/d"),
        ("hectopascal", "mBar"),
        ("degree_Celsius", "degC"),
        ("µmol kg-1", "micromole/kg"),
        ("micro einstein m-2 s-1", "uE/m^2/s"),
        ("1e-18", "TU"),
        ("per thousand", "1e-3"),
        ("psu", "Dmnless"),
        ("meter2 second", "m^2/Hz"),
        ("deg T", "degree"),
    ],
)
def test_spellings_of_one_size(first: str, second: str) -> None:
    assert unit(first).same_size(unit(second))


@pytest.mark.parametrize(("first", "second"), [("umol/l", "mol/m3"), ("mm/d", "millimeter/hour"), ("%", "1e-3")])
def test_units_that_convert(first: str, second: str) -> None:
    assert unit(first).converts_to(unit(second))
    assert not unit(first).same_size(unit(second))


@pytest.mark.parametrize(("first", "second"), [("umol/kg", "umol/l"), ("mg/l", "umol/l"), ("NTU", "FNU"), ("m", "m2")])
def test_units_of_another_kind(first: str, second: str) -> None:
    assert not unit(first).converts_to(unit(second))


def test_symbols_tell_one_spelling_from_another_of_the_same_size() -> None:
    assert unit("milligram/m3").symbols == unit("mg m-3").symbols
    assert unit("umol/l").symbols != unit("mmol/m^3").symbols


@pytest.mark.parametrize(
    "text",
    [
        "TBD",
        "degC/yr",
        "hh24miss",
        "days since 1950",
        "m/0",
        "10+9999",
        "millimillimeter",
        "é",
        "m)",
        "m/(g",
        "m" + "9" * 5000,
    ],
)
def test_what_is_not_understood(text: str) -> None:
    assert parse_unit(text) is None
