import pytest

from vocabsvc.services.kept_answers import KeptAnswers
from vocabsvc.store.base import Answer, SparqlQuery

JSON = "application/sparql-results+json"


def asked(text: str, media_type: str = JSON) -> SparqlQuery:
    return SparqlQuery(text, media_type)


def test_the_same_query_gets_the_same_answer_and_another_none() -> None:
    kept = KeptAnswers(10_000)
    answer = Answer(b"{}")
    kept.add(asked("ASK {}"), answer)
    assert kept.get(asked("ASK {}")) is answer
    assert kept.get(asked("ASK {}", "text/csv")) is None
    assert kept.get(asked("ASK { }")) is None
    assert kept.get(SparqlQuery("ASK {}", JSON, default_graphs=("http://g/",))) is None


@pytest.mark.parametrize("call", ["NOW()", "rand ()", "UUID()", "StrUUID()", "BNODE()", "NOW#\n()"])
def test_what_chance_and_time_decide_is_asked_anew(call: str) -> None:
    kept = KeptAnswers(10_000)
    query = asked(f"SELECT ({call} AS ?x) {{}}")
    kept.add(query, Answer(b"{}"))
    assert kept.get(query) is None


def test_those_asked_longest_ago_make_room() -> None:
    kept = KeptAnswers(3_000)
    queries = [asked(f"ASK {{ ?s ?p {number} }}") for number in range(3)]
    for query in queries[:2]:
        kept.add(query, Answer(b"x" * 700))
    assert kept.get(queries[0])
    kept.add(queries[2], Answer(b"x" * 700))
    assert [kept.get(query) is not None for query in queries] == [True, False, True]


def test_what_is_larger_than_all_room_is_not_kept_and_takes_none() -> None:
    kept = KeptAnswers(1_000)
    for number in range(3):
        kept.add(asked(f"ASK {{ ?s ?p {number} }}"), Answer(b"x" * 2_000))
    small = asked("ASK {}")
    kept.add(small, Answer(b"{}"))
    assert kept.get(small)
    nothing = KeptAnswers(0)
    nothing.add(small, Answer(b"{}"))
    assert nothing.get(small) is None
