import pytest

from vocabsvc.formats.packed_keyword import possible_parts, unpack


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("salinité, température, oxygène dissous", ("salinité", "température", "oxygène dissous")),
        ("PLU ; Plan d'occupation du sol ; urbanisme", ("PLU", "Plan d'occupation du sol", "urbanisme")),
        ("OCEANS > TIDES, OCEANS > WAVES", ("OCEANS > TIDES", "OCEANS > WAVES")),
        ("Wind, Waves, Tides, Currents, Ice", ("Wind", "Waves", "Tides", "Currents", "Ice")),
    ],
)
def test_terms_between_separators_are_taken_apart(text: str, parts: tuple[str, ...]) -> None:
    assert unpack(text, ()) == parts


@pytest.mark.parametrize(
    "text",
    [
        "salinité",
        "Marseille, France",
        "Norton Sound, Alaska",
        "EARTH SCIENCE > OCEANS > SALINITY",
        "Countries | Australia",
        "1,2-dichloroethane",
        "Alkalinity, acidity and pH of the water column",
        "Sediment (sand, silt, clay)",
        "DOC/NOAA/NESDIS > National Data Center, NOAA, U.S. Department of Commerce",
        "salinité, salinité, Salinité",
        ";",
        "",
    ],
)
def test_names_and_paths_stay_whole(text: str) -> None:
    assert unpack(text, ()) == ()


def test_two_terms_are_taken_apart_where_both_are_known() -> None:
    assert unpack("temperature, salinity", ("temperature", "salinity")) == ("temperature", "salinity")
    assert unpack("temperature, salinity", ("salinity",)) == ()
    assert unpack("Copper, Oxide", ("Copper", "Oxide")) == ()
    assert unpack("Salinity|Waves", ("Salinity", "Waves")) == ("Salinity", "Waves")
    assert unpack("Salinity > Waves", ("Salinity",)) == ()


def test_places_have_their_country_behind_a_comma() -> None:
    text = "brest, finistère, bretagne"
    assert unpack(text, ()) == ("brest", "finistère", "bretagne")
    assert unpack(text, (), place=True) == ()


def test_possible_parts_are_what_may_be_looked_up() -> None:
    assert possible_parts("a, b; c > b") == ("a", "b", "c")
    assert possible_parts("salinité") == ()
    assert possible_parts(", ".join(map(str, range(100)))) == ()
