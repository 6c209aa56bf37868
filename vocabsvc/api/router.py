"""All routes of the API."""

from fastapi import APIRouter

from vocabsvc.api.geonetwork.router import router as geonetwork
from vocabsvc.api.nvs.router import sparql_spellings
from vocabsvc.api.problems import PROBLEM_RESPONSES
from vocabsvc.api.routers import changes, health, mapping, resolve, search, sparql, validation, vocabularies
from vocabsvc.api.skosmos.router import skosmos_router


def api_router() -> APIRouter:
    """Return the routers put together."""
    router = APIRouter(responses=PROBLEM_RESPONSES)
    for module in (search, vocabularies, changes, resolve, mapping, validation, sparql, health):
        router.include_router(module.router)
    for facade in (skosmos_router(), geonetwork):
        router.include_router(facade)
    router.include_router(sparql_spellings())
    return router
