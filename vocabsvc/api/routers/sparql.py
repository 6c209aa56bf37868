"""The SPARQL endpoint (SPARQL 1.1 Protocol §2)."""

from urllib.parse import parse_qs

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from vocabsvc.api.body import read_body
from vocabsvc.api.deps import ServicesDep
from vocabsvc.api.negotiation import choose_media_type
from vocabsvc.api.problems import problem
from vocabsvc.api.streaming import stream_answer
from vocabsvc.errors import InvalidRequest, UpdateRefused
from vocabsvc.formats.sparql import answer_types, query_form
from vocabsvc.services import Services
from vocabsvc.store.base import SparqlQuery

router = APIRouter(tags=["SPARQL"])

_MAX_QUERY_BYTES = 1_000_000
_FORM = "application/x-www-form-urlencoded"
_QUERY = "application/sparql-query"
_UPDATE = "application/sparql-update"
_ALSO = ("application/json", "text/javascript", "application/xml", "application/turtle")
_PARAMETERS = [
    {"name": name, "in": "query", "schema": {"type": "string"}, "required": False}
    for name in ("query", "default-graph-uri", "named-graph-uri")
]
_BODY = {"content": {kind: {"schema": {"type": "string"}} for kind in (_FORM, _QUERY)}}

Parameters = dict[str, list[str]]


@router.get("/sparql", openapi_extra={"parameters": _PARAMETERS})
async def query_by_get(request: Request, services: ServicesDep) -> Response:
    """Answer a query given in the address."""
    return await _answer(_parse(request.url.query), request, services)


@router.post("/sparql", openapi_extra={"parameters": _PARAMETERS[1:], "requestBody": _BODY})
async def query_by_post(request: Request, services: ServicesDep) -> Response:
    """Answer a query given as a form or as the body itself."""
    body = await read_body(request, _MAX_QUERY_BYTES)
    try:
        text = body.decode()
    except UnicodeDecodeError as error:
        raise InvalidRequest("the query is not UTF-8") from error
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == _FORM:
        return await _answer(_parse(text), request, services)
    if kind == _QUERY:
        return await _answer({**_parse(request.url.query), "query": [text]}, request, services)
    if kind == _UPDATE:
        raise UpdateRefused("updates are refused: this endpoint is read only")
    return problem(415, "Unsupported media type", f"send {_FORM} or {_QUERY}")


@router.api_route("/sparql", methods=["DELETE", "PATCH", "PUT", "TRACE"], include_in_schema=False)
async def other_methods(request: Request) -> Response:
    """Name both methods: routes of one path do not know of each other."""
    answer = problem(405, "Request refused", f"{request.method} is not offered")
    answer.headers["Allow"] = "GET, POST"
    return answer


def _parse(encoded: str) -> Parameters:
    # max_num_fields bounds the work; a query has a handful of fields.
    try:
        return parse_qs(encoded, keep_blank_values=True, max_num_fields=100)
    except ValueError as error:
        raise InvalidRequest("too many fields") from error


async def _answer(parameters: Parameters, request: Request, services: Services) -> Response:
    if "update" in parameters:
        raise UpdateRefused("updates are refused: this endpoint is read only")
    queries = parameters.get("query", [])
    if len(queries) != 1:
        raise InvalidRequest("give exactly one query")
    offered = answer_types(query_form(queries[0]))
    media_type = choose_media_type(request.headers.get("accept", ""), offered, _ALSO)
    if media_type is None:
        return problem(406, "Not acceptable", f"this query is answered as {', '.join(offered)}")
    query = SparqlQuery(
        text=queries[0],
        media_type=media_type,
        default_graphs=tuple(parameters.get("default-graph-uri", [])),
        named_graphs=tuple(parameters.get("named-graph-uri", [])),
    )
    chunks = await stream_answer(lambda sink: services.sparql.answer(query, sink))
    return StreamingResponse(chunks, media_type=media_type)
