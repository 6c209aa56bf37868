"""The written relevance set is well-formed and asks for concepts that exist; README.md has its rules."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from benchmarks.relevance import COLUMNS, Query, names_of, read_queries
from tests.conftest import ROOT
from tests.uncovered import uncovered
from vocabsvc.formats.rdf import parse_rdf, syntax_of
from vocabsvc.formats.skos import read_skos
from vocabsvc.model.concept import ConceptRef, Status

FOLDER = Path(__file__).parent
BASE = "https://hub.example/id/"
HALVES = ("tuning", "held_out")
KINDS = {
    "code", "exact", "words", "prefix", "typo", "synonym", "abbreviation", "french-for-english-only", "accent",
    "word-order", "unit", "instrument", "platform", "place", "symptom",
}  # fmt: skip
FEWEST_ROWS = 75
SMALLEST_SHARE = 0.4
VOCABULARIES = {path.name for path in (ROOT / "vocabularies").iterdir()}


@pytest.fixture(scope="module")
def halves() -> dict[str, tuple[Query, ...]]:
    return {half: read_queries(FOLDER / f"{half}.tsv") for half in HALVES}


@pytest.fixture(scope="module")
def status() -> dict[str, Status]:
    """Status of every concept that ships, by each name that the set may use for it."""
    with uncovered():
        return {
            name: concept.status
            for path in (ROOT / "vocabularies").glob("*/*")
            if syntax_of(path.name)
            for concept in read_skos(parse_rdf(path.read_bytes(), path.name, BASE).triples, path.parent.name).concepts
            for name in names_of(ConceptRef(concept.uri, concept.vocabulary, "".join(concept.notations[:1]), ()))
        }


@pytest.mark.parametrize("half", HALVES)
def test_rows_are_whole(half: str) -> None:
    lines = (FOLDER / f"{half}.tsv").read_text(encoding="utf-8").splitlines()
    header, *rows = csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    assert header == COLUMNS
    assert len(rows) >= FEWEST_ROWS
    for row in rows:
        query, lang, vocabulary, wanted, kind, note = row
        assert [cell.strip() for cell in row] == row
        assert query, row
        assert wanted, row
        assert note, row
        assert lang in {"fr", "en"}, row
        assert kind in KINDS, row
        assert vocabulary in VOCABULARIES | {""}, row


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_every_kind_and_both_languages(halves: dict[str, tuple[Query, ...]], half: str) -> None:
    queries = halves[half]
    assert {query.kind for query in queries} == KINDS
    assert min(Counter(query.lang for query in queries).values()) >= SMALLEST_SHARE * len(queries)


def test_no_query_is_asked_twice(halves: dict[str, tuple[Query, ...]]) -> None:
    asked = Counter((query.text.casefold(), query.vocabulary) for queries in halves.values() for query in queries)
    assert [each for each, times in asked.items() if times > 1] == []


@pytest.mark.parametrize("half", HALVES)
def test_every_concept_wanted_ships_and_is_current(
    halves: dict[str, tuple[Query, ...]], status: dict[str, Status], half: str
) -> None:
    wanted = {name for query in halves[half] for name in query.wanted}
    assert wanted - status.keys() == set()
    assert {name for name in wanted if status[name] is Status.DEPRECATED} == set()


@pytest.mark.parametrize("half", HALVES)
def test_a_chosen_vocabulary_holds_what_is_wanted(halves: dict[str, tuple[Query, ...]], half: str) -> None:
    for query in halves[half]:
        beginnings = (f"SDN:{query.vocabulary}::", query.vocabulary)
        assert all(name.startswith(beginnings) for name in query.wanted), query
