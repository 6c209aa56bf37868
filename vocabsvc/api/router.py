"""All routes of the API."""

from fastapi import APIRouter

from vocabsvc.api.geonetwork.router import router as geonetwork
from vocabsvc.api.problems import PROBLEM_RESPONSES
from vocabsvc.api.reconciliation.router import reconciliation_router
from vocabsvc.api.routers import (
    changes,
    curation,
    health,
    mapping,
    missing_terms,
    resolve,
    search,
    validation,
    vocabularies,
)
from vocabsvc.api.skosmos.router import skosmos_router


def api_router() -> APIRouter:
    """Return the routers put together."""
    router = APIRouter(responses=PROBLEM_RESPONSES)
    for module in (search, vocabularies, changes, resolve, mapping, curation, missing_terms, validation, health):
        router.include_router(module.router)
    for facade in (skosmos_router(), geonetwork, reconciliation_router()):
        router.include_router(facade)
    return router
