"""Whether look-ups work."""

from fastapi import APIRouter
from pydantic import BaseModel

from vocabsvc.api.deps import ServicesDep
from vocabsvc.store.base import SearchRequest

router = APIRouter(tags=["operation"])


class HealthOut(BaseModel):
    """``vocabularies`` and ``concepts`` are counts of what is served."""

    status: str
    vocabularies: int
    concepts: int


@router.get("/health")
async def health(services: ServicesDep) -> HealthOut:
    """Answer 200 once a look-up works."""
    services.search.search(SearchRequest("health", limit=1))
    served = services.concepts.vocabularies()
    return HealthOut(status="ok", vocabularies=len(served), concepts=sum(one.concept_count for one in served))
