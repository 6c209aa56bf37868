import io
import re
import zipfile
from collections.abc import Callable, Iterable

import openpyxl
import pytest

from vocabsvc.errors import InputTooLarge, UnreadableInput
from vocabsvc.formats.parameters import workbook_sheet
from vocabsvc.formats.parameters.reading import read_parameters
from vocabsvc.formats.parameters.table import ParameterTable

ROWS = [("code", "libellé", "unité", "n"), ("TEMP", "Température", "°C", 1.5), ("PSAL", None, None, True)]
SHEET, STRINGS, RELATIONS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/_rels/workbook.xml.rels"


def saved(book: openpyxl.Workbook) -> bytes:
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def book_of(rows: Iterable[Iterable[object]], title: str = "Paramètres") -> openpyxl.Workbook:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    return book


def changed(content: bytes, part: str, change: Callable[[bytes], bytes]) -> bytes:
    """The workbook with another content of one part."""
    old, new = zipfile.ZipFile(io.BytesIO(content)), io.BytesIO()
    with zipfile.ZipFile(new, "w", zipfile.ZIP_DEFLATED) as written:
        for name in old.namelist():
            written.writestr(name, change(old.read(name)) if name == part else old.read(name))
    return new.getvalue()


def with_shared_strings(content: bytes) -> bytes:
    """The workbook as Excel would save it: the texts in a part of their own, in cells by number."""
    texts: list[bytes] = []

    def numbered(match: re.Match[bytes]) -> bytes:
        texts.append(match[1])
        return b't="s"><v>%d</v></c>' % (len(texts) - 1)

    relation = b'<Relationship Type="%s/sharedStrings" Target="sharedStrings.xml" Id="rIdS"/></Relationships>'
    content = changed(content, SHEET, lambda xml: re.sub(rb't="inlineStr"><is>(.*?)</is></c>', numbered, xml))
    content = changed(
        content, RELATIONS, lambda xml: xml.replace(b"</Relationships>", relation % b"http://purl.oclc.org")
    )
    added = io.BytesIO(content)
    with zipfile.ZipFile(added, "a") as written:
        written.writestr(STRINGS, b"<sst>" + b"".join(b"<si>%s</si>" % text for text in texts) + b"</sst>")
    assert texts
    return added.getvalue()


def read(content: bytes) -> ParameterTable:
    return read_parameters(content, "x.xlsx")


def row_of(number: int, cells: bytes) -> bytes:
    return b'<row r="%d">%s</row></sheetData>' % (number, cells)


@pytest.mark.parametrize("kept", [bytes, with_shared_strings])
def test_a_sheet_is_read_as_a_table(kept: Callable[[bytes], bytes]) -> None:
    table = read(kept(saved(book_of([(), *ROWS]))))
    assert [(term.local_name, term.long_name, term.unit) for term in table.terms] == [
        ("TEMP", "Température", "°C"), ("PSAL", "", ""),
    ]  # fmt: skip
    assert [(row.line, dict(row.cells)["n"]) for row in table.rows] == [(3, "1.5"), (4, "TRUE")]


def test_the_first_visible_sheet_with_a_heading_is_taken() -> None:
    book = book_of([("Notice",), ("to be read first",)], "notice")
    hidden = book.create_sheet("hidden")
    hidden.append(["local_name"])
    hidden.append(["NO"])
    hidden.sheet_state = "hidden"
    shown = book.create_sheet("shown")
    shown.append(["local_name"])
    shown.append(["YES"])
    assert [term.local_name for term in read(saved(book)).terms] == ["YES"]


def test_stored_values_of_formulas_are_taken_and_none_is_worked_out() -> None:
    content = saved(book_of([("code", "unit"), ("TEMP", "=1+1")]))
    with pytest.raises(UnreadableInput, match="Paramètres!B2: a formula without a stored value") as caught:
        read(content)
    assert (caught.value.source, caught.value.line, caught.value.column) == ("x.xlsx", 2, 2)
    stored = changed(content, SHEET, lambda xml: re.sub(rb"</f><v ?(/>|></v>)", b"</f><v>2</v>", xml))
    assert read(stored).terms[0].unit == "2"


