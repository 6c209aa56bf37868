import pytest

from tests.unit.formats.records.eml.documents import dataset


def physical(inside: str) -> str:
    return f"<otherEntity><entityName>e</entityName><physical>{inside}</physical></otherEntity>"


def delimited(inside: str) -> str:
    return physical(f"<dataFormat><textFormat>{inside}</textFormat></dataFormat>")


def test_all_that_is_said_of_a_file() -> None:
    lifted = dataset(
        physical(
            "<objectName>données.nc</objectName><size unit='byte'>12</size><authentication method='MD5'>ab"
            "</authentication><dataFormat><externallyDefinedFormat><formatName>NetCDF</formatName><formatVersion>4"
            "</formatVersion></externallyDefinedFormat></dataFormat>"
        )
    )
    assert lifted.said("name") == ["e", "données.nc", "NetCDF"]
    assert (lifted.said("size"), lifted.datatypes("size"), lifted.said("sizeUnit")) == (["12"], ["decimal"], ["byte"])
    assert (lifted.said("value"), lifted.said("method")) == (["ab"], ["MD5"])
    assert lifted.said("version") == ["4"]
    assert len(lifted.instances("DataFormat")) == len(lifted.instances("Format")) == 1


@pytest.mark.parametrize("written", [",", " ", "&#9;", "#x09", "comma"])
def test_field_delimiter_is_kept_as_written(written: str) -> None:
    lifted = dataset(delimited(f"<simpleDelimited><fieldDelimiter>{written}</fieldDelimiter></simpleDelimited>"))
    assert lifted.said("fieldDelimiter") == [written.replace("&#9;", "\t")]


def test_record_delimiter_stands_beside_and_belongs_to_it() -> None:
    text = (
        "<recordDelimiter>\\r\\n</recordDelimiter><simpleDelimited><fieldDelimiter>;</fieldDelimiter></simpleDelimited>"
    )
    lifted = dataset(delimited(text))
    assert lifted.said("recordDelimiter") == ["\\r\\n"]
    assert len(lifted.instances("DelimitedText")) == 1


def test_fixed_columns_have_no_delimiter() -> None:
    lifted = dataset(delimited("<complex><textFixed><fieldWidth>3</fieldWidth></textFixed></complex>"))
    assert lifted.instances("DelimitedText") == []
    assert lifted.unlifted() == []
