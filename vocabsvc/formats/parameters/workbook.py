"""Workbooks of Excel and LibreOffice (XLSX, ECMA-376), read as tables of text.

There are libraries; none fits here. python-calamine makes room for all cells between the corners of a sheet, so two
cells in 5 kB end the process; openpyxl builds styles, charts and all else first, and tells only by a second reading
which cells are formulas without a value. Formulas are never evaluated: what the program that saved the file stored
as their value is taken.
"""

import posixpath
from collections.abc import Iterator

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.parameters.grid import Grid, NoHeadings
from vocabsvc.formats.parameters.table import ParameterRow
from vocabsvc.formats.parameters.workbook_parts import Start, WorkbookParts
from vocabsvc.formats.parameters.workbook_sheet import read_strings, sheet_lines

_MOST_SHEETS = 200


def read_workbook(content: bytes, name: str) -> Iterator[ParameterRow]:
    """Yield the rows of the first visible sheet whose first row has a heading of names.

    Raises:
        UnreadableInput: not a workbook, or see ``Grid.rows``; with sheet and cell. A formula without a stored value
            is one.
        InputTooLarge: over a million cells, 1,000 columns or 500,000 shared strings, or see ``WorkbookParts``.
    """
    parts = WorkbookParts(content, name)
    book = _Book(parts)
    refusal: UnreadableInput | None = None
    for sheet, part in book.sheets:
        grid = Grid(name, sheet)
        try:
            return grid.rows(sheet_lines(parts, part, book.strings, grid))
        except NoHeadings as error:
            refusal = refusal or error
    raise refusal or UnreadableInput("no visible sheet", name)


class _Book:
    """Which sheets there are, and the strings that they share."""

    def __init__(self, parts: WorkbookParts) -> None:
        self._parts = parts
        self._path = self._target("_rels/.rels", "", "/officeDocument") or "xl/workbook.xml"
        folder, file = posixpath.split(self._path)
        self._relations = f"{folder}/_rels/{file}.rels"
        strings = self._target(self._relations, folder, "/sharedStrings")
        self.strings = read_strings(parts, strings) if strings in parts else []
        self.sheets = self._sheets(folder)

    def _sheets(self, folder: str) -> list[tuple[str, str]]:
        targets = {relation: path for _, relation, path in self._related(self._relations, folder)}
        found: list[tuple[str, str]] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "sheet" and attributes.get("state", "visible") == "visible" and len(found) < _MOST_SHEETS:
                relation = next((value for key, value in attributes.items() if key.endswith(" id")), "")
                found.append((attributes.get("name", ""), targets.get(relation, "")))

        _run(self._parts, self._path, start)
        return [(sheet, path) for sheet, path in found if path in self._parts]

    def _target(self, relations: str, folder: str, kind: str) -> str:
        related = self._related(relations, folder) if relations in self._parts else []
        return next((path for told, _, path in related if told.endswith(kind)), "")

    def _related(self, relations: str, folder: str) -> list[tuple[str, str, str]]:
        found: list[tuple[str, str, str]] = []

        def start(tag: str, attributes: dict[str, str]) -> None:
            if tag == "Relationship":
                path = posixpath.normpath(posixpath.join("/", folder, attributes.get("Target", "")))
                found.append((attributes.get("Type", ""), attributes.get("Id", ""), path.lstrip("/")))

        _run(self._parts, relations, start)
        return found


def _run(parts: WorkbookParts, part: str, start: Start) -> None:
    for _ in parts.parse(part, start, lambda _: None, lambda _: None):
        pass
