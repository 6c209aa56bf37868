import pytest
from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.formats.identifier import Citation, iri_spellings, read_citation

TEMPPR01 = "http://vocab.nerc.ac.uk/collection/P01/current/TEMPPR01/"


@pytest.mark.parametrize(
    "text",
    [
        "SDN:P01::TEMPPR01",
        "sdn:p01::TEMPPR01",
        "SDN:P01:45:TEMPPR01",
        "SDN:P011:35:TEMPPR01",
        "urn:SDN:P01::TEMPPR01",
        " <http://vocab.nerc.ac.uk/collection/P01/current/TEMPPR01> ",
        "https://vocab.nerc.ac.uk/collection/P01/current/TEMPPR01/",
        "http://vocab.nerc.ac.uk/collection/P01/current/TEMPPR01/3/",
        "vocab.nerc.ac.uk/collection/P01/current/TEMPPR01/",
        "http://vocab.ndg.nerc.ac.uk/term/P011/current/TEMPPR01",
        "http://vocab.ndg.nerc.ac.uk/term/P011/45/TEMPPR01/",
        "http://www.seadatanet.org/urnurl/SDN:P01::TEMPPR01",
        "https://www.seadatanet.org/urnurl/SDN:P01:45:TEMPPR01",
    ],
)
def test_all_forms_of_an_nvs_concept_are_one(text: str) -> None:
    assert read_citation(text) == Citation((TEMPPR01,), "P01", "TEMPPR01")


def test_other_forms() -> None:
    assert (
        read_citation("http://vocab.nerc.ac.uk/standard_name/sea_water_temperature/").cf_name == "sea_water_temperature"
    )
    assert read_citation("coriolis:TEMP") == Citation(vocabulary="coriolis", code="TEMP")
    assert read_citation("coriolis::TEMP") == Citation(vocabulary="coriolis", code="TEMP")
    assert read_citation("sea_water_ph") == Citation(code="sea_water_ph", cf_name="sea_water_ph")
    assert read_citation("SDN:L22::TOOL0001").vocabulary == "L22"
    assert read_citation("SDN:C381::X").vocabulary == "C38"
    assert read_citation("") == Citation()


def test_an_iri_is_tried_with_both_schemes_and_endings() -> None:
    assert iri_spellings("https://h.example/é/") == (
        "https://h.example/é/",
        "https://h.example/é",
        "http://h.example/é/",
        "http://h.example/é",
    )
    assert iri_spellings("urn:x") == ("urn:x", "urn:x/")


@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    assert isinstance(read_citation(text), Citation)
