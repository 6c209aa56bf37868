"""The pages: look-up, one concept, one vocabulary."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse

from vocabsvc.errors import InvalidRequest, UnknownName
from vocabsvc.services.search import LONGEST_TEXT
from vocabsvc.services.services import Services
from vocabsvc.store.base import Filters, SearchRequest
from vocabsvc.web.rendering import Pages

_PAGE = 50

Text = Annotated[str, Query(max_length=LONGEST_TEXT)]
Name = Annotated[str, Query(max_length=2000)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]


def web_router(pages: Pages) -> APIRouter:
    """Return the pages for readers."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/")
    async def home(request: Request, q: Text = "", vocabulary: Name = "", offset: Offset = 0) -> HTMLResponse:
        services = _services(request)
        known = services.concepts.vocabularies()
        page = None
        if q.strip():
            chosen = tuple(one.id for one in known if one.id.lower() == vocabulary.lower())
            page = services.search.search(SearchRequest(q, Filters(chosen), _PAGE, offset))
        return pages.render(
            request,
            "home.html",
            {"q": q, "vocabulary": vocabulary, "page": page, "known": known, "offset": offset, "step": _PAGE},
        )

    @router.get("/concept")
    async def concept(request: Request, uri: Name, offset: Offset = 0) -> HTMLResponse:
        services = _services(request)
        try:
            detail = services.concepts.detail(uri)
        except (InvalidRequest, UnknownName) as error:
            return pages.render(request, "not_found.html", {"reason": str(error)}, status=404)
        narrower = services.concepts.narrower(uri, offset, _PAGE)
        local_names = services.local_names.of(detail.concept.uri, 0, _PAGE)
        context = {"detail": detail, "narrower": narrower, "local_names": local_names, "offset": offset, "step": _PAGE}
        return pages.render(request, "concept.html", context)

    @router.get("/vocabulary/{vocabulary_id}")
    async def vocabulary(request: Request, vocabulary_id: str, offset: Offset = 0) -> HTMLResponse:
        services = _services(request)
        try:
            found = services.concepts.vocabulary(vocabulary_id)
        except UnknownName as error:
            return pages.render(request, "not_found.html", {"reason": str(error)}, status=404)
        members = services.concepts.members(found.id, offset, _PAGE)
        context = {"found": found, "page": members, "offset": offset, "step": _PAGE}
        return pages.render(request, "vocabulary.html", context)

    return router


def _services(request: Request) -> Services:
    services: Services = request.state.services
    return services
