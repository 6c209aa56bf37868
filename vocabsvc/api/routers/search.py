"""Look-up.

A suggestion is asked at every key. So the addresses of search and suggest are taken by plain routes, put before
those of the interface, which describe them: FastAPI takes as long to find a route and to read its parameters as the
look-up itself. Both read parameters by one model and write the same answer.
"""

from typing import Annotated
from urllib.parse import parse_qsl

from fastapi import APIRouter, Query
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vocabsvc.api.deps import ServicesDep, languages_of
from vocabsvc.api.plain import plain_route
from vocabsvc.errors import InvalidRequest
from vocabsvc.schemas.hits import FacetsOut, HitPageOut
from vocabsvc.schemas.lookup import LookupIn, SearchIn, SuggestIn
from vocabsvc.services import Services

router = APIRouter(prefix="/api/v1", tags=["look-up"])

_MOST_FIELDS = 100


def search_routes() -> list[Route]:
    """Return the plain routes, the one that is asked most first."""
    return [plain_route("/api/v1/suggest", _suggest), plain_route("/api/v1/search", _search)]


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


async def _search(request: Request) -> Response:
    return _found(_read(request, SearchIn), request)


async def _suggest(request: Request) -> Response:
    return _found(_read(request, SuggestIn), request)


def _read(request: Request, kind: type[SuggestIn]) -> SuggestIn:
    query = request.scope["query_string"].decode("latin-1")
    try:
        return kind.model_validate(dict(parse_qsl(query, keep_blank_values=True, max_num_fields=_MOST_FIELDS)))
    except ValidationError as error:
        faults = [{**fault, "loc": ("query", *fault["loc"])} for fault in error.errors()]
        raise RequestValidationError(faults) from error
    except ValueError as error:
        raise InvalidRequest("too many parameters") from error


def _found(asked: SuggestIn, request: Request) -> Response:
    services: Services = request.state.services
    page = services.search.search(asked.request())
    shown = HitPageOut.of(page, languages_of(request, asked.lang))
    return Response(shown.model_dump_json(), media_type="application/json")
