"""Routes for what is asked most: a request in, a response out, and nothing between.

A route of the interface reads and describes its parameters, which takes longer than most answers that are looked up.
A plain one leaves that to its endpoint. Errors reach the handlers of the application as they do from any route.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

Endpoint = Callable[[Request], Awaitable[Response]]


def plain_route(path: str, endpoint: Endpoint) -> Route:
    """Return a route for GET that calls ``endpoint``; a path parameter is in ``path_params`` of its request."""
    return Route(path, _Application(endpoint), methods=["GET"], name=path)


@dataclass(frozen=True, slots=True)
class _Application:
    """An ASGI application: Starlette would wrap a function once more to handle errors that are handled outside."""

    endpoint: Endpoint

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        response = await self.endpoint(Request(scope, receive, send))
        await response(scope, receive, send)
