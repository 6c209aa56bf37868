"""Lexical forms and values; the examples are of XSD 1.1 part 2."""

import pytest

from vocabsvc.shacl.datatypes import compare, is_well_typed, value_of
from vocabsvc.shacl.terms import LANG_STRING, XSD, Literal

WELL_TYPED = {
    "boolean": "true false 0 1",
    "decimal": "1 -1.23 +100000.00 210 .5 5. 0",
    "integer": "-1 0 12678967543233 +100000",
    "double": "-1E4 1267.43233E12 12.78e-2 12 -0 0 INF -INF +INF NaN",
    "float": "1 1e400",
    "byte": "-128 127",
    "unsignedByte": "0 255",
    "long": "-9223372036854775808 9223372036854775807",
    "unsignedLong": "18446744073709551615",
    "positiveInteger": "1",
    "nonPositiveInteger": "0 -1",
    "negativeInteger": "-1",
    "dateTime": "2004-04-12T13:20:00 2004-04-12T13:20:15.5Z 2004-04-12T13:20:00-05:00 2004-04-12T24:00:00 "
    "-0044-03-15T12:00:00 12004-04-12T13:20:00 2004-04-12T13:20:00+14:00",
    "dateTimeStamp": "2004-04-12T13:20:00Z",
    "date": "2004-04-12 2004-02-29 -0045-01-01 2004-04-12-05:00 0000-02-29 99999999999999999999-01-01",
    "time": "13:20:00 13:20:30.5555 13:20:00Z 24:00:00 24:00:00.000",
    "gYear": "2004 -0922 12004 2004Z",
    "gYearMonth": "2004-04 2004-04-05:00",
    "gMonth": "--04 --04-05:00",
    "gMonthDay": "--04-12 --02-29 --04-12Z",
    "gDay": "---02 ---31 ---02Z",
    "duration": "P2Y6M5DT12H35M30S P1DT2H PT1004199059S P20M P0Y -P60D PT1M30.5S",
    "yearMonthDuration": "P2Y6M P20M -P60Y",
    "dayTimeDuration": "P1DT2H PT20M P5D PT1004199059S",
    "language": "en en-GB fr de-1996",
    "hexBinary": "0FB7 0fb7",
    "base64Binary": "0FB8 0F+9 0F+40A==",
    "NCName": "a _a é-1",
    "Name": "a:b :a",
    "NMTOKEN": "1a a:b",
    "token": "abc",
    "anyURI": "a http://example.org/é",
}
ILL_TYPED = {
    "boolean": "TRUE yes 2",
    "decimal": "1e3 INF NaN 1,5 . +",
    "integer": "1.0 1e3 abc ١",
    "double": "1.5e INFINITY inf nan 1d",
    "byte": "128 -129",
    "unsignedByte": "-1 256",
    "positiveInteger": "0",
    "nonPositiveInteger": "1",
    "dateTime": "2004-04-12 2004-04-12T13:00 2004-02-30T13:20:00 2004-04-12T25:00:00 2004-04-12T24:00:01 "
    "2004-04-12T13:20:00+15:00 2004-04-12T13:20:60 04-04-12T13:20:00 012004-04-12T13:20:00",
    "dateTimeStamp": "2004-04-12T13:20:00",
    "date": "2003-02-29 2004-13-01 2004-4-1 20040412 1900-02-29",
    "time": "25:00:00 13:20 24:00:01",
    "gYear": "99 +2004 99999Y",
    "gYearMonth": "2004-13 2004-4",
    "gMonth": "--13 --4-",
    "gMonthDay": "--02-30 --04-31 04-12",
    "gDay": "---32 --31",
    "duration": "P 1Y PT P1S P1Y1D1M -P PT.5S P1M2Y PT1.S",
    "yearMonthDuration": "P1D",
    "dayTimeDuration": "P1M",
    "language": "en_GB abcdefghi -en",
    "hexBinary": "0FB 0g",
    "base64Binary": "0FB 0F+40B==",
    "NCName": "a:b 1a -a",
    "NMTOKEN": "a(",
}


def rows(table: dict[str, str]) -> list[object]:
    return [pytest.param(name, text, id=f"{name}-{text}") for name, texts in table.items() for text in texts.split()]


def literal(text: str, name: str) -> Literal:
    return Literal(text, f"{XSD}{name}")


@pytest.mark.parametrize(("name", "text"), rows(WELL_TYPED))
def test_lexical_forms_are_known(name: str, text: str) -> None:
    assert is_well_typed(literal(text, name))


@pytest.mark.parametrize(("name", "text"), rows(ILL_TYPED))
def test_ill_typed_literals_are_known_and_have_no_value(name: str, text: str) -> None:
    assert not is_well_typed(literal(text, name))
    assert value_of(literal(text, name)) is None