def test_strings_in_cells_and_text_read_aloud() -> None:
    inline = b'<c r="A3" t="inlineStr"><is><r><t>PS_x0041_</t></r><r><t>L</t></r><rPh><t>no</t></rPh></is></c>'
    content = changed(
        saved(book_of([("code",), ("TEMP",)])), SHEET, lambda xml: xml.replace(b"</sheetData>", row_of(3, inline))
    )
    assert [term.local_name for term in read(content).terms] == ["TEMP", "PSAL"]
    assert [term.local_name for term in read(with_shared_strings(content)).terms] == ["TEMP", "PSAL"]


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([("colour",), ("red",)], "Paramètres, row 1: the header row needs"),
        ([("code", "code"), ("a", "b")], "Paramètres!B1: .* twice"),
        ([("code", "unit"), (None, "m")], "Paramètres, row 2: neither"),
        ([("code",), ("a", "b")], "Paramètres!B2: .* has no heading"),
        ([], "the header row needs"),
    ],
)
def test_what_does_not_fit_is_refused_with_sheet_and_cell(rows: list[tuple[object, ...]], reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read(saved(book_of(rows)))


@pytest.mark.parametrize(
    ("part", "change", "reason"),
    [
        (SHEET, lambda _: b"<x>" + b" " * 40_000_000 + b"</x>", "unpacks to"),
        (SHEET, lambda _: b"<x>" + b"<y/>" * 2_000_000 + b"</x>", "unpacks to"),
        (STRINGS, lambda _: b"<sst>" + b"<si><t>x</t></si>" * 101 + b"</sst>", "more than 100 shared strings"),
        (SHEET, lambda xml: xml.replace(b"</sheetData>", row_of(9, b'<c r="XFD9"><v>1</v></c>')), "1000 columns"),
    ],
)  # fmt: skip
def test_bombs_are_refused(
    part: str, change: Callable[[bytes], bytes], reason: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook_sheet, "_MOST_STRINGS", 100)
    with pytest.raises(InputTooLarge, match=reason):
        read(changed(with_shared_strings(saved(book_of(ROWS))), part, change))


def test_cells_left_out_count_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook_sheet, "_MOST_CELLS", 10_000)
    book = book_of([["code", *(f"h{number}" for number in range(999))]])
    for number in range(2, 20):
        book.worksheets[0][f"A{number}"] = book.worksheets[0][f"ALL{number}"] = "x"
    with pytest.raises(InputTooLarge, match="Paramètres!A11: more than 10000 cells"):
        read(saved(book))


def test_two_cells_far_apart_take_no_memory() -> None:
    book = book_of([("code",), ("TEMP",)])
    book.worksheets[0]["A1048576"] = "LAST"
    assert [row.line for row in read(saved(book)).rows] == [2, 1_048_576]


@pytest.mark.parametrize(
    ("part", "change", "reason"),
    [
        (SHEET, lambda xml: b'<!DOCTYPE x [<!ENTITY a "b">]>' + xml, "document type"),
        (SHEET, lambda xml: xml[:-20], "is not XML"),
        (SHEET, lambda xml: xml.replace(b"</sheetData>", row_of(9, b'<c t="s"><v>99</v></c>')), "A9: no shared"),
        (SHEET, lambda xml: xml.replace(b"</sheetData>", row_of(9, b'<c t="s"><v>-1</v></c>')), "no shared string"),
        ("xl/workbook.xml", lambda _: b"<workbook/>", "no visible sheet"),
        ("xl/_rels/workbook.xml.rels", lambda _: b"<x/>", "no visible sheet"),
    ],
)  # fmt: skip
def test_damage_is_refused(part: str, change: Callable[[bytes], bytes], reason: str) -> None:
    with pytest.raises(UnreadableInput, match=reason):
        read(changed(saved(book_of(ROWS)), part, change))


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as written:
        written.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    with pytest.raises(UnreadableInput, match="not an Excel workbook"):
        read(content.getvalue())
    with pytest.raises(UnreadableInput, match="not a ZIP file"):
        read(content.getvalue()[:40])


def test_a_zip_of_many_parts_is_refused() -> None:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as written:
        for number in range(5_001):
            written.writestr(str(number), "")
    with pytest.raises(InputTooLarge, match="parts"):
        read(content.getvalue())
