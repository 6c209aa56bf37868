"""Local parameter names to concepts."""

from fastapi import APIRouter

from vocabsvc.api.deps import ServicesDep
from vocabsvc.schemas.terms import MapIn, MapOut, TermCandidatesOut

router = APIRouter(prefix="/api/v1", tags=["mapping"])


@router.post("/map")
def map_terms(body: MapIn, services: ServicesDep) -> MapOut:
    """Propose concepts for local names; a mapping that the centre published comes first and says so."""
    terms = [term.to_model() for term in body.terms]
    answers = services.mapper.map_terms(terms, body.target.split(","), body.limit)
    return MapOut(results=[TermCandidatesOut.of(answer) for answer in answers])
