"""The words of the labels of one vocabulary, and which labels hold each.

A part of a word is found in them ten times sooner than in the labels. A word is a run of letters and digits.
``.words`` holds one a line, in order; ``.held`` three runs of numbers: where each line begins, where the rows of each
begin in the third, and the rows, in order. Each run begins with its length.
"""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from heapq import merge
from itertools import groupby, islice
from operator import itemgetter
from pathlib import Path

WORDS, HELD = ".words", ".held"
_WORD = re.compile(rb"[0-9a-z\x80-\xff]+")  # of what is lower case, in UTF-8
_MOST_WORDS = 64
_NUMBER_BYTES = 4
_KEPT = 1024


def words_of(key: bytes) -> list[bytes]:
    """Return the words of a label as it is compared, or of a part of one."""
    return _WORD.findall(key)


def write_words(stem: Path, keys: Sequence[bytes]) -> None:
    """Write the words of labels, given as they are compared; a row is a place among them."""
    rows: dict[bytes, list[int]] = {}
    for row, key in enumerate(keys):
        for word in dict.fromkeys(words_of(key)):
            rows.setdefault(word, []).append(row)
    line_starts, held_starts, held = array("I", [0]), array("I", [0]), array("I")
    with stem.with_suffix(WORDS).open("wb") as file:
        for word in sorted(rows):
            line_starts.append(line_starts[-1] + file.write(word + b"\n"))
            held.extend(rows[word])
            held_starts.append(len(held))
    with stem.with_suffix(HELD).open("wb") as file:
        for numbers in (line_starts, held_starts, held):
            array("I", [len(numbers)]).tofile(file)
            numbers.tofile(file)


class WordList:
    """Reads the files; safe between threads."""

    def __init__(self, stem: Path) -> None:
        self._words = stem.with_suffix(WORDS).read_bytes()
        with stem.with_suffix(HELD).open("rb") as file:
            runs = []
            for _ in range(3):
                (length,) = array("I", file.read(_NUMBER_BYTES))
                runs.append(array("I", file.read(_NUMBER_BYTES * length)))
        self._line_starts, self._held_starts, self._held = runs
        self._first_holding = lru_cache(_KEPT)(self._first_words)

    def rows_with(self, part: bytes) -> Iterator[int] | None:
        """Return in order the rows with a word that ``part`` is in.

        The answer is ``None`` where that is so many words that it is sooner met in the labels themselves.
        """
        found = self._first_holding(part)
        if len(found) > _MOST_WORDS:
            return None
        rows = (self._held[self._held_starts[word] : self._held_starts[word + 1]] for word in found)
        return map(itemgetter(0), groupby(merge(*rows)))

    def _first_words(self, part: bytes) -> Sequence[int]:
        return tuple(islice(self._holding(part), _MOST_WORDS + 1))

    def _holding(self, part: bytes) -> Iterator[int]:
        place = self._words.find(part)
        while place >= 0:
            word = bisect_right(self._line_starts, place) - 1
            yield word
            place = self._words.find(part, self._line_starts[word + 1])
