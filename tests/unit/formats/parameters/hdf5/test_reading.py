from pathlib import Path

import netCDF4
import numpy as np
import pytest

from tests.conftest import DATA
from tests.unit.formats.parameters.netcdf_files import Layout, write_ctd
from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters.reading import read_parameters

Row = tuple[str, str, str, str]


def rows_of(group: netCDF4.Dataset, path: str = "") -> list[Row]:
    """What the C library reads, as group, name, long name and unit."""
    found = [
        (path, one.name, getattr(one, "long_name", ""), getattr(one, "units", "")) for one in group.variables.values()
    ]
    for name, below in group.groups.items():
        found += rows_of(below, f"{path}/{name}")
    return found


def read(content: bytes) -> list[Row]:
    table = read_parameters(content, "x.nc")
    cells = [dict(row.cells) for row in table.rows]
    return [(one.get("group", ""), one["local_name"], one["long_name"], one["unit"]) for one in cells]


@pytest.mark.parametrize("layout", ["NETCDF4", "NETCDF4_CLASSIC"])
@pytest.mark.parametrize("count", [1, 7, 8, 60, 300])  # in the header, in one block of a heap, in many
def test_what_the_c_library_writes_is_read_in_order(tmp_path: Path, layout: Layout, count: int) -> None:
    file = write_ctd(tmp_path / "ctd.nc", layout, count)
    with netCDF4.Dataset(file) as written:
        assert read(file.read_bytes()) == rows_of(written)
    table = read_parameters(file.read_bytes(), "ctd.nc")
    assert {(term.centre, term.instrument) for term in table.terms} == {("Sismer", "CTD é")}


def test_groups_types_texts_and_dimensions_of_netcdf4(tmp_path: Path) -> None:
    file = tmp_path / "groups.nc"
    with netCDF4.Dataset(file, "w") as written:
        written.createDimension("Z", 2)  # without a variable: an HDF5 data set all the same
        flags = written.createEnumType(np.uint8, "flag_t", {"good": 1, "bad": 4})
        written.createVariable("Z_QC", flags, ("Z",), fill_value=1)
        deep = written.createGroup("côte").createGroup("deep")
        deep.createDimension("DEPH", 3)
        other = deep.createVariable("DEPH", "f4", ("Z",))  # named like a dimension that it is not of
        other.setncattr_string("long_name", "profondeur")
        other.setncattr_string("units", ["m", "km"])
    assert read(file.read_bytes()) == [("", "Z_QC", "", ""), ("/côte/deep", "DEPH", "profondeur", "m, km")]


def test_a_file_cut_anywhere_is_refused(tmp_path: Path) -> None:
    content = write_ctd(tmp_path / "ctd.nc", "NETCDF4", count=9).read_bytes()
    for end in range(8, len(content) // 2, 499):
        with pytest.raises(UnreadableInput):
            read_parameters(content[:end], "ctd.nc")


def test_a_tree_that_leads_to_itself_comes_to_an_end(tmp_path: Path) -> None:
    content = bytearray(write_ctd(tmp_path / "ctd.nc", "NETCDF4", count=60).read_bytes())
    header = content.index(b"OHDR")
    block = content.index(b"OCHK")
    size = len(content)
    # a continuation of 20 MB, which is the file, over and over
    content[block + 4 : block + 4 + 20] = b"\x10\x10\0\0" + header.to_bytes(8, "little") + size.to_bytes(8, "little")
    with pytest.raises((UnreadableInput, InputTooLarge)):
        read_parameters(bytes(content), "x.nc")


@pytest.mark.parametrize("version", [0, 1, 2, 3, 4, 255])
def test_a_superblock_that_says_nothing_is_refused(version: int) -> None:
    with pytest.raises(UnreadableInput, match="not a NetCDF-4 header"):
        read_parameters(b"\x89HDF\r\n\x1a\n" + bytes([version]) + b"\x08" * 6 + b"\xff" * 200, "x.nc")


def test_groups_of_the_old_kind_are_read() -> None:
    # tests/data/old_groups.h5: symbol tables and object headers of version 1, as h5py writes them by default; with a
    # link by path, a second name of a group, and a group that holds the root.
    found = read((DATA / "old_groups.h5").read_bytes())
    assert found[:2] == [("", "V00", "température 0", "degC"), ("", "V01", "température 1", "degC")]
    assert len(found) == 13
    assert [row[1:] for row in found if row[0]] == [("PRES", "", "dbar")]
