import re

from tests.cases import clean
from tests.lifted import Lifted

RECORD = clean("iso19139").decode()
START, END = RECORD.index("<gmd:verticalCRS>"), RECORD.index("</gmd:verticalCRS>") + len("</gmd:verticalCRS>")


def with_system(xml: str) -> Lifted:
    return Lifted((RECORD[:START] + xml + RECORD[END:]).encode())


def test_system_in_gml_is_recognised_with_its_datum() -> None:
    found = Lifted(RECORD.encode())
    assert found.said("verticalCrs") == ["http://www.opengis.net/def/crs/EPSG/0/5715"]
    assert found.said("axisDirection") == ["down"]
    assert found.said("verticalDatum") == ["https://www.seadatanet.org/urnurl/SDN:L11::D08"]
    assert found.said("verticalUnit") == ["metres"]
    assert found.datatypes("minimum") == ["decimal"]


def test_system_by_reference() -> None:
    found = with_system('<gmd:verticalCRS xlink:href="https://epsg.org/crs/gml/id/5714"/>')
    assert found.said("verticalCrs") == ["http://www.opengis.net/def/crs/EPSG/0/5714"]
    assert (found.said("axisDirection"), found.said("verticalDatum")) == (["up"], [])


def test_system_that_nobody_knows_is_named_in_its_words() -> None:
    found = with_system(
        '<gmd:verticalCRS xlink:href="https://example.org/crs" xlink:title="profondeur sous le ponton"/>'
    )
    assert (found.said("verticalCrs"), found.said("axisDirection")) == (["https://example.org/crs"], ["down"])


def test_nil_system_is_kept_apart_from_none() -> None:
    nil = with_system('<gmd:verticalCRS gco:nilReason="missing"/>')
    assert (nil.said("verticalCrs"), nil.said("verticalCrsNil")) == ([], ["missing"])
    assert with_system("").said("verticalCrsNil") == []
    assert with_system("<gmd:verticalCRS/>").said("verticalCrs") == []


def test_identifier_of_iso_19115_3_says_the_same() -> None:
    record = clean("iso19115-3").decode()
    system = (
        "<gex:verticalCRSId><mrs:MD_ReferenceSystem><mrs:referenceSystemIdentifier><mcc:MD_Identifier><mcc:code>"
        "<gco:CharacterString>5715</gco:CharacterString></mcc:code><mcc:codeSpace><gco:CharacterString>EPSG"
        "</gco:CharacterString></mcc:codeSpace></mcc:MD_Identifier></mrs:referenceSystemIdentifier>"
        "</mrs:MD_ReferenceSystem></gex:verticalCRSId>"
    )
    found = Lifted(re.sub("(?s)<gex:verticalCRS>.*</gex:verticalCRS>", system, record).encode())
    assert found.said("verticalCrs") == ["http://www.opengis.net/def/crs/EPSG/0/5715"]
    assert found.said("axisDirection") == ["down"]


def test_real_with_an_exponent_is_a_number() -> None:
    found = Lifted(RECORD.replace("<gco:Real>1.5</gco:Real>", "<gco:Real>1.5E2</gco:Real>").encode())
    assert (found.said("maximum"), found.datatypes("maximum")) == (["150.000000"], ["decimal"])
    huge = Lifted(RECORD.replace("<gco:Real>1.5</gco:Real>", "<gco:Real>1E999</gco:Real>").encode())
    assert huge.datatypes("maximum") == ["string"]


def test_bound_without_value_is_no_bound() -> None:
    for empty in ("<gmd:minimumValue/>", "<gmd:minimumValue><gco:Real> </gco:Real></gmd:minimumValue>"):
        found = Lifted(re.sub(r"<gmd:minimumValue>.*?</gmd:minimumValue>", empty, RECORD, count=1).encode())
        assert (found.said("minimum"), len(found.said("maximum"))) == ([], 1)
