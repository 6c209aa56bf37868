"""Look-up.

A suggestion is asked at every key. So the addresses of search and suggest are taken by plain routes, put before
those of the interface, which describe them: FastAPI takes as long to find a route and to read its parameters as the
look-up itself. Both read parameters by one model. The plain ones join what was rendered at load time, the described
ones write the model; a test holds their answers equal.
"""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Query
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import Scope

from vocabsvc.api.deps import ServicesDep, asked_languages, languages_of
from vocabsvc.api.direct import DirectAnswer, Reply, send_whole, simple_headers
from vocabsvc.api.plain import Endpoint, plain_route
from vocabsvc.errors import InvalidRequest
from vocabsvc.schemas.hits import FacetsOut, HitPageOut
from vocabsvc.schemas.lookup import LookupIn, SearchIn, SuggestIn
from vocabsvc.services.services import Services
from vocabsvc.store.base import SearchRequest

router = APIRouter(prefix="/api/v1", tags=["look-up"])

_MOST_FIELDS = 100

Body = Callable[[Services, bytes, str], bytes]


def search_routes() -> list[Route]:
    """Return the plain routes, the one that is asked most first."""
    return [plain_route(f"/api/v1/{name}", _plain(body)) for name, body in _BODIES.items()]


@router.get("/search", response_model=HitPageOut)
async def search(asked: Annotated[SearchIn, Query()], request: Request) -> Response:
    """Find concepts by label, notation or IRI, best first, each with the reason."""
    return _found(asked, request)


@router.get("/suggest", response_model=HitPageOut)
async def suggest(asked: Annotated[SuggestIn, Query()], request: Request) -> Response:
    """Complete what is being typed."""
    return _found(asked, request)


@router.get("/search/facets")
async def facets(asked: Annotated[LookupIn, Query()], services: ServicesDep) -> FacetsOut:
    """Count the concepts that a search finds by vocabulary, status and unit; the counts are exact."""
    return FacetsOut.of(services.search.facets(asked.request()))


def suggest_json(services: Services, query: bytes, accept_language: str) -> bytes:
    """Return the body that answers ``suggest`` for a query string and the header of that name, ``""`` for none.

    Raises:
        RequestValidationError: a parameter that is missing, or has an impossible value.
        InvalidRequest: too many parameters.
        UnknownName: a vocabulary that is not loaded.
    """
    return _rendered(services, _read(query, SuggestIn), accept_language)


def search_json(services: Services, query: bytes, accept_language: str) -> bytes:
    """Return the same for ``search``; raises as ``suggest_json`` does."""
    return _rendered(services, _read(query, SearchIn), accept_language)


def answer_lookups_directly() -> dict[str, DirectAnswer]:
    """Return what answers the addresses of search and suggest by GET before any route does."""
    return {f"/api/v1/{name}": partial(_answer, body) for name, body in _BODIES.items()}


def _answer(body: Body, scope: Scope, _: bytes, reply: Reply) -> None:
    headers = simple_headers(scope)
    if headers is None or scope["method"] != "GET":
        reply.leave()
        return
    accepted = headers.get(b"accept-language", b"").decode("latin-1")
    found = body(scope["state"]["services"], scope["query_string"], accepted)
    send_whole(reply, scope, headers, b"application/json", found)


_BODIES: Mapping[str, Body] = {"suggest": suggest_json, "search": search_json}


def _plain(answer: Body) -> Endpoint:
    async def endpoint(request: Request) -> Response:
        accepted = request.headers.get("accept-language", "")
        body = answer(request.state.services, request.scope["query_string"], accepted)
        return Response(body, media_type="application/json")

    return endpoint


def _read(query: bytes, kind: type[SuggestIn]) -> tuple[SearchRequest, str]:
    listed = query.decode("latin-1")
    try:
        return kind.read(dict(parse_qsl(listed, keep_blank_values=True, max_num_fields=_MOST_FIELDS)))
    except ValidationError as error:
        faults = [{**fault, "loc": ("query", *fault["loc"])} for fault in error.errors()]
        raise RequestValidationError(faults) from error
    except ValueError as error:
        raise InvalidRequest("too many parameters") from error


def _rendered(services: Services, asked: tuple[SearchRequest, str], accept_language: str) -> bytes:
    request, lang = asked
    return services.search.rendered(request, asked_languages(lang, accept_language))


def _found(asked: SuggestIn, request: Request) -> Response:
    services: Services = request.state.services
    page = services.search.search(asked.request())
    shown = HitPageOut.of(page, languages_of(request, asked.lang))
    return Response(shown.model_dump_json(), media_type="application/json")
