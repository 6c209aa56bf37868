"""Metadata records to reports."""

from typing import Annotated

from fastapi import APIRouter, Query, Request
from starlette.concurrency import run_in_threadpool

from vocabsvc.api.body import read_body
from vocabsvc.api.deps import ServicesDep
from vocabsvc.schemas.reports import ReportOut, ReportsOut

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
) -> ReportOut | ReportsOut:
    """Validate an ISO 19139, ISO 19115-3 or EML record; the body is the XML.

    Records in a CSW or OAI-PMH answer get a report each.
    """
    data = await read_body(request, services.validation.max_record_bytes)
    profiles = [name.strip() for name in profile.split(",") if name.strip()]
    answer = await run_in_threadpool(services.validation.validate, data, profiles)
    reports = [ReportOut.of(report) for report in answer.reports]
    return ReportsOut(reports=reports) if len(reports) > 1 else reports[0]
