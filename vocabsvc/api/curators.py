"""Who writes over HTTP: bearer tokens (RFC 6750)."""

from collections.abc import Callable, Coroutine
from typing import Annotated, Any

from fastapi import Depends, HTTPException, Request, Response, Security
from fastapi.security import HTTPBearer

from vocabsvc.api.upload import LimitedRoute
from vocabsvc.services.services import Services

_OFF = "Writing is off: set VOCABSVC_CURATOR_TOKENS to entries of name:SHA-256 of a token (docs/curation.md)."
_READING = {"GET", "HEAD"}


def curator_of(request: Request) -> str:
    """Return the name of the curator who sent a request.

    Raises:
        HTTPException: 403 where nobody may write, 401 where the request has no token, or nobody's.
    """
    services: Services = request.state.services
    if not services.curators.any:
        raise HTTPException(403, _OFF)
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    name = services.curators.identify(token.strip()) if scheme.lower() == "bearer" and token.strip() else ""
    if not name:
        raise HTTPException(401, "This needs the token of a curator.", {"WWW-Authenticate": "Bearer"})
    return name


class CuratorRoute(LimitedRoute):
    """A route that asks who writes before it reads what."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return FastAPI's handler behind the question."""
        handle = super().get_route_handler()

        async def asked(request: Request) -> Response:
            if request.method not in _READING:
                request.state.curator = curator_of(request)
            return await handle(request)

        return asked


async def _curator(request: Request) -> str:
    name: str = request.state.curator
    return name


CuratorDep = Annotated[str, Depends(_curator)]
"""The name of the curator, in a ``CuratorRoute``."""

NEEDS_TOKEN = [Security(HTTPBearer(auto_error=False, description="Token of a curator"))]
"""For OpenAPI: what a route that writes asks for."""
