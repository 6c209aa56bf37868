"""The header of a classic NetCDF file: CDF-1, CDF-2 and CDF-5 (NetCDF Classic Format Specification).

Only names and texts are kept. Everything is read in the order in which it stands, so a count that is a lie ends
where the file or the longest header does.
"""

from collections.abc import Callable
from typing import BinaryIO, TypeVar

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters.variables import Variable

Item = TypeVar("Item")

MAGIC = (b"CDF\x01", b"CDF\x02", b"CDF\x05")

_LONGEST_HEADER = 4_000_000
_DIMENSION, _VARIABLE, _ATTRIBUTE = 10, 11, 12
_CHAR = 2
_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 4, 6: 8, 7: 1, 8: 2, 9: 4, 10: 8, 11: 8}
"""External type to the bytes of a value."""


def read_classic(file: BinaryIO, name: str) -> tuple[list[Variable], dict[str, str]]:
    """Return the variables and the file's own attributes; ``file`` stands at its beginning.

    Raises:
        UnreadableInput: not such a header, or one that ends too early.
        InputTooLarge: a header over 4 MB.
    """
    return _Header(file, name).read()


class _Header:
    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._read = 0
        version = self._bytes(4)[3]
        self._count_size = 8 if version == 5 else 4
        self._offset_size = 4 if version == 1 else 8

    def read(self) -> tuple[list[Variable], dict[str, str]]:
        self._number(self._count_size)  # records
        self._list(_DIMENSION, self._dimension)
        attributes = self._attributes()
        return self._list(_VARIABLE, self._variable), attributes

    def _list(self, tag: int, read_item: Callable[[], Item]) -> list[Item]:
        found, count = self._number(4), self._number(self._count_size)
        if found != tag and (found or count):
            raise self._refusal(f"a list of kind {found} where one of kind {tag} is due")
        return [read_item() for _ in range(count)]

    def _dimension(self) -> None:
        self._text()
        self._number(self._count_size)

    def _attributes(self) -> dict[str, str]:
        return {name: text for name, text in self._list(_ATTRIBUTE, self._attribute) if text}

    def _attribute(self) -> tuple[str, str]:
        name, kind, count = self._text(), self._number(4), self._number(self._count_size)
        if kind not in _SIZES:
            raise self._refusal(f"the attribute {name!r} has the unknown type {kind}")
        values = self._padded(count * _SIZES[kind])
        return name, _decoded(values).strip("\0").strip() if kind == _CHAR else ""

    def _variable(self) -> Variable:
        name = self._text()
        rank = self._number(self._count_size)
        self._bytes(rank * self._count_size)
        attributes = self._attributes()
        self._bytes(4 + self._count_size + self._offset_size)  # type, size, where the values begin
        return Variable(name, attributes)

    def _text(self) -> str:
        return _decoded(self._padded(self._number(self._count_size)))

    def _number(self, size: int) -> int:
        return int.from_bytes(self._bytes(size), "big")

    def _padded(self, size: int) -> bytes:
        return self._bytes(size + -size % 4)[:size]

    def _bytes(self, size: int) -> bytes:
        self._read += size
        if self._read > _LONGEST_HEADER:
            raise InputTooLarge(f"{self._name}: the NetCDF header is longer than {_LONGEST_HEADER} bytes")
        found = self._file.read(size)
        if len(found) < size:
            raise self._refusal("the file ends")
        return found

    def _refusal(self, reason: str) -> UnreadableInput:
        return UnreadableInput(f"not a NetCDF header: {reason} near byte {self._read}", self._name)


def _decoded(text: bytes) -> str:
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("latin-1")
