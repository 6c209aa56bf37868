import pytest

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters.limits import MOST_TEXT_BYTES
from vocabsvc.formats.parameters.reading import read_parameters


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "save it as XLSX"),
        (b"\x1f\x8b\x08\0", "gzip"),
        (b"%PDF-1.7\n", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "Windows-1252|not a text|header row"),
    ],
)
def test_formats_that_are_not_read_say_so(content: bytes, reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read_parameters(content, "x.csv")


def test_the_format_is_seen_from_the_bytes() -> None:
    assert read_parameters(b' \n[{"local_name": "TEMP"}]', "x.csv").terms[0].local_name == "TEMP"
    assert read_parameters(b"local_name\nTEMP\n", "x.xlsx").terms[0].local_name == "TEMP"


@pytest.mark.parametrize("beginning", [b"local_name\n", b"[", b"netcdf x {", b"PK\x03\x04"])
def test_more_than_ten_megabytes_are_refused(beginning: bytes) -> None:
    with pytest.raises(InputTooLarge, match=r"x\.csv: larger than 10000000"):
        read_parameters(beginning + b" " * MOST_TEXT_BYTES, "x.csv")
