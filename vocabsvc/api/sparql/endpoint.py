"""Answers the protocol (https://www.w3.org/TR/sparql11-protocol/).

A plain ASGI application: small answers take less time than FastAPI needs to find out what to call.
"""

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from vocabsvc.api.body import read_body
from vocabsvc.api.problems import problem
from vocabsvc.api.sparql.asked import FORM, QUERY, UPDATE, Asked, read_asked
from vocabsvc.api.sparql.departure import Departure
from vocabsvc.api.sparql.description import describe, endpoint_of
from vocabsvc.api.sparql.negotiation import choose_format
from vocabsvc.errors import InvalidRequest, UpdateRefused
from vocabsvc.formats.sparql import GRAPH_TYPES, answer_types, has_relative_iris, query_form
from vocabsvc.services import Services
from vocabsvc.store.base import Answer, SparqlQuery

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
        kind = _header(scope, b"content-type").partition(";")[0].strip().lower()
        if kind not in {FORM, QUERY, UPDATE}:
            await problem(415, "Unsupported media type", f"send {FORM} or {QUERY}")(scope, receive, send)
            return
        asked = await _posted(kind, Request(scope, receive))
    else:
        refusal = problem(405, "Request refused", f"{scope['method']} is not offered")
        refusal.headers["Allow"] = "GET, HEAD, OPTIONS, POST"
        await refusal(scope, receive, send)
        return
    await _answer(asked, scope, receive, send)


async def _posted(kind: str, request: Request) -> Asked:
    body = await read_body(request, _MAX_QUERY_BYTES)
    if kind == UPDATE:
        raise UpdateRefused("updates are refused: this endpoint is read only")
    address: bytes = request.scope["query_string"]
    if kind == FORM:
        return read_asked(body, address)
    try:
        return read_asked(address, queries=(body.decode(),))
    except UnicodeDecodeError as error:
        raise InvalidRequest("the query is not UTF-8") from error


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
        text = f"BASE <{await endpoint_of(Request(scope), services)}> {text}"
    query = SparqlQuery(text, media_type, asked.default_graphs, asked.named_graphs)
    async with Departure(receive):
        await _send(await services.sparql.answer(query), media_type, send)


async def _send(answer: Answer, media_type: str, send: Send) -> None:
    kind = f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
    headers = [(b"content-type", kind.encode())]
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


def _header(scope: Scope, name: bytes) -> str:
    return b", ".join(value for key, value in scope["headers"] if key == name).decode("latin-1")
