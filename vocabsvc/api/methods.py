"""What every address answers besides its own routes: HEAD, OPTIONS, and requests from pages elsewhere (CORS)."""

from starlette.datastructures import Headers
from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_EXPOSED = """Accept-Ranges, Content-Digest, Content-Language, Content-Location, Content-Profile, Content-Range,
    ETag, Last-Modified, Link, Location, Repr-Digest, Retry-After"""
OPEN = (
    (b"access-control-allow-origin", b"*"),
    (b"access-control-expose-headers", " ".join(_EXPOSED.split()).encode()),
)
"""What makes an answer readable by any page."""

_A_DAY = "86400"


class Methods:
    """ASGI middleware.

    HEAD is GET without the body (RFC 9110 §9.3.2). OPTIONS names the methods of an address, and allows a
    browser whatever it asks for, since nothing here depends on who asks. Every answer may be read by any page.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        if scope["method"] == "OPTIONS" and (allowed := _methods_of(scope)):
            await _options(scope, allowed)(scope, receive, _open_to_all(send))
            return
        if scope["method"] == "HEAD":
            scope, send = {**scope, "method": "GET"}, _without_body(send)
        await self._app(scope, receive, _open_to_all(send))


def _methods_of(scope: Scope) -> list[str]:
    """Return the methods that a path takes; none where there is no such path."""
    taken = [method for method in ("GET", "POST") if _takes(scope, method)]
    if not taken:
        return []
    return ["GET", "HEAD", "OPTIONS", *taken[1:]] if taken[0] == "GET" else ["OPTIONS", *taken]


def _takes(scope: Scope, method: str) -> bool:
    matches = (
        route.matches({**scope, "method": method})[0] for route in scope["app"].routes if _is_open(route, method)
    )
    return Match.FULL in matches


def _is_open(route: BaseRoute, method: str) -> bool:
    return method == "GET" or not isinstance(route, Mount)  # a mount leaves methods to what is mounted: files


def _options(scope: Scope, methods: list[str]) -> Response:
    allowed = ", ".join(methods)
    asked = Headers(scope=scope).get("access-control-request-headers", "")
    headers = {"Allow": allowed, "Access-Control-Allow-Methods": allowed, "Access-Control-Max-Age": _A_DAY}
    if asked:
        headers |= {"Access-Control-Allow-Headers": asked, "Vary": "Access-Control-Request-Headers"}
    return Response(status_code=204, headers=headers)


def _open_to_all(send: Send) -> Send:
    async def opened(message: Message) -> None:
        if message["type"] == "http.response.start":
            message["headers"] = [*message["headers"], *OPEN]
        await send(message)

    return opened


def _without_body(send: Send) -> Send:
    async def silent(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return silent
