"""Heaps, where names, texts and attributes stand that are not in an object header (sections III.D, III.E, III.G)."""

from vocabsvc.formats.parameters.hdf5.source import Fields, Source

_MANAGED, _TINY = 0, 2
_LARGEST = 16_000_000
_WIDEST = 1_024
_MOST_ROWS = 64


def read_local_heap(source: Source, address: int) -> bytes:
    """Return the names of a group of the old kind; they end at a zero byte."""
    header = source.read(address, 8 + 2 * source.length_size + source.offset_size)
    header.signature(b"HEAP")
    header.take(4)
    size = header.length()
    header.length()
    return source.read(header.offset(), size).content


class GlobalHeaps:
    """Texts of variable length; each collection is read once."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._collections: dict[int, dict[int, bytes]] = {}

    def text(self, address: int, index: int) -> bytes:
        """Return an object of the collection at an address, or nothing where there is no such object."""
        if address not in self._collections:
            self._collections[address] = self._collection(address)
        return self._collections[address].get(index, b"")

    def _collection(self, address: int) -> dict[int, bytes]:
        header = self._source.read(address, 8 + self._source.length_size)
        header.signature(b"GCOL")
        header.take(4)
        size = header.length()
        fields = self._source.read(address, size)
        fields.at = header.at
        objects: dict[int, bytes] = {}
        while fields.left >= 8 + self._source.length_size:
            index = fields.number(2)
            fields.take(6)
            length = fields.length()
            if index == 0:  # the free space, which is last
                break
            objects[index] = fields.take(length)
            fields.take(min(-length % 8, fields.left))
        return objects


class FractalHeap:
    """A heap of links or attributes whose blocks double in size; objects are named by ids of ``id_size`` bytes."""

    def __init__(self, source: Source, address: int) -> None:
        self._source = source
        header = source.read(address, 22 + 12 * source.length_size + 3 * source.offset_size)
        header.signature(b"FRHP")
        header.take(1)
        self.id_size = header.number(2)
        self._filtered = header.number(2) > 0
        header.take(1)
        largest = header.number(4)
        header.take(2 * source.length_size + 2 * source.offset_size + 8 * source.length_size)
        self._width = header.number(2)
        self._first = header.length()
        self._largest_block = header.length()
        self._offset_size = (header.number(2) + 7) // 8
        header.take(2)
        self._root = header.offset()
        self._rows = header.number(2)
        sized = 0 < self._width <= _WIDEST and 0 < self._first <= self._largest_block <= _LARGEST
        if not (sized and self._rows <= _MOST_ROWS):
            raise source.refusal("an impossible heap", address)
        in_block = (self._largest_block.bit_length() + 6) // 8
        self._length_size = min(in_block, (max(largest, 1).bit_length() - 1) // 8 + 1)
        self._direct_rows = self._largest_block.bit_length() - self._first.bit_length() + 2

    def object(self, identifier: bytes) -> Fields | None:
        """Return an object, or nothing where it is larger than 4 kB, stands by itself and is not looked for."""
        fields = Fields(identifier, self._source, self._root)
        first = fields.number()
        kind = first >> 4 & 3
        if kind == _TINY:
            size = (first & 15) + 1 if self.id_size <= 17 else ((first & 15) << 8) + fields.number() + 1
            return Fields(fields.take(size), self._source, self._root)
        if kind != _MANAGED or self._filtered:
            return None
        offset, size = fields.number(self._offset_size), fields.number(self._length_size)
        if self._rows == 0:
            return self._source.read(self._root + offset, size)
        return self._source.read(self._address(self._root, self._rows, offset), size)

    def _address(self, block: int, rows: int, offset: int) -> int:
        """Return where an offset of the heap is, below an indirect block of so many rows."""
        begin = block + 5 + self._source.offset_size + self._offset_size
        for row in range(rows):
            size = self._first << max(row - 1, 0)
            if offset < size * self._width:
                column, offset = divmod(offset, size)
                child = self._source.read(
                    begin + (row * self._width + column) * self._source.offset_size, self._source.offset_size
                ).offset()
                if row < self._direct_rows:
                    return child + offset
                below = size.bit_length() - (self._first * self._width).bit_length() + 1
                return self._address(child, below, offset)
            offset -= size * self._width
        raise self._source.refusal("an object outside of its heap", block)
