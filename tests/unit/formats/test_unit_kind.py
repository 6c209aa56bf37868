import pytest

from vocabsvc.formats.unit_kind import same_kind


@pytest.mark.parametrize(("first", "second"), [("ug/l", "nmol/l"), ("NTU", "FNU"), ("TBD", "m")])
def test_units_of_one_concept(first: str, second: str) -> None:
    assert same_kind(first, second)


@pytest.mark.parametrize(("first", "second"), [("mg/m^3", "%"), ("mg/kg", "nmol/l")])
def test_units_of_two_concepts(first: str, second: str) -> None:
    assert not same_kind(first, second)
