import pytest

from vocabsvc.services.mapper.unit_relation import UnitRelation, basis_of, relate_units


@pytest.mark.parametrize(
    ("given", "spelling", "relation"),
    [
        ("degree_Celsius", "degC", UnitRelation.SAME),
        ("°C", "K", UnitRelation.CONVERTIBLE),
        ("mg/m3", "ug/l", UnitRelation.SAME),
        ("UMOL/KG", "umol/kg", UnitRelation.SAME),
        ("umol/kg", "ml/l", UnitRelation.OTHER),
        ("ml/l", "umol/l", UnitRelation.AMOUNT),
        ("mg/kg", "ml/m^3", UnitRelation.OTHER),
        ("deg C (ITS-90)", "degC", UnitRelation.SAME),
        ("PSS-78", "Dmnless", UnitRelation.SAME),
        ("psu|none", "Dmnless", UnitRelation.SAME),
        ("m", "s", UnitRelation.OTHER),
        ("seconds since 1970-01-01T00:00:00Z", "s", UnitRelation.SAME),
        ("furlongs per blink", "m", UnitRelation.UNKNOWN),
        ("none", "m", UnitRelation.UNKNOWN),
    ],
)
def test_units_are_related_by_what_they_measure(given: str, spelling: str, relation: UnitRelation) -> None:
    assert relate_units(given, (spelling,)) is relation


def test_nothing_is_known_without_units() -> None:
    assert relate_units("m", ()) is relate_units("", ("m",)) is UnitRelation.UNKNOWN


@pytest.mark.parametrize(
    ("unit", "basis"),
    [
        ("umol/kg", "mass"),
        ("micromol kg-1", "mass"),
        ("Micromoles per kilogram", "mass"),
        ("ml/l", "volume"),
        ("mmol m-3", "volume"),
        ("mg/m^3", "volume"),
        ("m/s", ""),
        ("", ""),
    ],
)
def test_a_concentration_is_by_mass_or_by_volume(unit: str, basis: str) -> None:
    assert basis_of(unit) == basis
