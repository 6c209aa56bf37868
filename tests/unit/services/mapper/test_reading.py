from collections.abc import Iterable
from collections.abc import Set as AbstractSet

import pytest

from vocabsvc.model.candidate import LocalTerm
from vocabsvc.services.mapper.reading import Reader, base_of
from vocabsvc.services.mapper.wording import Wording

KNOWN = {"temperature", "salinity", "practical", "wind", "speed", "water", "air", "oxygen", "dissolved", "depth"}


def namesakes(key: str, excluded: AbstractSet[str]) -> Iterable[str]:
    return ["horizontal current direction"] if key == "hcdt" and "coriolis" not in excluded else ()


READER = Reader(Wording.shipped(), KNOWN.__contains__, namesakes)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("PSAL", {"practical", "salinity"}),
        ("TEMP_DOXY", {"temperature", "sensor", "oxygen"}),
        ("airTemp2", {"air", "temperature"}),
        ("windspeed", {"wind", "speed"}),
        ("SDN:P09::TEMP", {"temperature"}),
        ("Water Temperature (°C)", {"water", "temperature"}),
    ],
)
def test_local_names_are_spelled_out(name: str, words: set[str]) -> None:
    assert words <= set(READER.read(LocalTerm(name)).spelled)


def test_a_unit_in_brackets_counts_where_none_is_given() -> None:
    assert READER.read(LocalTerm("Temp (degC)")).unit == "degC"
    assert READER.read(LocalTerm("Temp (degC)", unit="K")).unit == "K"
    assert READER.read(LocalTerm("Salinity (bottle)")).unit == ""


def test_the_long_name_ends_where_remarks_begin() -> None:
    reading = READER.read(LocalTerm("t", "Water temperature - measured near the salinity sensor"))
    assert set(reading.head) == {"water", "temperature"}
    assert "salinity" in reading.tail


@pytest.mark.parametrize(
    ("long_name", "words"),
    [
        ("TAirOrfordBuoy_Min", {"air", "temperature"}),
        ("Air Temp2 Avg", {"air", "temperature", "mean"}),
        ("Salinity2", {"salinity"}),
        ("Wind Dir", {"wind", "direction", "from"}),
        ("WaterTemperature", {"water", "temperature"}),
    ],
)
def test_long_names_are_spelled_out_too(long_name: str, words: set[str]) -> None:
    assert words <= set(READER.read(LocalTerm("x", long_name)).head)


def test_a_preposition_is_no_abbreviation() -> None:
    assert "air" not in READER.read(LocalTerm("", "Absorption at 490 nm")).head
    assert {"air", "temperature"} <= set(READER.read(LocalTerm("", "AT")).head)


@pytest.mark.parametrize(
    ("text", "plankton"),
    [
        ("GF/F to 2um chlorophyll", "picophytoplankton"),
        ("Chlorophylle 0,2-2 µm", "picophytoplankton"),
        ("Chlorophylle 2 à 20 µm", "nanophytoplankton"),
        ("chlorophyll 2um to 20um", "nanophytoplankton"),
        ("chlorophyll >20um", "microphytoplankton"),
        ("chlorophyll 20-200 um", "microphytoplankton"),
    ],
)
def test_a_fraction_of_a_pigment_is_a_size_class(text: str, plankton: str) -> None:
    classes = {"picophytoplankton", "nanophytoplankton", "microphytoplankton"}
    assert classes & set(READER.read(LocalTerm("", text)).head) == {plankton}
    assert not classes & set(READER.read(LocalTerm("", text.lower().replace("chlorophyll", "sand"))).head)


def test_namesakes_of_excluded_origins_tell_nothing() -> None:
    assert "direction" in READER.read(LocalTerm("HCDT")).namesakes
    assert not READER.read(LocalTerm("HCDT"), frozenset({"coriolis"})).namesakes


def test_siblings_tell_whether_a_file_is_of_the_water() -> None:
    assert "water" in READER.read(LocalTerm("TEMP", siblings=("PSAL", "PRES"))).tail
    assert "air" in READER.read(LocalTerm("TEMP", siblings=("WSPD", "RELH"))).tail
    assert not READER.read(LocalTerm("TEMP", siblings=("WSPD", "PSAL", "RELH", "PRES"))).tail


def test_a_sensor_number_is_no_part_of_the_base() -> None:
    assert base_of("DOXY_2") == base_of("doxy") == "doxy"
    assert base_of("12") == "12"


def test_a_date_is_a_time_whatever_it_is_of() -> None:
    reading = READER.read(LocalTerm("oxygen_analysed", "Oxygen analysed", "days since 1950-01-01"))
    assert reading.head["time"] > reading.head["oxygen"]
