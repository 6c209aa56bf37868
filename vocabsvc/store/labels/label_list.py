"""Reads the alphabetical list of one vocabulary."""

import json
import mmap
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Mapping
from io import BufferedReader
from pathlib import Path
from typing import Any

from vocabsvc.store.labels.base import FIELDS, Label, LabelledConcept, LabelMatch
from vocabsvc.store.labels.wildcard import Wildcard
from vocabsvc.store.labels.words import WordList, words_of
from vocabsvc.store.labels.writer import CONCEPTS, KEYS, ROWS

_NEAR_BYTES = 32_768
_AFTER = b"\xff"
"""Behind every text that begins alike: no UTF-8 has this byte."""


class LabelList:
    """The files of one vocabulary; ``described`` is what ``contents.json`` says of them. Safe between threads."""

    def __init__(self, folder: Path, vocabulary: str, described: Mapping[str, Any]) -> None:
        stem = folder / str(described["files"])
        self._vocabulary = vocabulary
        self._languages: list[str] = described["languages"]
        self.counts = {(lang, field): count for lang, field, count in described["counts"]}
        self._keys = stem.with_suffix(KEYS).read_bytes()  # searching it by a part is much faster than a mapped file
        self._words = WordList(stem)
        self._lines = _map(stem.with_suffix(CONCEPTS))
        rows, concepts = described["rows"], described["concepts"]
        with stem.with_suffix(ROWS).open("rb") as file:
            self._starts, self._concepts, self._places, self._fields, self._langs, self._line_starts = (
                _read(file, count) for count in (rows + 1, rows, rows, rows, rows, concepts + 1)
            )

    def __len__(self) -> int:
        """Return the number of labels."""
        return len(self._concepts)

    def matching(self, wildcard: Wildcard, fields: Collection[str], language: str) -> Iterator[tuple[bytes, str, int]]:
        """Yield key, language and row of each label that is asked for, in order."""
        wanted, spoken = self._fields_of(fields), self._spoken(language)
        for row in self._rows(wildcard) if spoken else ():
            if self._fields[row] in wanted and self._langs[row] in spoken:
                yield self._key(row), self._languages[self._langs[row]], row

    def match(self, row: int) -> LabelMatch:
        """Return what a row stands for."""
        number = self._concepts[row]
        uri, labels = json.loads(self._lines[self._line_starts[number] : self._line_starts[number + 1]])
        concept = LabelledConcept(uri, self._vocabulary, tuple(Label(*label) for label in labels))
        return LabelMatch(concept, concept.labels[self._places[row]])

    def letters(self, fields: Collection[str], language: str) -> tuple[str, ...]:
        """Return the different first characters, in order."""
        wanted, spoken = self._fields_of(fields), self._spoken(language)
        found: list[str] = []
        row = 0
        while row < len(self) and spoken:
            letter = self._key(row).decode()[:1]
            behind = self._place(letter.encode() + _AFTER)
            if any(self._fields[one] in wanted and self._langs[one] in spoken for one in range(row, behind)):
                found.append(letter)
            row = behind
        return tuple(found)

    def _rows(self, wildcard: Wildcard) -> Iterator[int]:
        if wildcard.takes_all:
            yield from range(len(self))
        elif wildcard.is_literal:
            yield from range(self._place(wildcard.beginning), self._place(wildcard.beginning + b"\x00"))
        elif wildcard.beginning:
            rows = range(self._place(wildcard.beginning), self._place(wildcard.beginning + _AFTER))
            # One asterisk at the end: all of them are meant.
            yield from rows if wildcard.parts[1:] == (b"",) else self._described(rows, wildcard)
        else:
            yield from self._holding(wildcard)

    def _described(self, rows: range, wildcard: Wildcard) -> Iterator[int]:
        return (row for row in rows if wildcard.describes(self._key(row)))

    def _holding(self, wildcard: Wildcard) -> Iterator[int]:
        """Yield the rows of a pattern that begins with an asterisk; no part of it reaches over the end of a line.

        What stands in many labels is soon met in them. Where it is not, the words tell where it stands.
        """
        part, start, met = wildcard.longest, 0, -1
        while start < len(self._keys) and (place := self._keys.find(part, start, start + _NEAR_BYTES)) >= 0:
            met = bisect_right(self._starts, place) - 1
            if wildcard.describes(self._key(met)):
                yield met
            start = self._starts[met + 1]
        if start + _NEAR_BYTES < len(self._keys):
            yield from (row for row in self._far(wildcard, start) if row > met and wildcard.describes(self._key(row)))

    def _far(self, wildcard: Wildcard, start: int) -> Iterator[int]:
        """Yield in order at least the rows from ``start`` on that hold the longest part."""
        words = [word for part in wildcard.parts for word in words_of(part)]
        rows = self._words.rows_with(max(words, key=len)) if words else None
        return rows if rows is not None else self._scanned(wildcard.longest, start)

    def _scanned(self, part: bytes, start: int) -> Iterator[int]:
        while (place := self._keys.find(part, start)) >= 0:
            row = bisect_right(self._starts, place) - 1
            yield row
            start = self._starts[row + 1]

    def _key(self, row: int) -> bytes:
        return self._keys[self._starts[row] : self._starts[row + 1] - 1]

    def _place(self, key: bytes) -> int:
        return bisect_left(range(len(self)), key, key=self._key)

    def _fields_of(self, fields: Collection[str]) -> set[int]:
        return {FIELDS.index(field) for field in fields}

    def _spoken(self, language: str) -> set[int]:
        return {
            number
            for number, tag in enumerate(self._languages)
            if not language or not tag or tag == language or tag.startswith(f"{language}-")
        }


def _map(path: Path) -> mmap.mmap | bytes:
    if not path.stat().st_size:
        return b""  # an empty file cannot be mapped
    with path.open("rb") as file:
        return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)


def _read(file: BufferedReader, count: int) -> "array[int]":
    numbers = array("I")
    numbers.fromfile(file, count)
    return numbers
