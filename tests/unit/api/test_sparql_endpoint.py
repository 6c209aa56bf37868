"""The endpoint over an engine that does as it is told, with the server's side played by hand."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from types import SimpleNamespace
from typing import Any

import pytest
from starlette.types import Message

from vocabsvc.api.sparql.endpoint import answer_sparql
from vocabsvc.errors import Overloaded, QueryInterrupted
from vocabsvc.store.base import Answer, SparqlQuery


class Rest:
    """The rest of an answer, piece by piece; an exception breaks it off, an event is waited for."""

    def __init__(self, *pieces: bytes | Exception | asyncio.Event) -> None:
        self._pieces = iter(pieces)
        self.closed = False

    def __aiter__(self) -> AsyncIterator[bytes]:
        return self

    async def __anext__(self) -> bytes:
        piece = next(self._pieces, None)
        if piece is None:
            raise StopAsyncIteration
        if isinstance(piece, Exception):
            raise piece
        if isinstance(piece, asyncio.Event):
            await piece.wait()
            return b""
        return piece

    async def aclose(self) -> None:
        self.closed = True


class Server:
    """Sends one request, and says that the client is gone when it is told so."""

    def __init__(self, answer: Callable[[SparqlQuery], Awaitable[Answer]]) -> None:
        self.sent: list[Message] = []
        self.gone = asyncio.Event()
        self._answer = answer

    async def ask(self, query: bytes = b"ASK%7B%7D") -> None:
        services = SimpleNamespace(sparql=SimpleNamespace(answer=self._answer))
        scope: dict[str, Any] = {
            "type": "http",
            "method": "GET",
            "path": "/sparql",
            "headers": [],
            "query_string": b"query=" + query,
            "state": {"services": services},
        }
        await answer_sparql(scope, self._receive, self._send)

    async def _receive(self) -> Message:
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def _send(self, message: Message) -> None:
        self.sent.append(message)


def answering(answer: Answer) -> Callable[[SparqlQuery], Awaitable[Answer]]:
    async def answered(_query: SparqlQuery) -> Answer:
        return answer

    return answered


def test_a_whole_answer_says_how_long_it_is() -> None:
    async def scenario() -> list[Message]:
        server = Server(answering(Answer(b"{}")))
        await server.ask()
        return server.sent

    start, body = asyncio.run(scenario())
    assert start["headers"] == [(b"content-type", b"application/sparql-results+json"), (b"content-length", b"2")]
    assert body == {"type": "http.response.body", "body": b"{}"}


def test_a_long_answer_is_sent_as_it_comes_and_closed() -> None:
    async def scenario() -> tuple[list[Message], Rest]:
        rest = Rest(b"b", b"c")
        server = Server(answering(Answer(b"a", rest)))
        await server.ask()
        return server.sent, rest

    sent, rest = asyncio.run(scenario())
    assert [message.get("body", b"") for message in sent[1:]] == [b"a", b"b", b"c", b""]
    assert [message.get("more_body", False) for message in sent[1:]] == [True, True, True, False]
    assert rest.closed


def test_an_answer_that_breaks_off_is_never_ended() -> None:
    async def scenario() -> tuple[list[Message], Rest]:
        rest = Rest(b"b", QueryInterrupted("too long"))
        server = Server(answering(Answer(b"a", rest)))
        with pytest.raises(QueryInterrupted):
            await server.ask()
        return server.sent, rest

    sent, rest = asyncio.run(scenario())
    assert all(message["more_body"] for message in sent[1:])
    assert rest.closed


def test_what_is_raised_before_the_first_byte_leaves_room_for_a_status() -> None:
    async def refuse(_query: SparqlQuery) -> Answer:
        raise Overloaded("come again")

    async def scenario() -> list[Message]:
        server = Server(refuse)
        with pytest.raises(Overloaded):
            await server.ask()
        return server.sent

    assert asyncio.run(scenario()) == []


def test_a_client_that_goes_away_stops_its_query() -> None:
    async def scenario() -> tuple[bool, list[Message]]:
        stopped = False

        async def compute(_query: SparqlQuery) -> Answer:
            nonlocal stopped
            try:
                await asyncio.sleep(60)
            except asyncio.CancelledError:
                stopped = True
                raise
            return Answer(b"{}")

        server = Server(compute)
        asyncio.get_running_loop().call_later(0.1, server.gone.set)
        await asyncio.wait_for(server.ask(), 10)
        return stopped, server.sent

    assert asyncio.run(scenario()) == (True, [])


def test_a_client_that_goes_away_in_mid_answer_closes_it() -> None:
    async def scenario() -> Rest:
        rest = Rest(b"b", asyncio.Event())
        server = Server(answering(Answer(b"a", rest)))
        asyncio.get_running_loop().call_later(0.1, server.gone.set)
        await asyncio.wait_for(server.ask(), 10)
        return rest

    assert asyncio.run(scenario()).closed


def test_to_be_cancelled_from_elsewhere_is_passed_on() -> None:
    async def scenario() -> None:
        async def compute(_query: SparqlQuery) -> Answer:
            await asyncio.sleep(60)
            return Answer(b"{}")

        with pytest.raises(TimeoutError):
            await asyncio.wait_for(Server(compute).ask(), 0.2)

    asyncio.run(scenario())


def test_the_query_is_handed_on_as_it_was_asked() -> None:
    asked: list[SparqlQuery] = []

    async def note(query: SparqlQuery) -> Answer:
        asked.append(query)
        return Answer(b"")

    async def scenario() -> None:
        dataset = b"&default-graph-uri=a%3Aa&named-graph-uri=a%3Ab&named-graph-uri=a%3Ac"
        await Server(note).ask(b"SELECT+%3Fa%7B%3Fa%20%3Fb%20'%C3%A9'%7D" + dataset)

    asyncio.run(scenario())
    json = "application/sparql-results+json"
    assert asked == [SparqlQuery("SELECT ?a{?a ?b 'é'}", json, ("a:a",), ("a:b", "a:c"))]
