"""Whether look-ups work, and over which snapshot."""

from typing import Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel
from starlette.concurrency import run_in_threadpool

from vocabsvc.api.deps import ServicesDep
from vocabsvc.store.base import SearchRequest
from vocabsvc.store.snapshot import ServedSnapshot

router = APIRouter(tags=["operation"])


class RefusedOut(BaseModel):
    """A snapshot that should be served and is not, and why."""

    snapshot: str
    reason: str


class HealthOut(BaseModel):
    """``vocabularies`` and ``concepts`` are counts of what is served; ``created`` is UTC.

    ``status`` is ``degraded`` where look-ups work, but over another snapshot than the one that should be served.
    ``decisions`` is ``ok``, or why their log cannot be read: then mappings are shown as published.
    """

    status: Literal["ok", "degraded"]
    vocabularies: int
    concepts: int
    snapshot: str
    created: str
    refused: list[RefusedOut]
    decisions: str


@router.get("/health")
async def health(request: Request, services: ServicesDep) -> HealthOut:
    """Answer 200 once a look-up works."""
    services.search.search(SearchRequest("health", limit=1))
    known = services.concepts.vocabularies()
    served: ServedSnapshot = request.app.state.serving.served
    return HealthOut(
        status="degraded" if served.refused else "ok",
        vocabularies=len(known),
        concepts=sum(one.concept_count for one in known),
        snapshot=served.snapshot,
        created=served.created,
        decisions=await run_in_threadpool(services.curation.away) or "ok",
        refused=[RefusedOut(snapshot=one.snapshot, reason=one.reason) for one in served.refused],
    )
