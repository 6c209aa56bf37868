"""Solutions as a table to be shown (https://www.w3.org/TR/sparql11-results-json/)."""

import json
from dataclasses import dataclass

_MOST_ROWS = 1000


@dataclass(frozen=True, slots=True)
class Cell:
    """A term; ``iri`` says that ``text`` leads somewhere."""

    text: str
    lang: str = ""
    iri: bool = False


@dataclass(frozen=True, slots=True)
class SolutionTable:
    """The first rows of ``total``; a question that is answered with yes or no has no rows but a ``verdict``."""

    variables: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: int
    verdict: bool | None = None


def read_table(content: bytes) -> SolutionTable:
    """Read a whole answer."""
    answer = json.loads(content)
    if "boolean" in answer:
        return SolutionTable((), (), 0, answer["boolean"])
    variables, found = tuple(answer["head"]["vars"]), answer["results"]["bindings"]
    rows = (tuple(_cell(row.get(name)) for name in variables) for row in found[:_MOST_ROWS])
    return SolutionTable(variables, tuple(rows), len(found))


def _cell(term: dict[str, str] | None) -> Cell:
    if term is None:
        return Cell("")
    text = str(term["value"])
    web = term["type"] == "uri" and text.startswith(("http://", "https://"))
    return Cell(text, term.get("xml:lang", ""), web)
