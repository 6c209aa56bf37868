"""Headers of MEDATLAS files: lines that begin with ``*`` (MEDATLAS format, version 2; SeaDataNet's additions)."""

import re
from collections.abc import Iterator

from vocabsvc.errors import UnreadableInput
from vocabsvc.formats.parameters.limits import LONGEST_ATTRIBUTE
from vocabsvc.formats.parameters.semantic_header import COLUMNS, read_semantic_header
from vocabsvc.formats.parameters.table import ParameterRow
from vocabsvc.model.candidate import LocalTerm
from vocabsvc.model.folding import fold

BEGINNING = re.compile(r"\s*\*[^\n]*\n(?s:.*)^\*[ \t]*NB[ _]PARAMETERS[ \t]*=", re.MULTILINE)

_PARAMETERS = re.compile(r"^\*[ \t]*NB[ _]PARAMETERS[ \t]*=[ \t]*([0-9]{1,4})\b", re.MULTILINE)
_DATA_TYPE = re.compile(r"^\*[^\n]{0,100}?\bData[ _]Type\s*=\s*([A-Z][0-9]{2})", re.MULTILINE | re.IGNORECASE)
_COLLECTION = re.compile(r"^\*[ \t]*DC[ _]HISTORY[ \t]*=[ \t]*([^\n]*)", re.MULTILINE)
_DATA_TYPES = {
    "D01": "current meter",
    "D71": "current profiler",
    "H09": "water bottle",
    "H10": "CTD",
    "H13": "bathythermograph",
    "H71": "underway thermosalinograph",
    "H72": "thermistor chain",
}
"""Data types of the cruise summary report (ROSCOP) that tell the instrument."""


def read_medatlas(text: str, name: str) -> Iterator[ParameterRow]:
    """Yield the parameters of all stations, each once; ``line`` is where it stands first.

    Raises:
        UnreadableInput: fewer parameters than the header counts, with the line.
    """
    semantics = read_semantic_header(text)
    instrument = _instrument(text)
    seen: set[tuple[str, str, str]] = set()
    for line, parameter in _parameters(text, name):
        if parameter in seen:
            continue
        seen.add(parameter)
        local_name, long_name, unit = parameter
        told = semantics.get(fold(local_name), {})
        known = "; ".join(filter(None, (told.get("sdn_instrument"), instrument)))
        term = LocalTerm(local_name=local_name, long_name=long_name, unit=unit, instrument=known)
        cells = [("local_name", local_name), ("long_name", long_name), ("unit", unit)]
        yield ParameterRow(term, (*cells, *((column, told.get(column, "")) for column in COLUMNS)), line)


def _parameters(text: str, name: str) -> Iterator[tuple[int, tuple[str, str, str]]]:
    line, at = 1, 0
    while match := _PARAMETERS.search(text, at):
        line += text.count("\n", at, match.start())
        at = match.start()
        for position in range(1, int(match[1]) + 1):
            at = text.find("\n", at) + 1
            written = text[at : text.find("\n", at) if text.find("\n", at) >= 0 else None] if at else ""
            if not written.startswith("*") or not written[1:].strip():
                reason = f"parameter {position} of the {int(match[1])} that the header counts is missing"
                raise UnreadableInput(reason, name, line + position)
            yield line + position, _parameter(written[1:])
        line, at = line + int(match[1]), max(at, match.end())


def _parameter(written: str) -> tuple[str, str, str]:
    """Return code, name and unit of ``PRES SEA PRESSURE sea surface=0 (decibar=10000 pascals) def.=-999.9``."""
    told = written.rpartition("def.")[0] or written
    code, _, rest = told.strip().partition(" ")
    long_name, opened, unit = rest.rstrip().removesuffix(")").rpartition("(")
    if not opened:
        long_name, unit = rest, ""
    texts = (code, long_name, unit.partition("=")[0])
    code, long_name, unit = (" ".join(text.split())[:LONGEST_ATTRIBUTE] for text in texts)
    return code, long_name, unit


def _instrument(text: str) -> str:
    kind, collection = _DATA_TYPE.search(text), _COLLECTION.search(text)
    told = (_DATA_TYPES.get(kind[1].upper(), "") if kind else "", collection[1].strip() if collection else "")
    return "; ".join(filter(None, told))[:LONGEST_ATTRIBUTE]
