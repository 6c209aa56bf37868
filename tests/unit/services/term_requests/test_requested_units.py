import pytest

from tests.requested import unit_entries
from vocabsvc.services.mapper.unit_concepts import UnitConcepts
from vocabsvc.services.term_requests.places import bases_of_unit
from vocabsvc.services.term_requests.requested_units import RequestedUnits

UNITS = RequestedUnits(UnitConcepts(unit_entries()))


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("µg/L", "UGPL"), ("ug l-1", "UGPL"), ("cells/l", "UCPL"), ("copies L-1", "UCPL"), ("nrcells/l", "UCPL"),
        ("°C", "UPAA"), ("ng/g dw", "NGPG"), ("d-1", "UPDY"), ("meter/second", "UVAA"),
    ],
)  # fmt: skip
def test_a_unit_is_found_however_it_is_spelled(given: str, code: str) -> None:
    assert UNITS.find(given).notation == f"SDN:P06::{code}"


@pytest.mark.parametrize("given", ["", "mg/m3", "arbitrary", "=1+1", "10^6 cells/l"])
def test_a_unit_that_nobody_spells_so_is_none(given: str) -> None:
    found = UNITS.find(given)
    assert (found.given, found.uri, found.label) == (given, "", "")


@pytest.mark.parametrize(
    ("unit", "bases"),
    [
        ("ug/l", ("volume",)), ("ng/g dw", ("dry weight",)), ("mg/kg poids frais", ("wet weight",)),
        ("ug/kg", ("mass", "dry weight", "wet weight", "weight")), ("ind/m2", ("area",)), ("mg/m2/d", ()), ("degC", ()),
    ],
)  # fmt: skip
def test_a_unit_tells_what_an_amount_is_related_to(unit: str, bases: tuple[str, ...]) -> None:
    assert bases_of_unit(unit) == bases