@pytest.mark.parametrize("name", ["integer", "decimal", "double", "date", "boolean", "duration"])
def test_white_space_and_no_text_at_all_are_ill_typed(name: str) -> None:
    text = WELL_TYPED[name].split()[0]
    assert not any(is_well_typed(literal(written, name)) for written in ("", f" {text}", f"{text}\n"))


def test_texts_and_unknown_types_are_taken_as_they_are() -> None:
    assert is_well_typed(Literal(""))
    assert is_well_typed(Literal("x", "urn:t"))
    assert value_of(Literal("x", "urn:t")) is None
    assert is_well_typed(Literal("été", LANG_STRING, "fr"))
    assert not is_well_typed(Literal("été", LANG_STRING))


@pytest.mark.parametrize(
    ("left", "order", "right"),
    [
        ("1.0 decimal", 0, "1.00 decimal"),
        ("1 integer", 0, "1.0 decimal"),
        ("1 byte", -1, "2 unsignedLong"),
        ("1 integer", 0, "1e0 double"),
        ("0.1 float", 1, "0.1 double"),
        ("0.1 decimal", 0, "0.1 double"),
        ("0.1 decimal", 0, "0.1 float"),
        ("9007199254740993 integer", 1, "9007199254740992 integer"),
        ("NaN double", None, "NaN double"),
        ("INF double", 0, f"{'9' * 400} decimal"),  # after promotion
        ("1e308 double", -1, "INF double"),
        ("-INF float", -1, "0 integer"),
        ("1e400 float", 0, "INF double"),
        ("1e300 float", 0, "INF double"),
        ("-1e300 float", 0, "-INF double"),
        ("a string", -1, "b string"),
        ("1 string", None, "1 integer"),
        ("false boolean", -1, "1 boolean"),
        ("2000-01-15T00:00:00 dateTime", -1, "2000-02-15T00:00:00 dateTime"),
        ("2000-01-15T12:00:00 dateTime", -1, "2000-01-16T12:00:00Z dateTime"),
        ("2000-01-01T12:00:00 dateTime", None, "1999-12-31T23:00:00Z dateTime"),
        ("2000-01-16T12:00:00 dateTime", None, "2000-01-16T12:00:00Z dateTime"),
        ("2000-01-17T12:00:00Z dateTime", 1, "2000-01-16T12:00:00 dateTime"),
        ("2000-01-16T00:00:00 dateTime", None, "2000-01-16T12:00:00Z dateTime"),
        ("2000-01-01T00:00:00Z dateTime", 0, "2000-01-01T05:00:00+05:00 dateTime"),
        ("2000-01-01T24:00:00Z dateTime", 0, "2000-01-02T00:00:00Z dateTime"),
        ("2000-01-01T00:00:00.10Z dateTime", 0, "2000-01-01T00:00:00.1Z dateTimeStamp"),
        ("2000-01-01T00:00:00.1Z dateTime", 1, "2000-01-01T00:00:00.09Z dateTime"),
        ("-0001-01-01T00:00:00 dateTime", -1, "0000-01-01T00:00:00 dateTime"),
        ("2000-01-01 date", None, "2000-01-01T00:00:00 dateTime"),
        ("2000-01-01+13:00 date", 0, "1999-12-31-11:00 date"),
        ("2019 gYear", -1, "2020 gYear"),
        ("2019 gYear", None, "2020-05 gYearMonth"),
        ("2019-05 gYearMonth", -1, "2019-06 gYearMonth"),
        ("2019-05Z gYearMonth", -1, "2019-06 gYearMonth"),
        ("2019Z gYear", None, "2019 gYear"),
        ("--02-29 gMonthDay", -1, "--03-01 gMonthDay"),
        ("--02 gMonth", -1, "--03 gMonth"),
        ("---02 gDay", -1, "---03 gDay"),
        ("12:00:00 time", -1, "13:00:00 time"),
        ("12:00:00 time", None, "13:00:00Z time"),
        ("24:00:00 time", 0, "00:00:00 time"),
        ("P1M duration", None, "P30D duration"),
        ("P1Y duration", 0, "P12M yearMonthDuration"),
        ("P1M duration", -1, "P32D duration"),
        ("-P1D dayTimeDuration", -1, "PT0S duration"),
        ("PT1.5S duration", 1, "PT1S duration"),
        ("P5M duration", None, "P153D duration"),
        ("0a hexBinary", None, "0b hexBinary"),
        ("99999999999999999999 gYear", None, "2000 gYear"),
        ("P99999999999999999999Y duration", None, "P1Y duration"),
    ],
)
def test_values_are_compared_where_they_have_an_order(left: str, order: int | None, right: str) -> None:
    one, other = (value_of(literal(*written.split())) for written in (left, right))
    assert compare(one, other) == order
    assert compare(other, one) == (None if order is None else -order)


def test_numbers_of_any_length_are_read_at_once() -> None:
    long = value_of(literal("9" * 100_000, "integer"))
    assert compare(long, value_of(literal("1", "integer"))) == 1
    assert value_of(literal("1" * 100_000, "byte")) is None
