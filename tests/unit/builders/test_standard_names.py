import pytest

from vocabsvc.builders.nvs import concept_uri
from vocabsvc.builders.shipped import ShippedConcepts
from vocabsvc.builders.standard_names import StandardNames
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString

UNITS = {"UPOX": "umol/l", "KMOL": "mol/m^3", "KGM3": "kg/m^3", "UPAA": "degC", "KELV": "K", "UAAA": "deg"}
NUTS, CDTA = concept_uri("P02", "NUTS"), concept_uri("P02", "CDTA")


def concept(
    vocabulary: str, code: str, label: str, unit: str, group: str = "", status: Status = Status.CURRENT
) -> Concept:
    return Concept(
        concept_uri(vocabulary, code),
        vocabulary,
        pref_labels=(LangString(label, "en"),),
        units=(concept_uri("P06", unit),),
        broader=(group,) if group else (),
        status=status,
    )


def found(name: Concept, *others: Concept) -> dict[str, float]:
    groups = [Concept(uri, "P02") for uri in (NUTS, CDTA)]
    units = [Concept(concept_uri("P06", code), "P06", alt_labels=(LangString(unit),)) for code, unit in UNITS.items()]
    shipped = ShippedConcepts({one.uri: one for one in (name, *others, *groups, *units)})
    return {one.target.split("/")[-2]: one.confidence for one in StandardNames(shipped).proposals(name)}


NITRATE = concept("P07", "CF1", "mole_concentration_of_nitrate_in_sea_water", "KMOL", NUTS)
LABEL = "Concentration of nitrate {NO3- CAS 14797-55-8} per unit volume of the water body"


def test_the_same_words_units_and_group() -> None:
    assert found(NITRATE, concept("P01", "A", f"{LABEL} [unknown phase]", "UPOX", NUTS)) == {"A": 0.6}


def test_without_a_group_it_is_less_sure_and_among_several_too() -> None:
    name = concept("P07", "CF1", "mole_concentration_of_nitrate_in_sea_water", "KMOL")
    one = concept("P01", "A", f"{LABEL} [unknown phase]", "UPOX", NUTS)
    assert found(name, one) == {"A": 0.5}
    other = concept("P01", "B", f"{LABEL} [dissolved plus reactive particulate phase]", "UPOX", NUTS)
    assert found(name, one, other) == {"A": 0.375, "B": 0.375}


@pytest.mark.parametrize(
    "other",
    [
        concept("P01", "A", f"{LABEL} by colorimetric autoanalysis", "UPOX", NUTS),
        concept("P01", "A", f"{LABEL} [particulate >GF/F phase]", "UPOX", NUTS),
        concept("P01", "A", f"{LABEL} [unknown phase]", "KGM3", NUTS),
        concept("P01", "A", f"{LABEL} [unknown phase]", "UPOX", CDTA),
        concept("P01", "A", f"{LABEL} [unknown phase]", "UPOX", NUTS, Status.DEPRECATED),
        concept("P01", "A", LABEL.replace("nitrate", "nitrite"), "UPOX", NUTS),
        concept("P01", "A", LABEL.replace("volume", "mass"), "UPOX", NUTS),
    ],
)
def test_a_method_a_size_another_unit_group_or_word_is_another_quantity(other: Concept) -> None:
    assert found(NITRATE, other) == {}


@pytest.mark.parametrize(
    ("name", "label", "unit"),
    [
        ("air_temperature", "Temperature of the atmosphere", "UPAA"),
        ("sea_water_temperature", "Temperature of the water body", "UPAA"),
        (
            "wind_from_direction",
            "Direction (from) of wind relative to True North {wind direction} in the atmosphere",
            "UAAA",
        ),
        ("sea_surface_wave_to_direction", "Direction (towards) of waves on the water body", "UAAA"),
    ],
)
def test_the_spellings_of_both_are_brought_together(name: str, label: str, unit: str) -> None:
    assert found(concept("P07", "CF1", name, unit), concept("P01", "A", label, unit)) == {"A": 0.5}


def test_from_is_not_towards() -> None:
    name = concept("P07", "CF1", "sea_surface_wave_to_direction", "UAAA")
    assert found(name, concept("P01", "A", "Direction (from) of waves on the water body", "UAAA")) == {}


def test_a_phase_that_the_name_asks_for_is_in_the_acronym() -> None:
    name = concept("P07", "CF1", "mole_concentration_of_dissolved_organic_nitrogen_in_sea_water", "KMOL")
    text = "Concentration of organic nitrogen {organic_N} {%s} per unit volume of the water body [%s phase]"
    dissolved = concept("P01", "A", text % ("DON", "dissolved plus reactive particulate <unknown"), "UPOX")
    particulate = concept("P01", "B", text % ("PON", "particulate >unknown"), "UPOX")
    assert found(name, dissolved, particulate) == {"A": 0.5}
