import asyncio

import pytest

from vocabsvc.errors import QueryRefused, UpdateRefused
from vocabsvc.services.sparql import Sparql
from vocabsvc.store.base import Answer, QueryLimits, SparqlQuery


class Engine:
    def __init__(self) -> None:
        self.asked: list[SparqlQuery] = []

    async def start(self) -> None: ...

    def begin(self, query: SparqlQuery) -> asyncio.Future[Answer]:
        self.asked.append(query)
        answer: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        answer.set_result(Answer(b"true"))
        return answer

    async def close(self) -> None: ...


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?s ?p ?o } }", QueryRefused),
        ("LOAD <http://127.0.0.1:9/>", UpdateRefused),
        ("DELETE WHERE { ?s ?p ?o }", UpdateRefused),
    ],
)
def test_what_no_engine_may_run_reaches_none(text: str, error: type[QueryRefused]) -> None:
    engine = Engine()
    with pytest.raises(error):
        asyncio.run(Sparql(engine, QueryLimits()).answer(SparqlQuery(text, "text/csv")))
    assert engine.asked == []


def test_other_queries_are_handed_on() -> None:
    engine, query = Engine(), SparqlQuery("ASK {} # SERVICE", "text/csv")
    assert asyncio.run(Sparql(engine, QueryLimits()).answer(query)) == Answer(b"true")
    assert engine.asked == [query]


def test_a_short_answer_is_given_again_without_asking() -> None:
    engine, query = Engine(), SparqlQuery("ASK {}", "text/csv")
    service = Sparql(engine, QueryLimits(), kept_bytes=10_000)
    assert [asyncio.run(service.answer(query)) for _ in range(2)] == [Answer(b"true")] * 2
    assert engine.asked == [query]
