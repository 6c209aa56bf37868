import pytest

from tests.cases import clean
from tests.viewed import faults
from vocabsvc.checks.records.vertical import wrong_sign

RECORD = clean("iso19139").decode()
START, END = RECORD.index("<gmd:verticalCRS>"), RECORD.index("</gmd:verticalCRS>") + len("</gmd:verticalCRS>")


def vertical(lowest: str, highest: str, epsg: str) -> str:
    system = f'<gmd:verticalCRS xlink:href="http://www.opengis.net/def/crs/EPSG/0/{epsg}"/>' if epsg else ""
    text = RECORD[:START] + system + RECORD[END:]
    for old, new in (("0.5", lowest), ("1.5", highest)):
        assert f"<gco:Real>{old}</gco:Real>" in text
        text = text.replace(f"<gco:Real>{old}</gco:Real>", f"<gco:Real>{new}</gco:Real>")
    return text


@pytest.mark.parametrize(
    ("lowest", "highest", "epsg", "value"),
    [
        ("-20", "-1", "5715", "-20"),
        ("0", "-20", "5831", "-20"),
        ("0", "2500", "5714", "2500"),
        ("-20", "-1", "5714", ""),
        ("-2", "20", "5715", ""),
        ("0", "0", "5715", ""),
        ("0", "2500", "5715", ""),
        ("0", "50", "5714", ""),
        ("-20", "-1", "", ""),
        ("x", "-1", "5715", ""),
    ],
)
def test_sign_fits_the_direction(lowest: str, highest: str, epsg: str, value: str) -> None:
    found = faults(wrong_sign, vertical(lowest, highest, epsg))
    assert [fault.value for fault in found] == ([value] if value else [])


def test_heights_of_the_air_are_heights() -> None:
    text = vertical("0", "2500", "5714")
    air = "<gmd:topicCategory><gmd:MD_TopicCategoryCode>climatologyMeteorologyAtmosphere</gmd:MD_TopicCategoryCode>"
    assert (
        faults(wrong_sign, text.replace("<gmd:topicCategory>", f"{air}</gmd:topicCategory><gmd:topicCategory>", 1))
        == []
    )
    assert faults(wrong_sign, text.replace(">oceans<", ">elevation<")) == []
