"""The façade for tools of the Reconciliation Service API 0.2 (https://reconciliation-api.github.io/specs/0.2/)."""

from collections.abc import Callable, Mapping
from functools import partial

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from vocabsvc.api.plain import Endpoint as Handler
from vocabsvc.api.reconciliation import endpoints, suggestions
from vocabsvc.api.reconciliation.asked import Asked
from vocabsvc.api.reconciliation.pages import Pages, preview, view

_BASES = ("/reconcile", "/reconcile/{vocabulary}")
Endpoint = Callable[[Asked], Response]


def reconciliation_router() -> APIRouter:
    """Return the façade; the contract describes it, so that the description of the application leaves it out."""
    router = APIRouter()
    parts = _parts(Pages())
    for base in _BASES:
        # What is below all vocabularies stands before the services of single ones.
        for name, endpoint in parts.items():
            router.routes.append(_route(f"{base}/{name}", endpoint, "GET"))
    for base in _BASES:
        for path in (base, f"{base}/"):
            router.routes.append(_route(path, endpoints.service, "GET"))
            router.routes.append(_route(path, endpoints.posted, "POST"))
    return router


def _parts(pages: Pages) -> Mapping[str, Endpoint]:
    return {
        "suggest/entity": suggestions.entities,
        "suggest/type": suggestions.types,
        "suggest/property": suggestions.properties,
        "flyout/entity": suggestions.entity_flyout(pages),
        "flyout/type": suggestions.type_flyout(pages),
        "flyout/property": suggestions.property_flyout(pages),
        "preview": preview(pages),
        "view": view,
        "propose_properties": endpoints.proposed_properties,
    }


def _route(path: str, endpoint: Endpoint, method: str) -> Route:
    return Route(path, _in_thread(endpoint), methods=[method], include_in_schema=False)


def _in_thread(endpoint: Endpoint) -> Handler:
    async def handle(request: Request) -> Response:
        asked = await Asked.read(request)
        return await run_in_threadpool(partial(endpoint, asked))

    return handle
