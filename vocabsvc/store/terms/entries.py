"""The entries of the term index: one file beside it, of which a hit takes a piece.

To have tantivy store them would mean to decompress a block for nearly every hit.

::

    <folder>/entries    count, where each begins and where the last ends (64 bits each), then one after the other
"""

import mmap
from array import array
from pathlib import Path

from tantivy import DocAddress, Order, Query, Searcher

from vocabsvc.store.terms.entry import IndexEntry

_FILE = "entries"
_WIDTH = 8


class EntriesWriter:
    """Takes entries one by one, so that they need not be in memory together."""

    def __init__(self, folder: Path, count: int) -> None:
        self._starts = array("Q", [_WIDTH * (count + 2)])
        self._file = (folder / _FILE).open("wb")
        self._file.write(bytes(self._starts[0]))

    def add(self, entry: IndexEntry) -> int:
        """Write the next entry; return its ordinal."""
        self._starts.append(self._starts[-1] + self._file.write(entry.to_bytes()))
        return len(self._starts) - 2

    def close(self) -> None:
        """Write where entries begin; ``count`` must have been added."""
        self._file.seek(0)
        self._file.write(array("Q", [len(self._starts) - 1]) + self._starts)
        self._file.close()


class Entries:
    """Reads them by the addresses that a search of their index gives."""

    def __init__(self, folder: Path, searcher: Searcher) -> None:
        with (folder / _FILE).open("rb") as file:
            self._content = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        numbers = memoryview(self._content)
        count = numbers[:_WIDTH].cast("Q")[0]
        self._starts = numbers[_WIDTH : _WIDTH * (count + 2)].cast("Q")
        self._ordinals = _ordinals(searcher)

    def ordinal(self, address: DocAddress) -> int:
        """Return which entry is that of a document."""
        return self._ordinals[address.segment_ord][address.doc] if self._ordinals else address.doc

    def at(self, ordinal: int) -> IndexEntry:
        """Return an entry."""
        return IndexEntry.from_bytes(self._content[self._starts[ordinal] : self._starts[ordinal + 1]])


def _ordinals(searcher: Searcher) -> list["array[int]"]:
    """Return the ordinals of all documents by segment; nothing where one segment has them all, in their order."""
    if searcher.num_segments <= 1:
        return []
    found = searcher.search(
        Query.all_query(), limit=searcher.num_docs, count=False, order_by_field="entry", order=Order.Asc
    )
    ordinals = [array("Q") for _ in range(searcher.num_segments)]
    for ordinal, address in found.hits:  # each segment has its documents in the order of writing
        ordinals[address.segment_ord].append(ordinal)
    return ordinals
