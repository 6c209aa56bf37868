"""Names that no concept means yet; they change between snapshots, with what is decided and collected."""

from typing import Annotated, Any

from fastapi import APIRouter, Query, Response
from fastapi.responses import PlainTextResponse

from vocabsvc.api.deps import LanguagesDep, Limit, Offset, ServicesDep
from vocabsvc.formats.request_markdown import requests_markdown
from vocabsvc.formats.tsv import tsv_lines
from vocabsvc.model.term_request import MissingStatus
from vocabsvc.schemas.term_requests import COLUMNS, MissingTermsOut, RequestFormat, missing_rows

PATH = "/api/v1/missing-terms"
"""Where this route is: what it answers depends on the database of decisions, too."""

router = APIRouter(tags=["curation"])

_TSV, _MARKDOWN = "text/tab-separated-values", "text/markdown"
_TEXT = {"schema": {"type": "string"}}
_RESPONSES: dict[int | str, dict[str, Any]] = {200: {"content": {_TSV: _TEXT, _MARKDOWN: _TEXT}}}


@router.get(PATH, response_model=MissingTermsOut, responses=_RESPONSES)
def list_missing_terms(
    services: ServicesDep,
    languages: LanguagesDep,
    centre: Annotated[str, Query(max_length=200, description="Id of a centre's list")] = "",
    status: MissingStatus | None = None,
    layout: Annotated[RequestFormat, Query(alias="format")] = RequestFormat.JSON,
    limit: Limit = 100,
    offset: Offset = 0,
) -> MissingTermsOut | Response:
    """List names without a concept in P01, each with a drafted request; TSV for a spreadsheet, Markdown to paste."""
    page = services.missing_terms.listed(centre, status, offset, limit)
    if layout is RequestFormat.JSON:
        return MissingTermsOut.of(page)
    if layout is RequestFormat.TSV:
        return PlainTextResponse("".join(tsv_lines(COLUMNS, missing_rows(page.items))), media_type=_TSV)
    return PlainTextResponse("".join(requests_markdown(page.items, languages)), media_type=_MARKDOWN)
