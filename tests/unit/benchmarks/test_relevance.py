from pathlib import Path

import pytest

from benchmarks.relevance import DEPTH, Answer, Query, Score, ask, names_of, read_queries, score
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.match import Hit, Match, MatchKind, Page
from vocabsvc.store.base import SearchRequest

TEMP = ConceptRef("http://vocab.nerc.ac.uk/collection/P02/current/TEMP/", "P02", "SDN:P02::TEMP", ())
SALT = ConceptRef("http://vocab.nerc.ac.uk/collection/P02/current/PSAL/", "P02", "SDN:P02::PSAL", ())
LOCAL = ConceptRef("http://hub.example/id/coriolis/35", "coriolis", "TEMP", ())


class FakeSearch:
    """Answers every text alike and keeps what it was asked."""

    def __init__(self, *concepts: ConceptRef) -> None:
        self._concepts = concepts
        self.requests: list[SearchRequest] = []

    def search(self, request: SearchRequest) -> Page[Hit]:
        self.requests.append(request)
        hits = tuple(Hit(concept, Match("pref_label", "", "", MatchKind.EXACT, 1.0)) for concept in self._concepts)
        return Page(len(hits), hits)


def _query(*wanted: str, vocabulary: str = "") -> Query:
    return Query("température", "fr", vocabulary, frozenset(wanted), "exact")


def _answers(*ranks: int) -> list[Answer]:
    return [Answer(_query("SDN:P02::TEMP"), rank, "") for rank in ranks]


def test_the_text_and_the_chosen_vocabulary_are_asked_for() -> None:
    fake = FakeSearch()
    ask(fake, _query("SDN:P02::TEMP", vocabulary="P02"))
    ask(fake, _query("SDN:P02::TEMP"))
    assert [(request.text, request.filters.vocabularies, request.limit) for request in fake.requests] == [
        ("température", ("P02",), DEPTH),
        ("température", (), DEPTH),
    ]


@pytest.mark.parametrize(
    ("wanted", "rank"),
    [
        (("SDN:P02::PSAL",), 1),
        (("SDN:P02::TEMP",), 2),
        (("coriolis/35",), 3),
        (("coriolis/35", "SDN:P02::TEMP"), 2),
        (("SDN:P02::TEM",), 0),
    ],
)
def test_the_rank_is_that_of_the_first_right_answer(wanted: tuple[str, ...], rank: int) -> None:
    answer = ask(FakeSearch(SALT, TEMP, LOCAL), _query(*wanted))
    assert (answer.rank, answer.first) == (rank, "SDN:P02::PSAL")


def test_an_empty_answer_has_no_rank() -> None:
    assert ask(FakeSearch(), _query("SDN:P02::TEMP")) == Answer(_query("SDN:P02::TEMP"), 0, "nothing")


def test_a_concept_goes_by_its_notation_and_by_the_end_of_its_iri() -> None:
    assert names_of(LOCAL) == ("TEMP", "coriolis/35")
    assert names_of(TEMP) == ("SDN:P02::TEMP", "current/TEMP")


def test_the_score_counts_what_was_not_found_as_nothing() -> None:
    assert score(_answers(1, 2, 10, 0)) == Score(4, 1.6 / 4, 0.25, 0.5, 0.75)


def test_the_first_five_end_at_the_fifth() -> None:
    assert score(_answers(5)).in_first_5 == 1
    assert score(_answers(6)).in_first_5 == 0


def test_nothing_asked_scores_nothing() -> None:
    assert score([]) == Score(0, 0, 0, 0, 0)


def test_quotes_and_accents_of_a_row_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "half.tsv"
    path.write_text(
        'query\tlang\tvocabulary\twanted\tkind\tnote\nmarée "haute\tfr\t\tSDN:A::B coriolis/1\taccent\tx\n',
        encoding="utf-8",
    )
    assert read_queries(path) == (Query('marée "haute', "fr", "", frozenset({"SDN:A::B", "coriolis/1"}), "accent"),)
