"""The code lists that the repository ships, read without a store: what tests of validation need."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from vocabsvc.formats.rdf import parse_rdf
from vocabsvc.formats.statement import to_statement
from vocabsvc.model.statement import Statement
from vocabsvc.services.validation.code_lists import CodeList, read_code_lists

_FOLDER = Path(__file__).parents[1] / "vocabularies"
_NAMES = ("iso-19139", "iso-19115-3", "languages", "countries")


@cache
def code_lists() -> Mapping[str, CodeList]:
    """Every code list, by the name of its element."""
    return read_code_lists({name: _statements(name) for name in _NAMES})


def _statements(name: str) -> list[Statement]:
    path = _FOLDER / name / f"{name}.ttl"
    return [to_statement(triple) for triple in parse_rdf(path.read_bytes(), path.name, "https://example.org/").triples]
