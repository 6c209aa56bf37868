"""The variables of a NetCDF-4 file, group by group."""

from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import BinaryIO

from vocabsvc.formats.parameters.hdf5.attributes import read_attributes
from vocabsvc.formats.parameters.hdf5.heap import FractalHeap, GlobalHeaps, read_local_heap
from vocabsvc.formats.parameters.hdf5.object_header import (
    LAYOUT,
    LINK,
    LINK_INFO,
    SYMBOL_TABLE,
    Message,
    read_messages,
)
from vocabsvc.formats.parameters.hdf5.source import Fields, Source
from vocabsvc.formats.parameters.hdf5.tree import RecordTree, read_symbol_nodes
from vocabsvc.formats.parameters.variables import Variable

SIGNATURE = b"\x89HDF\r\n\x1a\n"

_NOT_A_VARIABLE = "This is a netCDF dimension but not a netCDF variable"
_NOT_A_COORDINATE = "_nc4_non_coord_"
_NAME_INDEX = 5
_HARD = 0
_CACHED_SOFT_LINK = 2
_DEEPEST = 32
_LONGEST_NAME = 1_000

Link = tuple[int, str, int]
"""When it was made, 0 where that is not told; its name; the address of the object header that it leads to."""


def read_netcdf4(file: BinaryIO, name: str, begin: int = 0) -> tuple[list[Variable], dict[str, str]]:
    """Return the variables and the file's own attributes; ``begin`` is where the signature stands.

    Links to other files and by path are not followed.

    Raises:
        UnreadableInput: not such a file, with the byte.
        InputTooLarge: a header that takes more than 64 MB or 300,000 reads.
    """
    source = Source(file, name)
    source.base = begin
    return _Reader(source).read(_root(source))


def _root(source: Source) -> int:
    """Return the address of the root group, from the superblock (section II)."""
    version = source.read(8, 1).number()
    if version > 3:
        raise source.refusal(f"a superblock of the unknown version {version}", 8)
    sizes = source.read(13 if version < 2 else 9, 2)
    source.offset_size, source.length_size = sizes.number(), sizes.number()
    if not {source.offset_size, source.length_size} <= {2, 4, 8}:
        raise source.refusal("impossible sizes of addresses", 13)
    begin, skipped = {0: (24, 5), 1: (28, 5)}.get(version, (12, 3))
    fields = source.read(begin, (skipped + 1) * source.offset_size)
    base = fields.offset()
    fields.take((skipped - 1) * source.offset_size)
    source.base = base or source.base
    return fields.offset()


class _Reader:
    def __init__(self, source: Source) -> None:
        self._source = source
        self._texts = GlobalHeaps(source)
        self._seen: set[int] = set()
        self._found: list[Variable] = []

    def read(self, root: int) -> tuple[list[Variable], dict[str, str]]:
        messages = read_messages(self._source, root)
        attributes = read_attributes(self._source, messages, self._texts)
        self._seen.add(root)
        self._read_group(messages, "", 0)
        return self._found, attributes

    def _read_group(self, messages: Sequence[Message], path: str, depth: int) -> None:
        groups = []
        for _, name, address in sorted(self._links(messages), key=itemgetter(0)):
            if address in self._seen:
                continue
            self._seen.add(address)
            below = read_messages(self._source, address)
            kinds = {message.kind for message in below}
            if LAYOUT in kinds:
                self._add(name, below, path)
            elif kinds & {LINK_INFO, LINK, SYMBOL_TABLE}:
                groups.append((name, below))
        if depth < _DEEPEST:
            for name, below in groups:
                self._read_group(below, f"{path}/{name}", depth + 1)

    def _add(self, name: str, messages: Sequence[Message], path: str) -> None:
        attributes = read_attributes(self._source, messages, self._texts)
        if not attributes.get("NAME", "").startswith(_NOT_A_VARIABLE):
            self._found.append(Variable(name.removeprefix(_NOT_A_COORDINATE), attributes, path))

    def _links(self, messages: Sequence[Message]) -> Iterator[Link]:
        for message in messages:
            if message.kind == LINK:
                yield from _link(message.fields)
            elif message.kind == LINK_INFO:
                yield from self._stored_densely(message.fields)
            elif message.kind == SYMBOL_TABLE:
                yield from self._symbols(message.fields)

    def _stored_densely(self, info: Fields) -> Iterator[Link]:
        info.take(1)
        flags = info.number()
        info.take(8 if flags & 1 else 0)
        heap_address, tree_address = info.offset(), info.offset()
        if heap_address == (1 << 8 * self._source.offset_size) - 1:  # undefined: the links stand in the header
            return
        heap, tree = FractalHeap(self._source, heap_address), RecordTree(self._source, tree_address)
        if tree.kind != _NAME_INDEX:
            raise self._source.refusal("no tree of links", tree_address)
        for record in tree.records():
            record.take(4)  # the hash of the name
            fields = heap.object(record.take(heap.id_size))
            if fields is not None:
                yield from _link(fields)

    def _symbols(self, table: Fields) -> Iterator[Link]:
        tree, names = table.offset(), read_local_heap(self._source, table.offset())
        entry = 2 * self._source.offset_size + 24
        for address in read_symbol_nodes(self._source, tree):
            head = self._source.read(address, 8)
            head.signature(b"SNOD")
            head.take(2)
            count = head.number(2)
            entries = self._source.read(address + 8, count * entry)
            for _ in range(count):
                begin, target, cached = entries.offset(), entries.offset(), entries.number(4)
                entries.take(20)
                if cached != _CACHED_SOFT_LINK:
                    name = names[begin : begin + _LONGEST_NAME].partition(b"\0")[0]
                    yield 0, name.decode(errors="replace"), target


def _link(fields: Fields) -> Iterator[Link]:
    fields.take(1)
    flags = fields.number()
    kind = fields.number() if flags & 8 else _HARD
    order = fields.number(8) if flags & 4 else 0
    fields.take(1 if flags & 16 else 0)  # the character set of the name: ASCII is UTF-8, too
    name = fields.take(fields.number(1 << (flags & 3))).decode(errors="replace")
    if kind == _HARD:
        yield order, name, fields.offset()
