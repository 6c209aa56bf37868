"""How near the top look-up puts the concept that was wanted, by the written set of ``tests/relevance``."""

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.match import Hit, Page
from vocabsvc.services.services import Services
from vocabsvc.store.base import Filters, SearchRequest

COLUMNS: Final = ["query", "lang", "vocabulary", "wanted", "kind", "note"]
DEPTH: Final = 50
"""A concept that stands lower counts as not found."""
_GLANCE: Final = 5
"""What an editor sees without scrolling; a query whose answer stands lower is listed as missed."""


class Searcher(Protocol):
    def search(self, request: SearchRequest) -> Page[Hit]: ...


@dataclass(frozen=True, slots=True)
class Query:
    """A row of the set; any of ``wanted`` (names as in ``names_of``) is a right answer."""

    text: str
    lang: str
    vocabulary: str
    wanted: frozenset[str]
    kind: str


@dataclass(frozen=True, slots=True)
class Answer:
    """``rank`` of the first right answer, from 1; 0 when there is none within ``DEPTH``. ``first`` is the first hit."""

    query: Query
    rank: int
    first: str


@dataclass(frozen=True, slots=True)
class Score:
    """``reciprocal_rank`` is a mean; ``in_first_…`` are shares. All are 0 where nothing was asked."""

    queries: int
    reciprocal_rank: float
    in_first_1: float
    in_first_5: float
    in_first_10: float


def read_queries(path: Path) -> tuple[Query, ...]:
    """Return the rows of one half of the set."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return tuple(
            Query(row["query"], row["lang"], row["vocabulary"], frozenset(row["wanted"].split()), row["kind"])
            for row in rows
        )


def names_of(concept: ConceptRef) -> tuple[str, str]:
    """Return the notation and the last two steps of the IRI, by which the set names concepts without a URN."""
    return concept.notation, "/".join(concept.uri.rstrip("/").split("/")[-2:])


def ask(searcher: Searcher, query: Query) -> Answer:
    """Search as the editor would, and find the first right answer."""
    vocabularies = (query.vocabulary,) if query.vocabulary else ()
    hits = searcher.search(SearchRequest(query.text, Filters(vocabularies=vocabularies), limit=DEPTH)).items
    right = (rank for rank, hit in enumerate(hits, 1) if not query.wanted.isdisjoint(names_of(hit.concept)))
    return Answer(query, next(right, 0), hits[0].concept.notation or hits[0].concept.uri if hits else "nothing")


def score(answers: Iterable[Answer]) -> Score:
    ranks = [answer.rank for answer in answers]
    count = len(ranks) or 1

    def share(places: int) -> float:
        return sum(0 < rank <= places for rank in ranks) / count

    return Score(len(ranks), sum(1 / rank for rank in ranks if rank) / count, share(1), share(5), share(10))


def measure_relevance(services: Services, folder: Path) -> None:
    """Print the scores of both halves; the queries missed are shown for tuning alone, to keep the other half apart."""
    for half in ("tuning", "held_out"):
        answers = [ask(services.search, query) for query in read_queries(folder / f"{half}.tsv")]
        missed = [answer for answer in answers if not 0 < answer.rank <= _GLANCE]
        print(f"relevance        {half}: {_line(score(answers))}, {len(missed)} not in the first {_GLANCE}")
        for line in (*_by(answers, lambda query: query.lang), *_by(answers, lambda query: query.kind)):
            print(line)
        if half == "tuning":
            for answer in missed:
                print(_miss(answer))


def _by(answers: Sequence[Answer], key: Callable[[Query], str]) -> Iterator[str]:
    for value in sorted({key(answer.query) for answer in answers}):
        yield f"  {value:<24}{_line(score(answer for answer in answers if key(answer.query) == value))}"


def _line(score: Score) -> str:
    shares = f"first {score.in_first_1:.2f}  first 5 {score.in_first_5:.2f}  first 10 {score.in_first_10:.2f}"
    return f"reciprocal rank {score.reciprocal_rank:.3f}  {shares}  (n={score.queries})"


def _miss(answer: Answer) -> str:
    query = answer.query
    wanted = " ".join(sorted(query.wanted)[:3])
    asked = f"{query.text!r} in {query.vocabulary or 'all'}"
    return f"  missed ({query.kind}) {asked}: {wanted} at {answer.rank or 'no rank'}, first is {answer.first}"
