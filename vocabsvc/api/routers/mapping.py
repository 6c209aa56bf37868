"""Local parameter names to concepts, and back."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import PlainTextResponse
from starlette.concurrency import run_in_threadpool

from vocabsvc.api.curators import curator_of
from vocabsvc.api.deps import Limit, Offset, ServicesDep, Uri, languages_of
from vocabsvc.api.upload import LimitedRoute, Upload, read_upload
from vocabsvc.formats.parameters.limits import MOST_BYTES
from vocabsvc.formats.parameters.reading import read_parameters
from vocabsvc.formats.tsv import tsv_lines
from vocabsvc.schemas.answer_rows import answer_columns, answer_rows
from vocabsvc.schemas.local_names import LocalNamesOut
from vocabsvc.schemas.terms import AnswerFormat, FileMapOut, MapFileIn, MapIn, MapOut, TermCandidatesOut
from vocabsvc.services.services import Services

router = APIRouter(prefix="/api/v1", tags=["mapping"], route_class=LimitedRoute)

Collect = Annotated[bool, Query(description="Keep what P01 has no concept for; needs a curator's token")]

_TSV = "text/tab-separated-values"
_BINARY = {"type": "string", "format": "binary"}
_FORM = {"type": "object", "properties": {"file": _BINARY}, "required": ["file"]}
_FILE_BODY = {
    "required": True,
    "content": {"application/octet-stream": {"schema": _BINARY}, "multipart/form-data": {"schema": _FORM}},
}
_FILE_RESPONSES: dict[int | str, dict[str, Any]] = {200: {"content": {_TSV: {"schema": {"type": "string"}}}}}


@router.post("/map")
def map_terms(request: Request, body: MapIn, services: ServicesDep, collect: Collect = False) -> MapOut:  # noqa: FBT002 - a flag
    """Propose concepts for local names; a mapping that the centre published comes first and says so.

    With ``collect``, which takes the token of a curator, what P01 has no concept for is kept as a missing term.
    """
    who = curator_of(request) if collect else ""
    terms = [term.to_model() for term in body.terms]
    answers = services.mapper.map_terms(terms, body.target.split(","), body.limit)
    if collect:
        services.missing_terms.collect(terms, "/api/v1/map", who)
    language = _language(request, body.lang)
    return MapOut(results=[TermCandidatesOut.of(answer.spoken(language)) for answer in answers])


@router.post(
    "/map/file", response_model=FileMapOut, responses=_FILE_RESPONSES, openapi_extra={"requestBody": _FILE_BODY}
)
async def map_file(
    request: Request, services: ServicesDep, asked: Annotated[MapFileIn, Query()]
) -> FileMapOut | Response:
    """Propose concepts for the parameters of a file: CSV, TSV, XLSX, JSON, CDL, or a NetCDF, ODV or MEDATLAS header.

    The body is the file, or a form with it; its format is seen from its bytes.
    """
    upload = await read_upload(request, MOST_BYTES)
    return await run_in_threadpool(_mapped, upload, asked, _language(request, asked.lang), services)


@router.get("/concepts/local-names")
def list_local_names(uri: Uri, services: ServicesDep, limit: Limit = 100, offset: Offset = 0) -> LocalNamesOut:
    """List the names by which data centres mean a concept, from the mapping sets, by centre."""
    return LocalNamesOut.of(services.local_names.of(uri, offset, limit))


def _language(request: Request, lang: str) -> str:
    """Return the first language asked for in which reasons are given."""
    return next((tag for tag in languages_of(request, lang) if tag in {"en", "fr"}), "en")


def _mapped(upload: Upload, asked: MapFileIn, language: str, services: Services) -> FileMapOut | Response:
    table = read_parameters(upload.content, upload.name or "the file").told(asked.centre, asked.instrument)
    targets = asked.target.split(",")
    found = services.mapper.map_terms(table.terms, targets, asked.limit)
    answers = [answer.spoken(language) for answer in found]
    if asked.format is AnswerFormat.JSON:
        return FileMapOut.of_rows(table.rows, answers)
    if asked.format is AnswerFormat.SSSOM:
        text = services.proposed_mappings.sssom(answers, targets)
    else:
        text = "".join(tsv_lines(answer_columns(table), answer_rows(table, answers)))
    return PlainTextResponse(text, media_type=_TSV)
