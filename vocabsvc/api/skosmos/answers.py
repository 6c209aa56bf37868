"""How the façade answers: JSON in one of two media types, JSONP, long lists as they come, refusals as plain text."""

import json
from collections.abc import Awaitable, Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import Any

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.types import Scope

from vocabsvc.api.direct import DirectAnswer, Reply, send_whole, simple_headers
from vocabsvc.api.jsonp import names_function
from vocabsvc.api.negotiation import choose_media_type
from vocabsvc.api.skosmos.asked import Asked, Refusal
from vocabsvc.errors import InputError
from vocabsvc.model.sink import ByteSink
from vocabsvc.store.streaming import stream_answer

Body = Mapping[str, Any]

_OFFERED = {"application/json": "json", "application/ld+json": "jsonld"}
_JAVASCRIPT = "application/javascript; charset=utf-8"
_LONGEST_IN_ONE_PIECE = 1000
_to_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True)
class Listing:
    """A body with one more member ``key``, a list that may be long: then it is sent while it is found."""

    body: Body
    key: str
    items: Iterator[object]


Endpoint = Callable[[Asked], Body | Listing | Response]
Handler = Callable[[Request], Awaitable[Response]]


def quick(endpoint: Endpoint) -> Handler:
    """Answer in the event loop: what takes less than two milliseconds."""

    async def handle(request: Request) -> Response:
        return await _answer(request, endpoint, in_thread=False)

    return handle


def slow(endpoint: Endpoint) -> Handler:
    """Answer in a thread."""

    async def handle(request: Request) -> Response:
        return await _answer(request, endpoint, in_thread=True)

    return handle


def by_effort(endpoint: Endpoint, is_quick: Callable[[Asked], bool]) -> Handler:
    """Answer in the event loop or in a thread, as the request is."""

    async def handle(request: Request) -> Response:
        return await _answer(request, endpoint, in_thread=not is_quick(Asked(request)))

    return handle


def directly(endpoint: Endpoint, is_quick: Callable[[Asked], bool]) -> DirectAnswer:
    """Answer quick requests for JSON before any route does."""

    def answer(scope: Scope, _: bytes, reply: Reply) -> None:
        headers = simple_headers(scope)
        asked = Asked(Request(scope))
        if headers is None or scope["method"] != "GET" or asked.text("callback") or not is_quick(asked):
            reply.leave()
            return
        envelope, found = _Envelope.of(asked), _find(endpoint, asked)
        if isinstance(found, Mapping):
            send_whole(reply, scope, headers, envelope.headers["Content-Type"].encode(), envelope.whole(found))
        else:
            reply.leave()

    return answer


async def not_found(_request: Request) -> Response:
    """Answer for an address that the API does not have."""
    return PlainTextResponse("404 Not Found", 404)


async def _answer(request: Request, endpoint: Endpoint, *, in_thread: bool) -> Response:
    try:
        asked = Asked(request)
        envelope = _Envelope.of(asked)
        work = partial(_find, endpoint, asked)
        found = await run_in_threadpool(work) if in_thread else work()
        if isinstance(found, Response):
            return found
        return await envelope.around(found)
    except Refusal as refusal:
        return _refused(refusal)
    except InputError as error:
        return _refused(Refusal(400, "Bad Request", str(error)))


def _refused(refusal: Refusal) -> Response:
    return PlainTextResponse(str(refusal), refusal.status, {"X-Content-Type-Options": "nosniff"})


def _find(endpoint: Endpoint, asked: Asked) -> Body | Listing | Response:
    """Run an endpoint; a list that is not long becomes part of the body here, where the work is done."""
    found = endpoint(asked)
    if not isinstance(found, Listing):
        return found
    first = list(islice(found.items, _LONGEST_IN_ONE_PIECE + 1))
    if len(first) <= _LONGEST_IN_ONE_PIECE:
        return {**found.body, found.key: first}
    return Listing(found.body, found.key, chain(first, found.items))


@dataclass(frozen=True, slots=True)
class _Envelope:
    """What is around the JSON of an answer."""

    before: str
    after: str
    headers: Mapping[str, str]

    @classmethod
    def of(cls, asked: Asked) -> "_Envelope":
        callback = asked.text("callback")
        if not callback:
            media_type = choose_media_type(asked.accept, _OFFERED) or "application/json"
            return cls("", "", {"Content-Type": f"{media_type}; charset=utf-8", "Vary": "Accept"})
        if not names_function(callback):
            raise Refusal(400, "Bad Request", "callback parameter is invalid")
        headers = {"Content-Type": _JAVASCRIPT, "Vary": "Accept", "X-Content-Type-Options": "nosniff"}
        return cls(f"{callback}(", ");", headers)

    async def around(self, found: Body | Listing) -> Response:
        if isinstance(found, Listing):
            chunks = await stream_answer(partial(self._write, found))
            return StreamingResponse(chunks, headers=self.headers)
        return Response(self.whole(found), headers=dict(self.headers))

    def whole(self, found: Body) -> bytes:
        return f"{self.before}{_to_json(found)}{self.after}".encode()

    def _write(self, listing: Listing, sink: ByteSink) -> None:
        opening = _to_json({**listing.body, listing.key: []})
        sink.write(f"{self.before}{opening.removesuffix(']}')}".encode())
        for number, item in enumerate(listing.items):
            sink.write(f"{',' if number else ''}{_to_json(item)}".encode())
        sink.write(f"]}}{self.after}".encode())
