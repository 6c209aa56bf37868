import pytest

from tests.cases import clean
from tests.lifted import Lifted
from vocabsvc.formats.records.reference_system import axis_direction, crs_iri

WGS84 = "http://www.opengis.net/def/crs/EPSG/0/4326"
RECORD = clean("iso19139").decode()
CODE = f"<gco:CharacterString>{WGS84}</gco:CharacterString>"


@pytest.mark.parametrize(
    "named",
    [
        (WGS84,),
        ("https://www.opengis.net/def/crs/EPSG/0/4326/",),
        ("urn:ogc:def:crs:EPSG::4326",),
        ("urn:ogc:def:crs:EPSG:6.6:4326",),
        ("urn:x-ogc:def:crs:EPSG:4326",),
        ("EPSG:4326",),
        ("EPSG::4326",),
        ("EPSG 4326: WGS 84 / geographisch",),
        ("WGS 84 (EPSG:4326)", "EPSG"),
        ("http://www.opengis.net/gml/srs/epsg.xml#4326",),
        ("https://epsg.io/4326",),
        ("https://epsg.org/crs/gml/id/4326",),
        ("http://www.epsg-registry.org/export.htm?gml=urn:ogc:def:crs:EPSG::4326",),
        ("https://spatialreference.org/ref/epsg/4326/",),
        ("4326", "urn:ogc:def:crs:EPSG"),
        ("4326", "European Petroleum Survey Group (EPSG) Geodetic Parameter Registry"),
        ("4326",),
        ("WGS 1984",),
        ("WGS84",),
        ("World Geodetic System 84",),
        ("SDN:L10::4326",),
        ("https://www.seadatanet.org/urnurl/SDN:L10::4326",),
    ],
)
def test_usual_names_of_one_system_are_one_iri(named: tuple[str, ...]) -> None:
    assert crs_iri(*named) == WGS84


@pytest.mark.parametrize(
    ("named", "iri"),
    [
        (("CRS:84",), "http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
        (("urn:ogc:def:crs:OGC:1.3:CRS84",), "http://www.opengis.net/def/crs/OGC/1.3/CRS84"),
        (("RGF93 / Lambert-93",), "http://www.opengis.net/def/crs/EPSG/0/2154"),
        (("32632", "EPSG"), "http://www.opengis.net/def/crs/EPSG/0/32632"),
        (("urn:ogc:def:crs:EPSG:7.1:3035",), "http://www.opengis.net/def/crs/EPSG/0/3035"),
        (("MSL depth",), "http://www.opengis.net/def/crs/EPSG/0/5715"),
    ],
)
def test_other_systems(named: tuple[str, ...], iri: str) -> None:
    assert crs_iri(*named) == iri


@pytest.mark.parametrize(
    "named",
    [
        ("",),
        ("32632",),
        ("CH03",),
        ("EPSG:2056, EPSG:21781",),
        ("urn:ogc:def:datum:EPSG::5103",),
        ("SDN:L10::2000",),
        ("31468, 31469", "EPSG"),
    ],
)
def test_what_could_be_several_or_none_is_left_open(named: tuple[str, ...]) -> None:
    assert crs_iri(*named) == ""


@pytest.mark.parametrize(
    ("iri", "words", "direction"),
    [
        ("http://www.opengis.net/def/crs/EPSG/0/5715", "", "down"),
        ("http://www.opengis.net/def/crs/EPSG/0/5714", "", "up"),
        ("", "Profondeur sous le zéro hydrographique", "down"),
        ("", "Ellipsoidal height", "up"),
        ("", "height or depth", ""),
        ("", "Normaal Amsterdams Peil", ""),
    ],
)
def test_direction_of_a_vertical_system(iri: str, words: str, direction: str) -> None:
    assert axis_direction(iri, words) == direction


def lifted(code: str) -> Lifted:
    assert CODE in RECORD
    return Lifted(RECORD.replace(CODE, code).encode())


def test_iri_of_the_register_needs_no_other_name() -> None:
    found = Lifted(RECORD.encode())
    assert (found.said("crs"), found.said("crsName")) == ([WGS84], [])


def test_link_of_an_anchor_counts() -> None:
    found = lifted(f'<gmx:Anchor xlink:href="{WGS84}">WGS 84</gmx:Anchor>')
    assert (found.said("crs"), found.said("crsName"), found.said("code")) == ([WGS84], [], ["WGS 84"])


def test_other_name_is_kept_beside_the_iri() -> None:
    found = lifted("<gco:CharacterString>EPSG:4326</gco:CharacterString>")
    assert (found.said("crs"), found.said("crsName")) == ([WGS84], ["EPSG:4326"])
    assert found.places("crsName")[0].endswith("/gmd:code/gco:CharacterString")


def test_code_of_seadatanet_is_one_of_its_list() -> None:
    code = '<gmd:SDN_CRSCode codeList="list.xml#SDN_CRSCode" codeListValue="4326">WGS</gmd:SDN_CRSCode>'
    assert lifted(code).said("crs") == [WGS84]


def test_translated_code_is_read_once() -> None:
    free = "<gmd:PT_FreeText><gmd:textGroup><gmd:LocalisedCharacterString>EPSG:4326</gmd:LocalisedCharacterString>"
    free += "</gmd:textGroup></gmd:PT_FreeText>"
    assert lifted(f"<gco:CharacterString>EPSG:4326</gco:CharacterString>{free}").said("crs") == [WGS84]


def test_unknown_system_has_no_iri() -> None:
    found = lifted("<gco:CharacterString>Repère du port</gco:CharacterString>")
    assert (found.said("crs"), found.said("crsName"), found.said("code")) == ([], [], ["Repère du port"])
