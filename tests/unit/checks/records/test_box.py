import pytest

from tests.cases import clean
from tests.edits import edited
from tests.viewed import faults, view
from vocabsvc.checks.records import box

RECORD = clean("iso19139").decode()
WEST, EAST, SOUTH, NORTH = (f"<gco:Decimal>{bound}</gco:Decimal>" for bound in ("-4.60", "-4.20", "48.25", "48.45"))


def boxed(west: str, east: str, south: str, north: str, title: str = "Salinité de surface en rade") -> str:
    text = RECORD.replace("Salinité de surface en rade", title, 1)
    for old, new in ((WEST, west), (EAST, east), (SOUTH, south), (NORTH, north)):
        assert text.count(old) == 1
        text = text.replace(old, f"<gco:Decimal>{new}</gco:Decimal>")
    return text


def numbers(text: str) -> list[str]:
    return [str(number) for one in box.boxes(view(text.encode())) for number in one.numbers]


def test_boxes_are_those_with_four_numbers() -> None:
    assert numbers(RECORD) == ["-4.60", "-4.20", "48.25", "48.45"]
    assert numbers(boxed("-4,60", "-4.20", "48.25", "48.45")) == []
    assert numbers(boxed("", "-4.20", "48.25", "48.45")) == []


def test_fix_exchanges_south_and_north() -> None:
    text = boxed("-4.60", "-4.20", "48.450", "48.25")
    (fault,) = faults(box.south_above_north, text)
    assert (fault.value, fault.safe) == ("48.450", False)
    assert numbers(edited(text.encode(), fault.edits).decode()) == ["-4.60", "-4.20", "48.25", "48.450"]
    assert faults(box.south_above_north, boxed("1", "2", "3", "3")) == []


@pytest.mark.parametrize(
    ("west", "east", "fixed"),
    [
        ("200.25", "210.5", ["-159.75", "-149.5"]),
        ("170", "190", ["170", "-170"]),
        ("350.5", "10", ["-9.5", "10"]),
        ("180.00", "360", ["180.00", "0"]),
    ],
)
def test_longitudes_to_360_are_turned(west: str, east: str, fixed: list[str]) -> None:
    text = boxed(west, east, "1", "2")
    (fault,) = faults(box.counted_to_360, text)
    assert fault.safe
    assert numbers(edited(text.encode(), fault.edits).decode())[:2] == fixed
    assert faults(box.counted_to_360, edited(text.encode(), fault.edits).decode()) == []


def test_globe_to_360_needs_a_look() -> None:
    text = boxed("0.125", "359.875", "-78", "90")
    (fault,) = faults(box.counted_to_360, text)
    assert not fault.safe
    assert numbers(edited(text.encode(), fault.edits).decode())[:2] == ["-180", "180"]


@pytest.mark.parametrize(("west", "east"), [("-10", "190"), ("-4.6", "355.8"), ("0", "180"), ("564184.85", "714654")])
def test_other_longitudes_are_not_counted_to_360(west: str, east: str) -> None:
    assert faults(box.counted_to_360, boxed(west, east, "1", "2")) == []


def test_fix_exchanges_longitudes_and_latitudes() -> None:
    text = boxed("-20.25", "-10.25", "140.25", "150.25")
    (fault,) = faults(box.exchanged_axes, text)
    assert numbers(edited(text.encode(), fault.edits).decode()) == ["140.25", "150.25", "-20.25", "-10.25"]


@pytest.mark.parametrize(
    "bounds",
    [
        ("-4.6", "-4.2", "48", "90.5"),  # a slip at the pole
        ("100", "120", "100", "120"),  # no better when exchanged
        ("1", "2", "4845", "4850"),
        ("20", "10", "140", "150"),
        ("48", "49", "-5", "-4"),  # valid both ways
    ],
)
def test_boxes_that_exchanging_does_not_mend(bounds: tuple[str, str, str, str]) -> None:
    assert faults(box.exchanged_axes, boxed(*bounds)) == []


def test_box_over_the_antimeridian_is_questioned_only_when_wide() -> None:
    assert faults(box.wide_over_antimeridian, boxed("170", "-170", "1", "2")) == []
    text = boxed("10.25", "-5.75", "1", "2")
    (fault,) = faults(box.wide_over_antimeridian, text)
    assert fault.value == "344.00"
    assert numbers(edited(text.encode(), fault.edits).decode())[:2] == ["-5.75", "10.25"]


@pytest.mark.parametrize(
    ("title", "region"),
    [
        ("Température en mer d’Iroise", "mer d’Iroise"),
        ("Courants de la Manche", "Manche"),
        ("Salinity of the North Sea", "North Sea"),
        ("Global salinity, Atlantic included", ""),
        ("Analyse mondiale : Atlantique, Pacifique", ""),
        ("Sea surface salinity", ""),
        ("Mers et océans", ""),
    ],
)
def test_whole_world_is_questioned_where_the_title_names_a_region(title: str, region: str) -> None:
    found = faults(box.world_for_a_region, boxed("-180", "180", "-90", "90", title))
    assert [fault.value for fault in found] == ([region] if region else [])
    assert faults(box.world_for_a_region, boxed("-20", "20", "30", "60", title)) == []


def test_zeros() -> None:
    assert len(faults(box.zeros, boxed("0", "0.0", "-0", "0"))) == 1
    assert faults(box.zeros, boxed("0", "0", "0", "5")) == []


def test_marine_box_on_land() -> None:
    assert len(faults(box.marine_on_land, boxed("20.1", "21.9", "10.1", "11.9"))) == 1
    assert faults(box.marine_on_land, boxed("20.1", "21.9", "10.1", "11.9").replace(">oceans<", ">elevation<")) == []
    assert faults(box.marine_on_land, boxed("-4.60", "-4.20", "48.25", "48.45")) == []
    assert faults(box.marine_on_land, boxed("170", "-170", "10.1", "11.9")) == []
    assert faults(box.marine_on_land, boxed("2001", "2002", "10.1", "11.9")) == []


def test_eml_is_marine_by_its_keywords() -> None:
    text = clean("eml").decode().replace("-4.60<", "20.1<").replace("-4.20<", "21.9<")
    text = text.replace(">48.25<", ">10.1<").replace(">48.45<", ">11.9<")
    assert faults(box.marine_on_land, text.replace("<keyword>salinité", "<keyword>eau douce")) == []
    assert len(faults(box.marine_on_land, text.replace("<keyword>salinité", "<keyword>océanographie"))) == 1
