from pathlib import Path

import netCDF4
import pytest

from tests.unit.formats.parameters.netcdf_files import Layout, write_ctd
from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters.reading import read_parameters, read_parameters_from

FORMATS: list[Layout] = ["NETCDF3_CLASSIC", "NETCDF3_64BIT_OFFSET", "NETCDF3_64BIT_DATA"]


@pytest.mark.parametrize("layout", FORMATS)
def test_what_the_c_library_writes_is_read(tmp_path: Path, layout: Layout) -> None:
    file = write_ctd(tmp_path / "ctd.nc", layout)
    with netCDF4.Dataset(file) as written:
        expected = [(one.name, one.units, one.long_name) for one in written.variables.values()]
    table = read_parameters(file.read_bytes(), "ctd.nc")
    assert [(term.local_name, term.unit, term.long_name) for term in table.terms] == expected
    assert {(term.centre, term.instrument) for term in table.terms} == {("Sismer", "CTD é")}


@pytest.mark.parametrize("layout", FORMATS)
def test_a_header_that_ends_anywhere_is_refused(tmp_path: Path, layout: Layout) -> None:
    content = write_ctd(tmp_path / "ctd.nc", layout, count=1).read_bytes()
    for end in range(4, 300):
        with pytest.raises(UnreadableInput, match="not a NetCDF header"):
            read_parameters(content[:end], "ctd.nc")


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (b"CDF\x01" + b"\0" * 4 + b"\0\0\0\x0a\x7f\xff\xff\xff" + b"\0" * 1000, UnreadableInput),
        (b"CDF\x01" + b"\0" * 12 + b"\0\0\0\x0c\0\0\0\1\x7f\xff\xff\xffname", InputTooLarge),
        (b"CDF\x05" + b"\0" * 8 + b"\0\0\0\x0a" + b"\xff" * 8 + b"\0" * 5_000_000, InputTooLarge),
        (b"CDF\x01" + b"\0" * 12 + b"\0\0\0\x0c\0\0\0\1\0\0\0\1a\0\0\0\0\0\0\x63\0\0\0\1", UnreadableInput),
        (b"CDF\x01" + b"\0" * 4 + b"\0\0\0\x63\0\0\0\1", UnreadableInput),
    ],
)
def test_counts_that_are_lies_are_refused(content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        read_parameters(content, "x.nc")


def test_of_a_large_file_only_the_header_is_read(tmp_path: Path) -> None:
    file = write_ctd(tmp_path / "ctd.nc", "NETCDF3_64BIT_OFFSET")
    with file.open("r+b") as opened:
        opened.truncate(3_000_000_000)
        opened.seek(0)
        assert len(read_parameters_from(opened, "ctd.nc").rows) == 13
        assert opened.tell() < 100_000
