"""Metadata records to reports."""

from collections.abc import Iterable, Iterator
from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import HTMLResponse, StreamingResponse
from starlette.concurrency import run_in_threadpool

from vocabsvc import __version__
from vocabsvc.api.deps import ServicesDep, languages_of
from vocabsvc.api.ndjson import NDJSON, stream_lines
from vocabsvc.api.negotiation import choose_media_type
from vocabsvc.api.problems import problem
from vocabsvc.api.upload import read_upload, read_uploads
from vocabsvc.errors import UnreadableRecord
from vocabsvc.formats.archive import read_archive
from vocabsvc.formats.reports.html import html_page
from vocabsvc.formats.reports.writing import MEDIA_TYPES, ReportForm, write_reports
from vocabsvc.model.report import FileReport
from vocabsvc.schemas.reports import FileReportOut, ReportOut, ReportsOut
from vocabsvc.services.validation.batch import FileValidation, Read
from vocabsvc.services.validation.validation import RecordReports

router = APIRouter(prefix="/api/v1", tags=["validation"])

Profiles = Annotated[str, Query(max_length=200, description="Profiles, with commas")]
States = Annotated[bool, Query(description="Also list what passed and what does not apply")]

_BINARY = {"type": "string", "format": "binary"}
_FORM = {"type": "object", "properties": {"file": _BINARY, "record": {"type": "string"}}}
_XML_BODY = {
    "required": True,
    "content": {"application/xml": {"schema": _BINARY}, "multipart/form-data": {"schema": _FORM}},
}
_FILES = {"type": "object", "properties": {"files": {"type": "array", "items": _BINARY}}, "required": ["files"]}
_BATCH_BODY = {
    "required": True,
    "content": {"application/zip": {"schema": _BINARY}, "multipart/form-data": {"schema": _FILES}},
}
_FORMS: dict[int | str, dict[str, Any]] = {
    200: {"content": {kind: {"schema": {"type": "string"}} for kind in MEDIA_TYPES if kind != "application/json"}}
}
_LINES: dict[int | str, dict[str, Any]] = {200: {"content": {NDJSON: {"schema": {"type": "string"}}}}}


@router.post(
    "/validate",
    response_model=ReportOut | ReportsOut,
    responses=_FORMS,
    openapi_extra={"requestBody": _XML_BODY},
)
async def validate(
    request: Request,
    services: ServicesDep,
    profile: Profiles = "core",
    form: Annotated[ReportForm | None, Query(alias="format", description="Instead of the Accept header")] = None,
    lang: Annotated[str, Query(max_length=100, description="en or fr, for forms in one language")] = "",
    states: States = False,  # noqa: FBT002 - a flag
) -> ReportOut | ReportsOut | Response:
    """Validate an ISO 19139, ISO 19115-3 or EML record; the body is the XML, or a form with it.

    Records in an answer of CSW or OAI-PMH get a report each.
    """
    media_type = _media_type(request, form)
    if media_type is None:
        return problem(406, "Not acceptable", f"a report is answered as {', '.join(MEDIA_TYPES)}")
    sent = await read_upload(request, services.validation.max_record_bytes, "record")
    try:
        answer = await run_in_threadpool(
            services.validation.validate, sent.content, _names(profile), sent.name, all_states=states
        )
    except UnreadableRecord as error:
        if MEDIA_TYPES[media_type] is not ReportForm.HTML:
            raise
        refused = FileReport(sent.name, services.validation.refused(error, _names(profile)))
        return HTMLResponse(html_page([refused], _language(request, lang)), status_code=422)
    if MEDIA_TYPES[media_type] is ReportForm.JSON:
        return _as_json(answer)
    reports = [FileReport(sent.name, report) for report in answer.reports]
    form = MEDIA_TYPES[media_type]
    content = await run_in_threadpool(write_reports, reports, form, _language(request, lang), __version__)
    return Response(content, media_type=media_type)


@router.post(
    "/validate/batch", response_class=StreamingResponse, responses=_LINES, openapi_extra={"requestBody": _BATCH_BODY}
)
async def validate_batch(
    request: Request,
    services: ServicesDep,
    profile: Profiles = "core",
    states: States = False,  # noqa: FBT002 - a flag
) -> StreamingResponse:
    """Validate the records of a zip archive, or of the files of a form: a report a line, in their order.

    What cannot be read is a line with a code STR-01 to STR-04. Lines are sent as they are found.
    """
    files = await read_uploads(request, services.validation.max_batch_bytes)
    names: tuple[str, ...] = tuple(files)
    read: Read = files.__getitem__
    if names == ("",):
        archive = read_archive(files[""], services.validation.max_record_bytes)
        names, read = archive.names, archive.read
    work = FileValidation(services.validation, read, _names(profile), all_states=states)
    return await stream_lines(_lines(work, names))


@router.get("/validate/schema", response_model=dict[str, Any])
def report_schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of a report."""
    schema = ReportOut.model_json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}


def _names(profile: str) -> list[str]:
    return [name.strip() for name in profile.split(",") if name.strip()]


def _media_type(request: Request, form: ReportForm | None) -> str | None:
    if form is not None:
        return next(kind for kind, one in MEDIA_TYPES.items() if one is form)
    return choose_media_type(request.headers.get("accept", ""), {kind: str(one) for kind, one in MEDIA_TYPES.items()})


def _language(request: Request, lang: str) -> str:
    return next((tag for tag in languages_of(request, lang) if tag in {"en", "fr"}), "en")


def _as_json(answer: RecordReports) -> ReportOut | ReportsOut:
    reports = [ReportOut.of(report) for report in answer.reports]
    return ReportsOut(reports=reports) if len(reports) > 1 else reports[0]


def _lines(work: FileValidation, names: Iterable[str]) -> Iterator[FileReportOut]:
    for name in names:
        for one in work.reports(name):
            yield FileReportOut.of_file(one)
