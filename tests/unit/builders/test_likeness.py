import pytest

from vocabsvc.builders.likeness import likeness


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        (("Sea temperature", "degree_Celsius"), ("SEA TEMPERATURE", "degC"), 0.95),
        (("Fucoxanthin", "milligram/m3"), ("FUCOXANTHINE", "mg/m^3"), 0.9),
        (("Delta 3He (3He/2He)", "%"), ("DELTA HELIUM 3", "%"), 0.8),
        (("Sea temperature", "m"), ("Sea temperature", "cm"), 0.855),
        (("Turbidity", "milliF.T.U"), ("TURBIDITY", "FNU"), 0.75),
        (("Time within day", "HHMMSS"), ("Time", "days since 1950"), None),
        (("Dissolved oxygen", "millimole/m3"), ("Dissolved oxygen", "umol/kg"), None),
        (("Altitude", "meter"), ("HEIGHT ABOVE MEAN SEA LEVEL", "m"), None),
        (("Sea", "m"), ("Sea", "m"), None),
    ],
)
def test_likeness(first: tuple[str, str], second: tuple[str, str], expected: float | None) -> None:
    assert likeness(*first, *second) == (None if expected is None else pytest.approx(expected))
