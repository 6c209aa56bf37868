"""Spreadsheets of Ocean Data View: ``//`` comments, then a line of columns (ODV User's Guide, 16.3)."""

import re
from collections.abc import Iterator, Mapping

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.parameters.limits import LONGEST_ATTRIBUTE, LONGEST_CELL
from vocabsvc.formats.parameters.semantic_header import COLUMNS, Told, read_semantic_header
from vocabsvc.formats.parameters.table import ParameterRow
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.folding import fold

BEGINNING = re.compile(r'\s*(?://|"?Cruise"?\s*[\t;,]\s*"?Station\b)')

_DELIMITERS = ("\t", ";", ",")
_UNIT = re.compile(r"([^\[]*)\[([^\]]*)\]\s*")
_KIND = re.compile(r":(?:METAVAR|PRIMARYVAR|INDEXED_TEXT|TEXT|S?BYTE|U?SHORT|U?INTEGER|FLOAT|DOUBLE)\b.*")
_FLAG = re.compile(r"(?:QV|QF)\b", re.IGNORECASE)
_OF_THE_FORMAT = {"cruise", "station", "type", "local_cdi_id", "edmo_code"}
_VARIABLE = re.compile(r'^//<(?:Data|Meta)Variable>\s*label="([^"\n]{1,500})"(.*)$', re.MULTILINE)
_COMMENT = re.compile(r'\bcomment="([^"]*)"')


def read_odv(text: str, name: str) -> Iterator[ParameterRow]:
    """Yield the columns that measure something; ``line`` is that of the columns for all of them.

    Columns that the format itself defines (cruise, station, type, date, quality flags) are left out.

    Raises:
        UnreadableInput: no line of columns.
    """
    lines = enumerate(text.split("\n"), start=1)
    number, header = next(((at, line) for at, line in lines if line.strip() and not line.startswith("//")), (1, ""))
    delimiter = next((one for one in _DELIMITERS if one in header), "")
    if not delimiter:
        raise UnreadableInput("an ODV file without a line of columns", name, number)
    told, comments = read_semantic_header(text), _comments(text)
    for column, cell in enumerate(header.split(delimiter), start=1):
        label = cell.strip().strip('"').strip()
        if len(label) > LONGEST_CELL:
            raise UnreadableInput(f"a column name over {LONGEST_CELL} characters", name, number, column)
        if label and not _is_of_the_format(label):
            yield _row(label, told, comments, number)


def _is_of_the_format(label: str) -> bool:
    return (
        bool(_FLAG.match(label)) or label.lower().startswith("yyyy-mm-dd") or _named(label)[0].lower() in _OF_THE_FORMAT
    )


def _row(label: str, told: Mapping[str, Told], comments: Mapping[str, str], line: int) -> ParameterRow:
    local_name, unit = _named(label)
    semantics = told.get(fold(local_name)) or told.get(fold(label)) or {}
    comment = comments.get(fold(local_name), "")[:LONGEST_ATTRIBUTE]
    term = LocalTerm(
        local_name=local_name, long_name=comment, unit=unit, instrument=semantics.get("sdn_instrument", "")
    )
    cells = [("local_name", local_name), ("long_name", comment), ("unit", unit)]
    return ParameterRow(term, (*cells, *((column, semantics.get(column, "")) for column in COLUMNS)), line)


def _named(label: str) -> tuple[str, str]:
    """Return name and unit of ``Temperature [degC]:PRIMARYVAR:FLOAT``."""
    label = _KIND.sub("", label).strip()
    match = _UNIT.fullmatch(label)
    return (match[1].strip(), match[2].strip()) if match and match[1].strip() else (label, "")


def _comments(text: str) -> dict[str, str]:
    found = ((label, _COMMENT.search(rest)) for label, rest in _VARIABLE.findall(text))
    return {fold(_named(label)[0]): match[1].strip() for label, match in found if match}
