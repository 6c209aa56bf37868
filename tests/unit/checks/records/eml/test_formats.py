import pytest

from tests.unit.checks.records.eml.views import document, faults
from vocabsvc.checks.records.eml.formats import (
    formats_beside_iso,
    is_iso,
    is_readable,
    likely_format,
    unreadable_formats,
)


@pytest.mark.parametrize(
    "written",
    [
        "YYYY",
        "YYYY-MM-DD",
        "YYYYMMDD",
        "YYYY-MM",
        "YYYY-DDD",
        "hh:mm",
        "hh:mm:ss.sss",
        "hhmm",
        "hh:mm.mm",
        "hh:mm:ss.ssZ",
        "MM",
        "DDD",
        "YYYY-MM-DDThh:mm:ssZ",
        "YYYY-MM-DDThh:mm:ss-hh",
        "YYYY-MM-DDThh:mm:ss+hh:mm",
        "YYYY-MM-DD hh:mm:ss",
        "YYYYMMDDThhmmss.sss",
    ],
)
def test_iso_formats_are_readable(written: str) -> None:
    assert is_iso(written)
    assert is_readable(written)


@pytest.mark.parametrize(
    "written", ["DD/MM/YYYY", "MM/DD/YY", "YYYY-MMM-DD", "DD-MM-YY", "YYYY/MM/DD", "YYMMDD", "MM/DD/YYYY hh:mm A/P"]
)
def test_other_formats_are_readable(written: str) -> None:
    assert is_readable(written)
    assert not is_iso(written)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("yyyy", "YYYY"),
        ("mm/dd/yyyy", "MM/DD/YYYY"),
        ("HH:MM", "hh:mm"),
        ("hh24:mi", "hh:mm"),
        ("dd-mon-yyyy", "DD-MMM-YYYY"),
        ("yyyymmddHHMMSS", "YYYYMMDDhhmmss"),
        ("yyyy-MM-dd'T'HH:mm:ss", ""),
        ("%Y-%m-%d %H:%M:%S", "YYYY-MM-DD hh:mm:ss"),
        ("%d/%b/%y", "DD/MMM/YY"),
        ("MM:SS", ""),  # month or minute
        ("ISO 8601", ""),
        ("YYYY.yyyy", ""),
        ("0.Y", ""),
        ("DD-MM-YY; DD/MM/YYYY", ""),
        ("année", ""),
        ("YYYYY", ""),
    ],
)
def test_unreadable_formats_and_what_they_mean(written: str, meant: str) -> None:
    assert not is_readable(written)
    assert likely_format(written) == meant


def test_each_check_tells_its_own() -> None:
    def data(written: str) -> bytes:
        return document(f"<dataTable><formatString>{written}</formatString></dataTable>")

    assert faults(unreadable_formats, data("yyyy")) == [("/dataset/dataTable/formatString", "yyyy", ("YYYY",))]
    assert faults(formats_beside_iso, data("yyyy")) == []
    assert faults(formats_beside_iso, data("DD/MM/YYYY")) == [("/dataset/dataTable/formatString", "DD/MM/YYYY", ())]
    assert faults(unreadable_formats, data("DD/MM/YYYY")) == faults(unreadable_formats, data("")) == []
