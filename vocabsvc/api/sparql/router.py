"""The addresses of the endpoint.

Plain routes answer, to be put before all others; FastAPI's describe the same for OpenAPI. A browser that asks for a
page gets it from a later route.
"""

from typing import Any
from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.types import Receive, Scope, Send

from vocabsvc.api.problems import PROBLEM_RESPONSES
from vocabsvc.api.sparql.asked import FORM, OVERRIDES, QUERY, unquoted
from vocabsvc.api.sparql.endpoint import answer_sparql
from vocabsvc.api.sparql.negotiation import wants_page
from vocabsvc.formats.sparql import GRAPH_TYPES, SOLUTION_TYPES, is_repeatable

SPARQL_PATHS = frozenset(("/sparql", "/sparql/", "/sparql/sparql", "/sparql/sparql/", "/endpoint", "/endpoint/"))
"""The first is ours; clients of NVS use the others."""

_PARAMETERS = [
    {"name": name, "in": "query", "schema": {"type": "string"}, "required": False}
    for name in ("query", "default-graph-uri", "named-graph-uri", "format")
]
_BODY = {"content": {kind: {"schema": {"type": "string"}} for kind in (FORM, QUERY)}}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"description": "The answer", "content": {kind: {} for kind in (*SOLUTION_TYPES, *GRAPH_TYPES)}},
    **PROBLEM_RESPONSES,
}


class SparqlRoute(BaseRoute):
    """Takes every request for the endpoint but those of browsers for a page."""

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Compare the path, which is quicker than a pattern each."""
        if scope["type"] != "http" or scope["path"] not in SPARQL_PATHS or _wants_page(scope):
            return Match.NONE, {}
        return Match.FULL, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        await answer_sparql(scope, receive, send)


def asks_chance_or_time(scope: Scope) -> bool:
    """Tell whether a request for the endpoint may be answered otherwise the next time, on the same data."""
    if scope["path"] not in SPARQL_PATHS:
        return False
    return not is_repeatable(unquoted(scope["query_string"]).decode("latin-1"))


def described_sparql() -> APIRouter:
    """Return what OpenAPI tells of the endpoint; the plain route answers in its stead."""
    router = APIRouter(tags=["SPARQL"])

    @router.get("/sparql", responses=_ANSWERS, response_class=Response, openapi_extra={"parameters": _PARAMETERS})
    async def query_by_get(request: Request) -> Response:
        """Answer a query given in the address; without one, describe the endpoint."""
        raise AssertionError(request.url.path)

    @router.post(
        "/sparql",
        responses=_ANSWERS,
        response_class=Response,
        openapi_extra={"parameters": _PARAMETERS[1:], "requestBody": _BODY},
    )
    async def query_by_post(request: Request) -> Response:
        """Answer a query given as a form or as the body itself."""
        raise AssertionError(request.url.path)

    return router


def _wants_page(scope: Scope) -> bool:
    if scope["method"] != "GET":
        return False
    accept = next((value for name, value in scope["headers"] if name == b"accept"), b"")
    if b"html" not in accept or not wants_page(accept.decode("latin-1")):
        return False
    return not parse_qs(scope["query_string"].decode("latin-1")).keys() & set(OVERRIDES)
