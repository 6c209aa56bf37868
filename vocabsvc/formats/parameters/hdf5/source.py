"""Bytes of an HDF5 file by their addresses, up to a limit; and the numbers in them."""

from dataclasses import dataclass
from typing import BinaryIO

from vocabsvc.errors import InputTooLarge, UnreadableInput

_MOST_READS = 300_000
_MOST_BYTES = 64_000_000
"""What the header of a file may take, links that lead in a circle included."""


class Source:
    """The file; addresses count from ``base``. ``offset_size`` and ``length_size`` are set by the superblock."""

    def __init__(self, file: BinaryIO, name: str) -> None:
        self._file = file
        self._name = name
        self._reads = 0
        self._bytes = 0
        self.base = 0
        self.offset_size = 8
        self.length_size = 8

    def read(self, address: int, size: int) -> "Fields":
        """Return bytes.

        Raises:
            UnreadableInput: outside of the file.
            InputTooLarge: more was read than a header takes.
        """
        self._reads += 1
        self._bytes += size
        if self._reads > _MOST_READS or self._bytes > _MOST_BYTES:
            raise InputTooLarge(f"{self._name}: the header of the HDF5 file is too long")
        at = self.base + address
        if at >= 1 << 62:  # no file system goes further; the undefined address is there
            raise self.refusal("an address outside of the file", address)
        self._file.seek(at)
        found = self._file.read(size)
        if len(found) < size:
            raise self.refusal("the file ends", address)
        return Fields(found, self, address)

    def refusal(self, reason: str, address: int) -> UnreadableInput:
        """Return the error that refuses what stands at an address."""
        return UnreadableInput(f"not a NetCDF-4 header: {reason} at byte {self.base + address}", self._name)


@dataclass(slots=True)
class Fields:
    """Bytes taken one field after the other; all numbers are little-endian."""

    content: bytes
    source: Source
    address: int
    at: int = 0

    @property
    def left(self) -> int:
        """How many bytes were not taken."""
        return len(self.content) - self.at

    def take(self, size: int) -> bytes:
        """Return the next bytes.

        Raises:
            UnreadableInput: there are not so many.
        """
        if size > self.left:
            raise self.source.refusal("a field goes over its block", self.address)
        self.at += size
        return self.content[self.at - size : self.at]

    def number(self, size: int = 1) -> int:
        """Return the next number of so many bytes."""
        return int.from_bytes(self.take(size), "little")

    def offset(self) -> int:
        """Return the next address."""
        return self.number(self.source.offset_size)

    def length(self) -> int:
        """Return the next length."""
        return self.number(self.source.length_size)

    def signature(self, expected: bytes) -> None:
        """Take the four letters that a block begins with."""
        if self.take(4) != expected:
            raise self.source.refusal(f"no {expected.decode()}", self.address)
