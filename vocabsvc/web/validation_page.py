"""The page where a record is handed in; its report is what ``/api/v1/validate`` answers to browsers."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from vocabsvc.services.services import Services
from vocabsvc.web.rendering import Pages


def validation_router(pages: Pages) -> APIRouter:
    """Return the page."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    @router.get("/validate")
    async def validation(request: Request) -> HTMLResponse:
        services: Services = request.state.services
        megabytes = services.validation.max_record_bytes // 1_000_000
        profiles = services.validation.profiles()
        return pages.render(request, "validate.html", {"profiles": profiles, "megabytes": megabytes})

    return router
