import pytest

from vocabsvc.services.mapper.label_parts import LabelParts, label_parts

OXYGEN = (
    "Concentration of oxygen {O2 CAS 7782-44-7} per unit volume of the water body "
    "[dissolved plus reactive particulate phase] by Winkler titration"
)


@pytest.mark.parametrize(
    ("label", "parts"),
    [
        (
            OXYGEN,
            LabelParts(
                "Concentration of oxygen",
                "the water body",
                "volume",
                "dissolved plus reactive particulate phase",
                "Winkler titration",
                "O2",
            ),
        ),
        (
            "Pressure (spatial coordinate) exerted by the water body by profiling pressure sensor",
            LabelParts("Pressure (spatial coordinate)", "water body", method="profiling pressure sensor"),
        ),
        ("Practical salinity of the water body", LabelParts("Practical salinity", "water body")),
        ("sea_water_temperature", LabelParts("sea_water_temperature")),
        (
            "moles_of_nitrate_per_unit_mass_in_sea_water",
            LabelParts("concentration_of_nitrate", "sea_water", "mass", "moles"),
        ),
        (
            "mass_concentration_of_chlorophyll_in_sea_water",
            LabelParts("concentration_of_chlorophyll", "sea_water", "volume", "mass_concentration"),
        ),
    ],
)
def test_labels_are_taken_apart(label: str, parts: LabelParts) -> None:
    assert label_parts(label) == parts


def test_codes_of_taxa_are_no_words() -> None:
    assert label_parts("Abundance of Dinophysis (ITIS: 9928: WoRMS 109462) per unit volume of the water body").what == (
        "Abundance of Dinophysis"
    )
