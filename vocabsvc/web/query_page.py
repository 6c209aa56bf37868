"""The page of the SPARQL endpoint: what a browser gets there."""

from collections.abc import Mapping
from dataclasses import dataclass

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from vocabsvc.errors import Overloaded, QueryInterrupted, QueryRefused, StoreUnreachable, UpdateRefused, VocabsvcError
from vocabsvc.formats.sparql import GRAPH_TYPES, SOLUTION_TYPES, answer_types, query_form
from vocabsvc.services.named_graphs import loaded_prefixes, named_graphs, whole
from vocabsvc.services.query_examples import example_queries
from vocabsvc.services.services import Services
from vocabsvc.store.base import SparqlQuery
from vocabsvc.web.rendering import Pages
from vocabsvc.web.solutions import SolutionTable, read_table

_PATHS = ("/sparql", "/sparql/", "/sparql/sparql", "/sparql/sparql/", "/endpoint", "/endpoint/")
_MOST_BYTES = 2_000_000
_STATUS: Mapping[type[VocabsvcError], int] = {
    UpdateRefused: 403,
    QueryInterrupted: 503,
    QueryRefused: 400,
    Overloaded: 503,
    StoreUnreachable: 503,
}
"""The nearest class of an error's ancestry counts."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a query came to: a table, or a graph as text, or an error."""

    table: SolutionTable | None = None
    graph: str = ""
    error: str = ""
    status: int = 200


def query_router(pages: Pages) -> APIRouter:
    """Return the page at every address of the endpoint."""
    router = APIRouter(include_in_schema=False, default_response_class=HTMLResponse)

    async def query(request: Request) -> HTMLResponse:
        services: Services = request.state.services
        text = request.query_params.get("query", "")
        shown = await _shown(request, services, text) if text.strip() else Shown()
        examples = tuple(
            example_queries(loaded_prefixes(services.concepts, services.dumps), services.concepts.vocabularies())
        )
        context = {
            "text": text or examples[0].text,
            "shown": shown,
            "examples": examples,
            "graphs": await _graphs(services),
            "formats": {"solutions": SOLUTION_TYPES, "graphs": GRAPH_TYPES},
            "limits": services.sparql.limits,
        }
        return pages.render(request, "query.html", context, shown.status)

    for path in _PATHS:
        router.add_api_route(path, query, methods=["GET"])
    return router


async def _shown(request: Request, services: Services, text: str) -> Shown:
    try:
        types = answer_types(query_form(text))
        asked = SparqlQuery(
            text,
            next(iter(types)),
            tuple(one for one in request.query_params.getlist("default-graph-uri") if one),
            tuple(one for one in request.query_params.getlist("named-graph-uri") if one),
        )
        content = await whole(services.sparql, asked, _MOST_BYTES)
    except tuple(_STATUS) as error:
        return Shown(error=str(error), status=next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS))
    return Shown(graph=content.decode()) if types is GRAPH_TYPES else Shown(table=read_table(content))


async def _graphs(services: Services) -> tuple[object, ...]:
    try:
        return await named_graphs(services.sparql, services.concepts, services.dumps)
    except (Overloaded, QueryRefused, StoreUnreachable):
        return ()  # the page does without the list while the endpoint is busy
