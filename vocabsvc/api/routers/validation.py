"""Metadata records to reports."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool

from vocabsvc.api.body import read_body
from vocabsvc.api.deps import ServicesDep
from vocabsvc.schemas.reports import ReportOut

router = APIRouter(prefix="/api/v1", tags=["validation"])

_XML_BODY = {
    "required": True,
    "content": {"application/xml": {"schema": {"type": "string", "format": "binary"}}},
}


@router.post("/validate", openapi_extra={"requestBody": _XML_BODY})
async def validate(
    request: Request,
    services: ServicesDep,
    profile: Annotated[str, Query(max_length=200, description="Profiles, with commas")] = "core",
) -> ReportOut:
    """Validate an ISO 19139, ISO 19115-3 or EML record; the body is the XML."""
    data = await read_body(request, services.validation.max_record_bytes)
    profiles = [name.strip() for name in profile.split(",") if name.strip()]
    return ReportOut.of(await run_in_threadpool(services.validation.validate, data, profiles))
