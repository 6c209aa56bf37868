import pytest

from vocabsvc.checks.records.eml.unit_names import standard_units
from vocabsvc.formats.cited_unit import read_eml_unit, read_uom
from vocabsvc.formats.unit import parse_unit


@pytest.mark.parametrize(
    ("cited", "unit"),
    [
        ("m", "m"),
        (" metre ", "metre"),
        ("http://standards.iso.org/ittf/PubliclyAvailableStandards/ISO_19139_Schemas/resources/uom/gmxUom.xml#m", "m"),
        ("http://www.isotc211.org/2005/resources/uom/gmxUom.xml#xpointer(//*[@gml:id='m'])", "m"),
        ("urn:ogc:def:uom:EPSG::9001", "m"),
        ("EPSG::9102", "degree"),
        ("urn:ogc:def:uom:EPSG::1999", "urn:ogc:def:uom:EPSG::1999"),
        ("urn:ogc:def:uom:UCUM::km", "km"),
        ("deg{north}", "deg"),
        ("#m", "m"),
        ("http://www.seadatanet.org/urnurl/SDN:P06::ULAA", "http://www.seadatanet.org/urnurl/SDN:P06::ULAA"),
    ],
)
def test_units_of_iso_records_are_led_back_to_their_spelling(cited: str, unit: str) -> None:
    assert read_uom(cited) == unit


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("milligramsPerMeterCubed", "mg/m^3"),
        ("milligramsPerCubicMeter", "mg/m^3"),
        ("metersPerSecondSquared", "m/s^2"),
        ("micromolePerMeterSquaredPerSecond", "umol/m^2/s"),
        ("celsius", "degC"),
        ("number", "count"),
        ("inverseCentimeter", "1/cm"),
        ("microSeimenPerCentimeter", "uS/cm"),
        ("squareKilometers", "km^2"),
    ],
)
def test_names_of_eml_are_units(name: str, same: str) -> None:
    read, expected = parse_unit(read_eml_unit(name)), parse_unit(same)
    assert read is not None
    assert expected is not None
    assert read.same_size(expected)


def test_what_is_no_name_of_eml_stays_as_it_is() -> None:
    assert read_eml_unit("mg/L") == "mg/L"
    assert read_eml_unit("PSU") == "PSU"
    assert parse_unit(read_eml_unit("numberPerTree")) is None


def test_nearly_all_units_of_the_dictionary_are_read() -> None:
    unread = {name for name in standard_units("2.2.0") if parse_unit(read_eml_unit(name)) is None}
    assert unread == {
        "Foot_Gold_Coast",
        "Foot_US",
        "Link_Clarke",
        "Yard_Indian",
        "Yard_Sears",
        "gramPercentimeterSquared",
    }
