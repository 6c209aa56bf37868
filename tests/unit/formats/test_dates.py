import pytest

from vocabsvc.formats.dates import likely_date, parse_date, parse_date_of_any_era
from vocabsvc.namespaces import XSD


@pytest.mark.parametrize(
    ("text", "datatype", "earliest", "latest"),
    [
        ("2019", "gYear", "2019-01-01T00:00:00Z", "2019-12-31T23:59:59Z"),
        ("2020-02", "gYearMonth", "2020-02-01T00:00:00Z", "2020-02-29T23:59:59Z"),
        ("2019-05-17", "date", "2019-05-17T00:00:00Z", "2019-05-17T23:59:59Z"),
        ("2019-05-17+02:00", "date", "2019-05-16T22:00:00Z", "2019-05-17T21:59:59Z"),
        ("2019-05-17T08:00:00", "dateTime", "2019-05-17T08:00:00Z", "2019-05-17T08:00:00Z"),
        ("2019-05-17T08:00:00.5-05:00", "dateTime", "2019-05-17T13:00:00.500000Z", "2019-05-17T13:00:00.500000Z"),
    ],
)
def test_date_has_a_type_and_bounds_in_utc(text: str, datatype: str, earliest: str, latest: str) -> None:
    date = parse_date(text)
    assert date is not None
    assert date.value == (text, f"{XSD}{datatype}", "")
    assert date.earliest == (earliest, f"{XSD}dateTime", "")
    assert date.latest == (latest, f"{XSD}dateTime", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "19",
        "2019-13",
        "2019-02-30",
        "17/05/2019",
        "2019-05-17T25:00:00",
        "0000",
        "2019-5-1",
        "mai 2019",
        "20190517",
        "2019-05-17T08:00",
        "9999-12-31T23:59:59-14:00",
        "2019-05-17+15:00",
        "２０１９",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert parse_date(text) is None


FIRST, LAST = "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"


@pytest.mark.parametrize(
    ("text", "datatype", "bound"),
    [
        ("-0500", "gYear", FIRST),
        ("-12000", "gYear", FIRST),
        ("12000", "gYear", LAST),
        ("-" + "1" * 5000, "gYear", FIRST),
        ("-0500Z", "gYear", FIRST),
        ("-0500-07:00", "gYear", FIRST),
        ("-0500-03", "gYearMonth", FIRST),
        ("-0004-02-29", "date", FIRST),
        ("12000-02-29", "date", LAST),
        ("-0044-03-15T12:00:00Z", "dateTime", FIRST),
        ("0001-01-01T00:00:00+14:00", "dateTime", FIRST),
        ("9999-12-31T23:59:59-14:00", "dateTime", LAST),
    ],
)
def test_date_far_away_has_a_type_and_the_nearest_bounds(text: str, datatype: str, bound: str) -> None:
    assert parse_date(text) is None
    date = parse_date_of_any_era(text)
    assert date is not None
    assert date.value == (text, f"{XSD}{datatype}", "")
    assert date.earliest == date.latest == (bound, f"{XSD}dateTime", "")


@pytest.mark.parametrize(
    "text",
    [
        "0000",
        "-0000",
        "201905",
        "20190517",
        "20190517Z",
        "1" * 5000,
        "-500",
        "-00500",
        "012000",
        "+2019",
        "- 500",
        "-0500-13",
        "-0003-02-29",
        "12001-02-29",
        "12000-05-1",
        "12000 BP",
        "-0500\n",
        "−0500",
        "2019-02-30",
        "",
    ],
)
def test_what_is_no_date_of_xsd_is_of_no_era(text: str) -> None:
    assert parse_date_of_any_era(text) is None


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("17/05/2019", "2019-05-17"),
        ("05/17/2019", "2019-05-17"),
        ("05/05/2019", "2019-05-05"),
        ("2019/05/17", "2019-05-17"),
        ("2019-5-1", "2019-05-01"),
        ("31.12.2019", "2019-12-31"),
        ("20190517", "2019-05-17"),
        ("05/2019", "2019-05"),
        ("2019/05", "2019-05"),
        ("2019-05-17 08:00", "2019-05-17T08:00:00"),
        ("2019-05-17T08:00Z", "2019-05-17T08:00:00Z"),
        ("2019-05-17 08:00:00 UTC", "2019-05-17T08:00:00Z"),
        ("2019-05-17T08:00:00+0200", "2019-05-17T08:00:00+02:00"),
        ("May 27, 2016", "2016-05-27"),
        ("27th May 2016", "2016-05-27"),
        ("1er août 2019", "2019-08-01"),
        ("Déc. 2019", "2019-12"),
        ("juillet 2020", "2020-07"),
    ],
)
def test_date_in_another_order_is_read_where_it_has_one_reading(text: str, meant: str) -> None:
    assert likely_date(text) == meant


@pytest.mark.parametrize(
    "text",
    ["", "05/04/2019", "13/13/2019", "31/02/2019", "été 2020", "mars", "12.31.99", "2019-05-17 à midi", "20191301"],
)
def test_date_with_two_readings_or_none_is_not(text: str) -> None:
    assert likely_date(text) == ""
