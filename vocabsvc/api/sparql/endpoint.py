"""Answers the protocol (https://www.w3.org/TR/sparql11-protocol/).

A plain ASGI application: small answers take less time than FastAPI needs to find out what to call.
"""

import asyncio

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from vocabsvc.api.body import read_body
from vocabsvc.api.problems import problem
from vocabsvc.api.sparql.asked import FORM, POSTED, QUERY, Asked, media_type_of, read_asked, read_posted
from vocabsvc.api.sparql.departure import Departure
from vocabsvc.api.sparql.description import describe, endpoint_of
from vocabsvc.api.sparql.negotiation import choose_format
from vocabsvc.formats.sparql import GRAPH_TYPES, answer_types, has_relative_iris, query_form
from vocabsvc.services.services import Services
from vocabsvc.store.base import Answer, SparqlQuery

BEGUN = "begun"
"""Where ``scope["state"]`` has the answer to this request, if somebody began it."""

_MAX_QUERY_BYTES = 1_000_000


async def answer_sparql(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer one request, by GET or POST.

    Raises:
        VocabsvcError: the request is refused; nothing was sent.
        QueryInterrupted: after a part was sent: the connection must be broken.
    """
    if scope["method"] == "GET":
        asked = read_asked(scope["query_string"])
        if asked.is_bare:
            await (await describe(Request(scope), asked.format))(scope, receive, send)
            return
    elif scope["method"] == "POST":
        kind = media_type_of(_header(scope, b"content-type"))
        if kind not in POSTED:
            await problem(415, "Unsupported media type", f"send {FORM} or {QUERY}")(scope, receive, send)
            return
        body = await read_body(Request(scope, receive), _MAX_QUERY_BYTES)
        asked = read_posted(kind, body, scope["query_string"])
    else:
        refusal = problem(405, "Request refused", f"{scope['method']} is not offered")
        refusal.headers["Allow"] = "GET, HEAD, OPTIONS, POST"
        await refusal(scope, receive, send)
        return
    await _answer(asked, scope, receive, send)


async def _answer(asked: Asked, scope: Scope, receive: Receive, send: Send) -> None:
    text = asked.query
    offered = answer_types(query_form(text))
    media_type = choose_format(_header(scope, b"accept"), asked.format, graph=offered is GRAPH_TYPES)
    if media_type is None:
        refusal = problem(406, "Not acceptable", f"this query is answered as {', '.join(offered)}")
        await refusal(scope, receive, send)
        return
    services: Services = scope["state"]["services"]
    if has_relative_iris(text):  # the base is the endpoint, unless the query says another
        text = f"BASE <{endpoint_of(Request(scope))}> {text}"
    query = SparqlQuery(text, media_type, asked.default_graphs, asked.named_graphs)
    async with Departure(receive):
        begun: asyncio.Future[Answer] | None = scope["state"].pop(BEGUN, None)
        await _send(await (begun or services.sparql.answer(query)), media_type, send)


async def _send(answer: Answer, media_type: str, send: Send) -> None:
    headers = [(b"content-type", content_type(media_type))]
    rest = answer.rest
    if rest is None:
        headers.append((b"content-length", b"%d" % len(answer.head)))
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer.head})
        return
    try:
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        await send({"type": "http.response.body", "body": answer.head, "more_body": True})
        async for piece in rest:
            await send({"type": "http.response.body", "body": piece, "more_body": True})
    finally:
        await rest.aclose()
    await send({"type": "http.response.body"})


def content_type(media_type: str) -> bytes:
    """Return the header that goes with a media type; texts are UTF-8."""
    return f"{media_type}; charset=utf-8".encode() if media_type.startswith("text/") else media_type.encode()


def _header(scope: Scope, name: bytes) -> str:
    return b", ".join(value for key, value in scope["headers"] if key == name).decode("latin-1")
