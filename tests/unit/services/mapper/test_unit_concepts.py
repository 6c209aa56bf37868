import pytest

from tests.unit.services.mapper.knowledge import uri
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString
from vocabsvc.services.mapper.entries import read_entries
from vocabsvc.services.mapper.unit_candidates import unit_candidates
from vocabsvc.services.mapper.unit_concepts import UNITS, Closeness, UnitConcepts


def unit(code: str, label: str, symbol: str, status: Status = Status.CURRENT) -> Concept:
    labels = (LangString(label, "en"),), (LangString(symbol),)
    return Concept(uri("P06", code), "P06", (f"SDN:P06::{code}",), *labels, status=status)


ALL = [
    unit("UPAA", "Degrees Celsius", "degC"),
    unit("UPKA", "Degrees Kelvin", "K"),
    unit("UMMC", "Milligrams per cubic metre", "mg/m^3"),
    unit("UGPL", "Micrograms per litre", "ug/l"),
    unit("UPOX", "Micromoles per litre", "umol/l"),
    unit("KGUM", "Micromoles per kilogram", "umol/kg"),
    unit("UMIC", "Micrometres (microns)", "um"),
    unit("UUUU", "Dimensionless", "Dmnless"),
    unit("UUPH", "pH units", "pH"),
    unit("OLDC", "Degrees centigrade", "degC", Status.DEPRECATED),
    *(Concept(f"http://p/{number}", "P01", units=(uri("P06", "UUUU"),)) for number in range(3)),
]
UNIT_CONCEPTS = UnitConcepts(read_entries(ALL)[UNITS])


def found(text: str) -> list[tuple[str, Closeness]]:
    return [(one.entry.code, one.closeness) for one in UNIT_CONCEPTS.matching(text)]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("degC", ("UPAA", Closeness.SPELLED)),
        ("°C", ("UPAA", Closeness.SPELLED)),
        ("degrees_celsius (ITS-90)", ("UPAA", Closeness.SAME_SYMBOLS)),
        ("MG/M^3", ("UMMC", Closeness.SPELLED)),
        ("mg m-3", ("UMMC", Closeness.SAME_SYMBOLS)),
        ("ng/ml", ("UGPL", Closeness.SAME_SIZE)),
        ("mmol/m3", ("UPOX", Closeness.SAME_SIZE)),
        ("uM", ("UPOX", Closeness.SAME_SIZE)),
        ("mmol/t", ("KGUM", Closeness.SAME_SIZE)),
        ("psu", ("UUUU", Closeness.SAME_SYMBOLS)),
        ("none|mg/m3", ("UMMC", Closeness.SAME_SYMBOLS)),
        ("micromètres", None),
    ],
)
def test_the_nearest_unit_is_first(text: str, first: tuple[str, Closeness] | None) -> None:
    assert next(iter(found(text)), None) == first


def test_what_more_concepts_are_measured_in_is_first_among_equals() -> None:
    assert [code for code, _ in found("1")] == ["UUUU", "UUPH"]


def test_amounts_by_mass_and_by_volume_are_told_apart() -> None:
    assert "KGUM" not in dict(found("umol/l"))
    assert "UPOX" not in dict(found("umol/kg"))


def test_deprecated_units_are_left_out() -> None:
    assert "OLDC" not in dict(found("degC"))


def test_units_become_candidates_with_their_reason() -> None:
    first, *others = unit_candidates(UNIT_CONCEPTS, LocalTerm("TEMP", "Température", "°C"))
    assert (first.notation, first.predicate_id.rpartition("#")[2]) == ("SDN:P06::UPAA", "exactMatch")
    assert "'°C'" in first.explanation
    assert [one.notation for one in others] == ["SDN:P06::UPKA"]
    assert first.score > 0.9 > others[0].score > 0
    assert others[0].predicate_id.endswith("relatedMatch")


def test_a_name_without_a_unit_may_be_one() -> None:
    assert unit_candidates(UNIT_CONCEPTS, LocalTerm("degC"))[0].notation == "SDN:P06::UPAA"
    assert not unit_candidates(UNIT_CONCEPTS, LocalTerm("salinité"))
