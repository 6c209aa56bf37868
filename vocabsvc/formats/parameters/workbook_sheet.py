"""A sheet of a workbook as lines of text, and the strings that sheets share (ECMA-376, part 1, 18.3 and 18.4)."""

import re
from collections.abc import Iterator, Sequence

from vocabsvc.errors import InputTooLarge
from vocabsvc.formats.parameters.grid import Grid
from vocabsvc.formats.parameters.limits import MOST_COLUMNS
from vocabsvc.formats.parameters.workbook_parts import WorkbookParts

_MOST_CELLS = 1_000_000
_MOST_STRINGS = 500_000
_ADDRESS = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_TRUTH = {"1": "TRUE", "0": "FALSE"}


def read_strings(parts: WorkbookParts, part: str) -> list[str]:
    """Return the shared strings, which cells name by number.

    Raises:
        UnreadableInput, InputTooLarge: see ``WorkbookParts.parse``, or over half a million.
    """
    strings = _Strings()
    for _ in parts.parse(part, strings.start, strings.end, strings.text):
        pass
    return strings.found


def sheet_lines(
    parts: WorkbookParts, part: str, strings: Sequence[str], grid: Grid
) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows that have cells, with their numbers, as they are unpacked.

    Raises:
        UnreadableInput, InputTooLarge: see ``read_workbook``.
    """
    sheet = _Sheet(strings, grid)
    for _ in parts.parse(part, sheet.start, sheet.end, sheet.text):
        lines, sheet.lines = sheet.lines, []
        yield from lines


class _Texts:
    """Collects the text of the elements that are ``wanted``, but not how East Asian text is read aloud."""

    def __init__(self, *wanted: str) -> None:
        self._wanted = wanted
        self._open = False
        self._aloud = False
        self._pieces: list[str] = []

    def text(self, text: str) -> None:
        if self._open and not self._aloud:
            self._pieces.append(text)

    def enter(self, tag: str) -> None:
        self._open = self._open or tag in self._wanted
        self._aloud = self._aloud or tag == "rPh"

    def leave(self, tag: str) -> None:
        self._open = self._open and tag not in self._wanted
        self._aloud = self._aloud and tag != "rPh"

    def take(self) -> str:
        text = "".join(self._pieces)
        self._pieces.clear()
        return text


class _Strings(_Texts):
    def __init__(self) -> None:
        super().__init__("t")
        self.found: list[str] = []

    def start(self, tag: str, _attributes: dict[str, str]) -> None:
        self.enter(tag)

    def end(self, tag: str) -> None:
        self.leave(tag)
        if tag == "si":
            if len(self.found) == _MOST_STRINGS:
                raise InputTooLarge(f"more than {_MOST_STRINGS} shared strings")
            self.found.append(_unescaped(self.take()))


class _Sheet(_Texts):
    def __init__(self, strings: Sequence[str], grid: Grid) -> None:
        super().__init__("v", "t")
        self.lines: list[tuple[int, Sequence[str]]] = []
        self._strings = strings
        self._grid = grid
        self._row, self._column = 0, 0
        self._kind, self._formula = "", False
        self._cells: list[str] = []
        self._count = 0

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self.enter(tag)
        if tag == "row":
            number = attributes.get("r", "")
            self._row = int(number) if number.isdecimal() and len(number) < 8 else self._row + 1
            self._column, self._cells = 0, []
        elif tag == "c":
            self._place(attributes.get("r", ""))
            self._kind, self._formula = attributes.get("t", "n"), False
            self.take()
        elif tag == "f":
            self._formula = True

    def end(self, tag: str) -> None:
        self.leave(tag)
        if tag == "c":
            self._put(self._value(self.take()))
        elif tag == "row" and self._cells:
            self.lines.append((self._row, self._cells))

    def _place(self, address: str) -> None:
        self._column += 1
        if match := _ADDRESS.fullmatch(address):
            self._column = 0
            for letter in match[1]:
                self._column = self._column * 26 + ord(letter) - ord("A") + 1

    def _value(self, text: str) -> str:
        if self._formula and not text:
            reason = "a formula without a stored value: open and save the file in its program, or paste values"
            raise self._grid.refusal(reason, self._row, self._column)
        if self._kind == "s" and text:
            if not (text.isascii() and text.isdecimal() and len(text) < 8 and int(text) < len(self._strings)):
                raise self._grid.refusal(f"no shared string {text[:20]!r}", self._row, self._column)
            return self._strings[int(text)]
        if self._kind == "b":
            return _TRUTH.get(text, text)
        return _unescaped(text)

    def _put(self, value: str) -> None:
        if not value:
            return
        if self._column > MOST_COLUMNS:
            raise InputTooLarge(str(self._grid.refusal(f"more than {MOST_COLUMNS} columns", self._row, self._column)))
        gap = max(self._column - len(self._cells), 0)
        self._count += max(gap, 1)
        if self._count > _MOST_CELLS:
            raise InputTooLarge(str(self._grid.refusal(f"more than {_MOST_CELLS} cells", self._row, self._column)))
        self._cells.extend([""] * gap)
        self._cells[self._column - 1] = value


def _unescaped(text: str) -> str:
    return _ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
