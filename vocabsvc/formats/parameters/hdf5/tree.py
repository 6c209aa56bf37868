"""B-trees, by which groups list their links and objects their attributes (section III.A)."""

from collections.abc import Iterator

from vocabsvc.formats.parameters.hdf5.source import Fields, Source

_DEEPEST = 16
_SMALLEST_RECORD = 11
_LARGEST_NODE = 1_000_000


def read_symbol_nodes(source: Source, address: int, depth: int = 0) -> Iterator[int]:
    """Yield the addresses of the symbol nodes below a node of version 1, in order."""
    entry = source.length_size + source.offset_size
    node = source.read(address, 8 + 2 * source.offset_size)
    node.signature(b"TREE")
    kind, level, count = node.number(), node.number(), node.number(2)
    if kind != 0 or depth > _DEEPEST:
        raise source.refusal("no tree of a group", address)
    entries = source.read(address + len(node.content), count * entry)
    for _ in range(count):
        entries.length()
        child = entries.offset()
        if level == 0:
            yield child
        else:
            yield from read_symbol_nodes(source, child, depth + 1)


class RecordTree:
    """A B-tree of version 2; its records all have the same size."""

    def __init__(self, source: Source, address: int) -> None:
        self._source = source
        header = source.read(address, 18 + source.offset_size + source.length_size)
        header.signature(b"BTHD")
        header.take(1)
        self.kind = header.number()
        self._node_size, self._record_size, self._depth = header.number(4), header.number(2), header.number(2)
        header.take(2)
        self._root = header.offset()
        self._count = header.number(2)
        fits = _SMALLEST_RECORD <= self._record_size <= self._node_size - 10 and self._node_size <= _LARGEST_NODE
        if not fits or self._depth > _DEEPEST:
            raise source.refusal("an impossible tree", address)
        self._pointers = self._pointer_sizes()

    def records(self) -> Iterator[Fields]:
        """Yield the records in the order of the tree."""
        if self._count:
            yield from self._below(self._root, self._count, self._depth)

    def _pointer_sizes(self) -> list[tuple[int, int]]:
        """Return, by depth, how many bytes count the records of a child, and all below it."""
        leaf = (self._node_size - 10) // self._record_size
        count_size = _size_of(leaf)
        sizes, most, total_size = [(0, 0)], leaf, 0
        for _ in range(self._depth):
            sizes.append((count_size, total_size))
            pointer = self._source.offset_size + count_size + total_size
            here = max(self._node_size - 10 - pointer, 0) // (self._record_size + pointer)
            most = (here + 1) * most + here
            total_size = _size_of(most)
        return sizes

    def _below(self, address: int, count: int, depth: int) -> Iterator[Fields]:
        count_size, total_size = self._pointers[depth]
        pointer = self._source.offset_size + count_size + total_size
        size = 6 + count * self._record_size + (0 if depth == 0 else (count + 1) * pointer)
        if size > self._node_size:
            raise self._source.refusal("a node with too many records", address)
        node = self._source.read(address, size)
        node.signature(b"BTIN" if depth else b"BTLF")
        node.take(2)
        records = [Fields(node.take(self._record_size), self._source, address) for _ in range(count)]
        if depth == 0:
            yield from records
            return
        for position in range(count + 1):
            child, below = node.offset(), node.number(count_size)
            node.take(total_size)
            yield from self._below(child, below, depth - 1)
            yield from records[position : position + 1]


def _size_of(number: int) -> int:
    return (max(number, 1).bit_length() - 1) // 8 + 1
