import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.requested import P01, new_drafter
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.term_request import ComponentKind, ComponentSource, TermComponent, TermDraft

DRAFTER = new_drafter()


def draft(
    long_name: str = "", unit: str = "", local_name: str = "", method: str = "", standard_name: str = ""
) -> TermDraft:
    return DRAFTER.draft(LocalTerm(local_name, long_name, unit, standard_name=standard_name, method=method))


def part(drafted: TermDraft, kind: ComponentKind) -> TermComponent:
    return next(one for one in drafted.components if one.kind is kind)


@pytest.mark.parametrize(
    ("long_name", "unit", "label"),
    [
        (
            "Concentration de plomb dissous dans la colonne d’eau", "µg/l",
            ("Concentration of lead {Pb CAS 7439-92-1} per unit volume of the water body "
            "[dissolved plus reactive particulate <unknown phase]"),
        ),
        ("Zinc in sediment", "ng/g dw", "Concentration of zinc {Zn CAS 7440-66-6} per unit dry weight of sediment"),
        ("BPA in mussels", "ng/g ww", "Concentration of bisphenol A {BPA CAS 80-05-7} per unit wet weight of mussels"),
        (
            "Abundance of nifH gene copies in seawater (flow cytometry)", "copies/l",
            "Abundance of nifH gene copies per unit volume of the water body by flow cytometry",
        ),
        ("Air temperature standard deviation", "degC", "Temperature standard deviation of the atmosphere"),
        (
            "Lead in sediment pore water", "ug/l",
            "Concentration of lead {Pb CAS 7439-92-1} per unit volume of the sediment pore water",
        ),
        ("Toxin A in pore water", "ug/l", "Concentration of toxin A per unit volume of pore water"),
        ("ZINC UPTAKE", "/d", "Uptake of zinc {Zn CAS 7440-66-6}"),
        ("Sea level anomaly", "m", "Sea level anomaly"),
        ("Zorglub abundance in sea water", "#/l", "Abundance of zorglub per unit volume of the water body"),
    ],
)  # fmt: skip
def test_a_label_is_drafted_in_the_style_of_p01(long_name: str, unit: str, label: str) -> None:
    drafted = draft(long_name, unit)
    assert drafted.label == label
    assert drafted.complete


def test_what_cannot_be_told_is_open_and_never_invented() -> None:
    drafted = draft("Zinc", "ug/kg")
    assert drafted.label == "Concentration of zinc {Zn CAS 7440-66-6} per unit ⟨basis?⟩ of ⟨matrix?⟩"
    assert drafted.open == (ComponentKind.BASIS, ComponentKind.MATRIX)
    assert not drafted.complete
    assert part(drafted, ComponentKind.MATRIX).suggestions == ("water body", "sediment", "sediment pore water")
    phase = part(draft("Zinc in sea water", "ug/l"), ComponentKind.PHASE)
    assert (phase.source, phase.suggestions) == (ComponentSource.OPEN, ("dissolved plus reactive particulate phase",))
    assert draft(local_name="XQZ7").label == "⟨property?⟩"
    assert draft(local_name="XQZ7").unplaced == ("XQZ7",)


def test_a_property_that_is_said_stands_before_what_the_unit_might_tell() -> None:
    assert part(draft("Zorglub speed", "ug/l"), ComponentKind.PROPERTY).text == "Speed"


def test_what_is_moved_to_somewhere_is_not_there() -> None:
    drafted = draft("Zinc flux to the sediment", "")
    assert "sediment" not in drafted.label
    assert drafted.unplaced == ("sediment",)


def test_how_each_part_is_known_is_told() -> None:
    drafted = draft("Styrene in seawater", "ug/l", method="GC-MS")
    assert [(one.kind.value, one.source.value, one.said) for one in drafted.components] == [
        ("property", "unit", ""), ("object", "own_words", "Styrene"), ("basis", "unit", ""),
        ("matrix", "worded", "seawater"), ("phase", "open", ""), ("method", "own_words", "GC-MS"),
    ]  # fmt: skip
    assert drafted.unit.notation == "SDN:P06::UGPL"
    assert part(draft("wind speed", "m/s"), ComponentKind.MATRIX).source is ComponentSource.USAGE
    told = draft("Zinc", "ug/l", standard_name="mass_concentration_of_zinc_in_sea_water")
    assert part(told, ComponentKind.MATRIX).source is ComponentSource.CONTEXT


def test_a_word_beside_a_wording_of_p01_makes_it_another_thing() -> None:
    drafted = draft("Red fluorescence of Synechococcus")
    named = part(drafted, ComponentKind.PROPERTY)
    assert (named.text, named.source, named.suggestions) == (
        "Red fluorescence", ComponentSource.OWN_WORDS, ("Fluorescence",)
    )  # fmt: skip
    assert "Synechococcus (ITIS: 773: WoRMS 160572)" in drafted.label


def test_french_words_that_p01_does_not_have_are_put_in_english() -> None:
    drafted = draft("Abondance des microplastiques dans la colonne d’eau", "#/l")
    assert drafted.label == "Abundance of microplastics per unit volume of the water body"
    assert part(drafted, ComponentKind.OBJECT).said == "microplastiques"


def test_a_filter_that_is_told_is_in_the_phase() -> None:
    assert "[particulate >GF/F phase]" in draft("Particulate lead in sea water, GF/F", "ug/l").label
    assert (
        "[dissolved plus reactive particulate phase]" in draft("Dissolved and particulate lead in water", "ug/l").label
    )
    assert "[aerosol phase]" in draft("Aerosol lead in air", "ug/l").label


def test_a_method_that_is_given_is_worded_as_in_p01_where_it_is_the_same() -> None:
    method = part(draft("Zinc", "ug/l", method="Atomic Absorption"), ComponentKind.METHOD)
    assert (method.text, method.source, method.said) == (
        "atomic absorption",
        ComponentSource.WORDED,
        "Atomic Absorption",
    )
    method = part(draft("Zinc", "ug/l", method="absorption"), ComponentKind.METHOD)
    assert (method.source, method.suggestions) == (ComponentSource.OWN_WORDS, ("atomic absorption",))


def test_a_label_that_p01_has_is_said_to_exist() -> None:
    assert draft("Temperature of the sea water", "degC").existing == f"{P01}TEMPWAT1/"
    assert draft("Temperature of the sediment", "degC").existing == ""


def test_a_unit_that_contradicts_a_property_rules_it_out() -> None:
    assert part(draft("Speed of wind", "m/s"), ComponentKind.PROPERTY).source is ComponentSource.WORDED
    assert part(draft("Speed of lead", "ug/l"), ComponentKind.PROPERTY).source is ComponentSource.OWN_WORDS


TEXT = st.text(max_size=60) | st.lists(
    st.sampled_from(["lead", "in", "of", "plomb", "wind", "(", "speed", "d’eau", "dissolved", ":", "=1", "par", "⟨"])
).map(" ".join)


@given(TEXT, TEXT, st.sampled_from(["", "ug/l", "#/l", "degC", "ug/kg dw", "??"]) | st.text(max_size=12), TEXT)
def test_any_name_gives_a_draft_with_a_property(local_name: str, long_name: str, unit: str, method: str) -> None:
    drafted = DRAFTER.draft(LocalTerm(local_name, long_name, unit, method=method))
    assert drafted.components[0].kind is ComponentKind.PROPERTY
    assert "\n" not in drafted.label
    for kind in drafted.open:
        assert f"⟨{kind.value}?⟩" in drafted.label
