"""The pages: look-up, one concept, one vocabulary."""

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import HTMLResponse
from fastapi.templating import Jinja2Templates

from vocabsvc.errors import InvalidRequest, UnknownName
from vocabsvc.formats.accept import preferences
from vocabsvc.model.label import LangString, choose_label
from vocabsvc.services import Services
from vocabsvc.services.search import LONGEST_TEXT
from vocabsvc.store.base import Filters, SearchRequest
from vocabsvc.web.messages import MESSAGES, page_language

_PAGE = 50

Text = Annotated[str, Query(max_length=LONGEST_TEXT)]
Name = Annotated[str, Query(max_length=2000)]
Offset = Annotated[int, Query(ge=0, le=1_000_000)]


def web_router(templates: Jinja2Templates) -> APIRouter:
    """Return the pages over a set of templates."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/")
    async def home(request: Request, q: Text = "", vocabulary: Name = "", offset: Offset = 0) -> HTMLResponse:
        services = _services(request)
        known = services.concepts.vocabularies()
        page = None
        if q.strip():
            chosen = tuple(one.id for one in known if one.id.lower() == vocabulary.lower())
            page = services.search.search(SearchRequest(q, Filters(chosen), _PAGE, offset))
        return _render(
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
            return _render(request, "not_found.html", {"reason": str(error)}, status=404)
        narrower = services.concepts.narrower(uri, offset, _PAGE)
        return _render(
            request, "concept.html", {"detail": detail, "narrower": narrower, "offset": offset, "step": _PAGE}
        )

    @router.get("/vocabulary/{vocabulary_id}")
    async def vocabulary(request: Request, vocabulary_id: str, offset: Offset = 0) -> HTMLResponse:
        services = _services(request)
        try:
            found = services.concepts.vocabulary(vocabulary_id)
        except UnknownName as error:
            return _render(request, "not_found.html", {"reason": str(error)}, status=404)
        members = services.concepts.members(found.id, offset, _PAGE)
        context = {"found": found, "page": members, "offset": offset, "step": _PAGE}
        return _render(request, "vocabulary.html", context)

    def _render(request: Request, name: str, context: dict[str, object], status: int = 200) -> HTMLResponse:
        accepted = [tag.partition("-")[0] for tag in preferences(request.headers.get("accept-language", ""))]
        language = page_language(request.query_params.get("lang", ""), accepted)

        def label(labels: Sequence[LangString]) -> LangString:
            return choose_label(labels, (language,)) or LangString("")

        shared = {"language": language, "say": MESSAGES[language], "label": label}
        answer = templates.TemplateResponse(request, name, {**shared, **context}, status_code=status)
        answer.headers["Content-Language"] = language
        answer.headers["Vary"] = "Accept-Language"
        return answer

    return router


def _services(request: Request) -> Services:
    services: Services = request.app.state.services
    return services
