"""Any file of parameters: which format it has is seen from its bytes, not from its name."""

import io
from collections.abc import Iterator
from typing import BinaryIO

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters import cdl, medatlas, netcdf_classic, odv
from vocabsvc.formats.parameters.delimited import read_delimited
from vocabsvc.formats.parameters.hdf5 import reading as hdf5
from vocabsvc.formats.parameters.json_terms import read_json
from vocabsvc.formats.parameters.limits import MOST_TEXT_BYTES
from vocabsvc.formats.parameters.table import ParameterRow, ParameterTable, parameter_table
from vocabsvc.formats.parameters.text import decode_text
from vocabsvc.formats.parameters.variables import parameters_of
from vocabsvc.formats.parameters.workbook import read_workbook

_ZIP = b"PK\x03\x04"
_UNREAD = {
    b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": "a workbook of Excel 97 or one with a password: save it as XLSX or CSV",
    b"\x1f\x8b": "packed by gzip: unpack it first",
    b"%PDF": "a PDF: give the table itself",
}
_HDF5_BEGINNINGS = (0, 512, 1024, 2048, 4096)
_LONGEST_TEXT_HEADER = 1_000_000


def read_parameters(content: bytes, name: str) -> ParameterTable:
    """Read CSV, TSV, XLSX, JSON, CDL, or the header of a NetCDF, ODV or MEDATLAS file.

    ``name`` is what errors call the file.

    Raises:
        UnreadableInput: see the format's reader; with the line and, where there are columns, the column.
        InputTooLarge: over a limit of ``limits`` or of the format.
    """
    return read_parameters_from(io.BytesIO(content), name)


def read_parameters_from(file: BinaryIO, name: str) -> ParameterTable:
    """Read the same from an open file that can be sought in, of which no more is read than needed."""
    return parameter_table(_rows(file, name), name)


def _rows(file: BinaryIO, name: str) -> Iterator[ParameterRow]:
    beginning = file.read(_HDF5_BEGINNINGS[-1] + len(hdf5.SIGNATURE))
    file.seek(0)
    if beginning.startswith(netcdf_classic.MAGIC):
        return parameters_of(*netcdf_classic.read_classic(file, name))
    for at in _HDF5_BEGINNINGS:
        if beginning.startswith(hdf5.SIGNATURE, at):
            return parameters_of(*hdf5.read_netcdf4(file, name, at))
    unread = next((reason for magic, reason in _UNREAD.items() if beginning.startswith(magic)), None)
    if unread:
        raise UnreadableInput(unread, name)
    content = file.read(MOST_TEXT_BYTES + 1)
    if beginning.startswith(_ZIP):
        return read_workbook(_whole(content, name), name)
    return _text_rows(content, name)


def _text_rows(content: bytes, name: str) -> Iterator[ParameterRow]:
    beginning = _beginning(content)
    if beginning is not None:
        if cdl.BEGINNING.match(beginning):
            return parameters_of(*cdl.read_cdl(decode_text(_whole(content, name), name), name))
        if odv.BEGINNING.match(beginning):
            return odv.read_odv(decode_text(_header(content), name), name)
        if medatlas.BEGINNING.match(beginning):
            return medatlas.read_medatlas(decode_text(_header(content), name), name)
    text = decode_text(_whole(content, name), name)
    if text.lstrip()[:1] in {"{", "["}:
        return read_json(text, name)
    return read_delimited(text, name)


def _beginning(content: bytes) -> str | None:
    """Return how a text begins, in whatever encoding; only ASCII is looked for."""
    return content[:_LONGEST_TEXT_HEADER].decode("utf-8-sig", errors="replace") if b"\0" not in content[:2] else None


def _header(content: bytes) -> bytes:
    """Return the first lines, in which the header of a data file ends."""
    if len(content) <= _LONGEST_TEXT_HEADER:
        return content
    return content[: content.rfind(b"\n", 0, _LONGEST_TEXT_HEADER) + 1]


def _whole(content: bytes, name: str) -> bytes:
    if len(content) > MOST_TEXT_BYTES:
        raise InputTooLarge(f"{name or 'the file'}: larger than {MOST_TEXT_BYTES} bytes")
    return content
