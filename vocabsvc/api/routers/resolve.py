"""Cited identifiers."""

from fastapi import APIRouter

from vocabsvc.api.deps import LanguagesDep, ServicesDep
from vocabsvc.api.upload import LimitedRoute
from vocabsvc.schemas.resolutions import ResolutionOut, ResolveIn, ResolveOut

router = APIRouter(prefix="/api/v1", tags=["look-up"], route_class=LimitedRoute)


@router.post("/resolve")
def resolve(body: ResolveIn, services: ServicesDep, languages: LanguagesDep) -> ResolveOut:
    """Say what URNs, addresses, codes and CF names mean, thousands at once."""
    return ResolveOut(results=[ResolutionOut.of(one, languages) for one in services.resolver.resolve(body.ids)])
