from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.services.glossary import Glossary


def entry(fr: str, en: str, *hidden: str, alt: str = "", broader: str = "") -> Concept:
    labels = (LangString(fr, "fr"), LangString(en, "en"))
    return Concept(
        f"glossary/{fr}",
        "glossary",
        pref_labels=labels,
        alt_labels=(LangString(alt, "fr"),) if alt else (),
        hidden_labels=tuple(LangString(text) for text in hidden),
        broader=(f"glossary/{broader}",) if broader else (),
    )


GLOSSARY = Glossary(
    [
        entry("oxygène dissous", "dissolved oxygen", "DOXY"),
        entry("oxygène", "oxygen"),
        entry("hauteur de vague", "wave height", alt="hauteur de houle"),
        entry("concentration", "concentration"),
        entry("herbier marin", "seagrass"),
        entry("posidonie", "posidonia", broader="herbier marin"),
    ]
)


def readings(text: str) -> list[str]:
    return [reading.text for reading in GLOSSARY.readings(text)]


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Oxygene dissous", "dissolved oxygen"),
        ("dissolved oxygen", "oxygene dissous"),
        ("DOXY", "oxygene dissous"),
        ("hauteurs des vagues", "wave height"),
        ("concentration en oxygène dissous", "concentration dissolved oxygen"),
        ("oxygène de surface", "oxygen surface"),
    ],
)
def test_the_longest_known_phrases_are_exchanged(text: str, other: str) -> None:
    assert other in readings(text)


def test_synonyms_are_proposed_and_abbreviations_only_read() -> None:
    assert readings("wave height") == ["hauteur vague", "hauteur houle"]
    assert "doxy" not in " ".join(readings("oxygène dissous"))


def test_a_reading_says_how_it_came_about() -> None:
    assert GLOSSARY.readings("  oxygène ")[0].via == "oxygène = oxygen"


def test_one_reading_keeps_to_one_language() -> None:
    assert readings("concentration hauteur de vague") == ["concentration hauteur houle", "concentration wave height"]


def test_an_exact_phrase_is_preferred_to_one_without_its_plural() -> None:
    glossary = Glossary([entry("temps", "time"), entry("température", "temperature", "TEMP")])
    assert [reading.text for reading in glossary.readings("temps")] == ["time"]
    assert [reading.text for reading in glossary.readings("temp")] == ["temperature"]


def test_what_is_broader_is_an_unsure_reading_of_the_whole_text() -> None:
    read = GLOSSARY.broader_readings(" Posidonies ")
    assert [(one.text, one.via, one.sure) for one in read] == [
        ("herbier marin", "Posidonies < herbier marin", False),
        ("seagrass", "Posidonies < seagrass", False),
    ]
    assert GLOSSARY.broader_readings("concentration de posidonie") == ()
    assert GLOSSARY.broader_readings("oxygène") == GLOSSARY.broader_readings("") == ()


def test_two_steps_are_climbed() -> None:
    entries = [
        entry("HAP", "PAH", broader="hydrocarbure"),
        entry("hydrocarbure", "hydrocarbon", broader="contaminant"),
        entry("contaminant", "pollutant", broader="substance"),
        entry("substance", "matter"),
    ]
    read = [one.text for one in Glossary(entries).broader_readings("PAH")]
    assert sorted(read) == ["contaminant", "hydrocarbon", "hydrocarbure", "pollutant"]


def test_every_entry_and_language_has_its_say_before_any_has_two() -> None:
    concept = replace(entry("a", "b", alt="a deux"), broader=("glossary/c", "glossary/e"))
    glossary = Glossary([concept, entry("c", "d", alt="c deux"), entry("e", "f")])
    assert [one.text for one in glossary.broader_readings("a")] == ["c", "d", "e", "f", "c deux"]


def test_what_is_narrower_is_an_unsure_reading_too() -> None:
    read = [one.via for one in GLOSSARY.narrower_readings("seagrass")]
    assert read == ["seagrass > posidonie", "seagrass > posidonia"]
    assert GLOSSARY.narrower_readings("posidonie") == ()


def test_one_phrase_at_a_time_takes_another_wording() -> None:
    glossary = Glossary([entry("vague", "wave", alt="houle"), entry("forte", "strong", alt="grosse")])
    read = {reading.text for reading in glossary.readings("wave strong")}
    assert read == {"vague forte", "houle forte", "vague grosse"}


def test_a_word_alike_in_both_languages_is_known_without_a_reading() -> None:
    assert readings("concentration") == []
    assert GLOSSARY.knows("Concentrations")
    assert not GLOSSARY.knows("turbidité")


def test_an_unknown_text_has_no_reading() -> None:
    assert readings("turbidité") == []
    assert readings("") == []
    assert Glossary(()).readings("oxygène") == ()


@given(st.text(max_size=60))
def test_any_text_has_a_bounded_number_of_readings(text: str) -> None:
    assert len(GLOSSARY.readings(text * 20)) <= 6


def test_a_text_is_read_as_the_entries_that_it_begins_the_nearest_first() -> None:
    begun = GLOSSARY.readings_begun("Oxyg")
    assert [(reading.text, reading.lang) for reading in begun] == [
        ("oxygene", "fr"),
        ("oxygen", "en"),
        ("oxygene dissous", "fr"),
        ("dissolved oxygen", "en"),
    ]
    assert not any(reading.sure for reading in begun)
    assert begun[0].via == "Oxyg ≈ oxygene"
    assert GLOSSARY.readings_begun("ox") == GLOSSARY.readings_begun("dissous") == ()


def test_a_reading_knows_its_language_and_how_many_are_likelier() -> None:
    assert [(one.lang, one.place) for one in GLOSSARY.readings("wave height")] == [("fr", 0), ("fr", 1)]
    shared = Glossary([entry("caméra", "camera", alt="appareil photo")])
    assert [(one.text, one.lang) for one in shared.readings("appareil photo")] == [("camera", "")]
