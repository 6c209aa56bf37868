import pytest

from vocabsvc.services.term_requests.label_pattern import LabelPattern, label_pattern, sentence


@pytest.mark.parametrize(
    ("label", "pattern"),
    [
        (
            ("Concentration of lead {Pb CAS 7439-92-1} per unit volume of the water body "
            "[dissolved plus reactive particulate phase] by filtration and spectrophotometry"),
            LabelPattern(
                "Concentration", "", "lead {Pb CAS 7439-92-1}", "per unit volume of the water body", "volume",
                "the water body", "dissolved plus reactive particulate phase", "filtration and spectrophotometry",
            ),
        ),
        ("Temperature of the water body", LabelPattern("Temperature", place="of the water body", matrix="water body")),
        (
            "Length standard deviation (from the rostrum to the tail) of Euphausia (ITIS: 95500: WoRMS 110674)",
            LabelPattern(
                "Length standard deviation (from the rostrum to the tail)",
                object="Euphausia (ITIS: 95500: WoRMS 110674)",
            ),
        ),
        (
            "Speed maximum of wind {wind speed} in the atmosphere",
            LabelPattern("Speed", "maximum", "wind {wind speed}", "in the atmosphere", "", "atmosphere"),
        ),
    ],
)  # fmt: skip
def test_a_label_is_taken_apart_and_put_together_again(label: str, pattern: LabelPattern) -> None:
    assert label_pattern(label) == pattern
    assert sentence(pattern) == label


def test_stages_and_species_of_biota_are_left_out() -> None:
    label = "Abundance of copepods [Stage: nauplius] per unit volume of the water body by optical microscopy"
    assert sentence(label_pattern(label)) == label.replace(" [Stage: nauplius]", "")
