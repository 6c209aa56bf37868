"""All operations of the façade, put together."""

from collections.abc import Mapping
from urllib.parse import quote

from fastapi import APIRouter
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from vocabsvc.api.direct import DirectAnswer
from vocabsvc.api.plain import plain_route
from vocabsvc.api.skosmos import data, lists, mappings, relations, search, vocabularies
from vocabsvc.api.skosmos.answers import Body, Handler, by_effort, directly, not_found, quick, slow
from vocabsvc.api.skosmos.asked import Asked
from vocabsvc.api.skosmos.description import description

_BASE = "/rest/v1"


def _to_vocabulary(asked: Asked) -> Response:
    query = f"?{asked.query_string}" if asked.query_string else ""
    return RedirectResponse(f"{quote(asked.path('vocid'), safe='')}/{query}", 302)


def _description(asked: Asked) -> Body:
    return description(asked.address("").rstrip("/"))


_GLOBAL: Mapping[str, Handler] = {
    "swagger.json": quick(_description),
    "vocabularies": quick(vocabularies.vocabularies),
    "search": by_effort(search.search, search.is_quick),
    "label": quick(relations.label),
    "types": slow(vocabularies.types),
    "data": slow(data.data),
}
_OF_A_VOCABULARY: Mapping[str, Handler] = {
    "": slow(vocabularies.vocabulary),
    "types": slow(vocabularies.vocabulary_types),
    "vocabularyStatistics": slow(vocabularies.vocabulary_statistics),
    "labelStatistics": quick(vocabularies.label_statistics),
    "topConcepts": slow(relations.top_concepts),
    "data": slow(data.vocabulary_data),
    "mappings": slow(mappings.mappings),
    "search": by_effort(search.search_in_vocabulary, search.is_quick),
    "lookup": slow(search.lookup),
    "label": quick(relations.vocabulary_label),
    "index/": slow(lists.index_letters),
    "index/{letter}": slow(lists.index_concepts),
    "broader": quick(relations.broader),
    "broaderTransitive": slow(relations.broader_transitive),
    "narrower": slow(relations.narrower),
    "narrowerTransitive": slow(relations.narrower_transitive),
    "hierarchy": slow(relations.hierarchy),
    "children": slow(relations.children),
    "related": quick(relations.related),
    "groups": slow(lists.groups),
    "groupMembers": slow(lists.group_members),
    "new": slow(lists.new),
    "modified": slow(lists.modified),
}


def skosmos_search_routes() -> list[Route]:
    """Return the routes that are asked at every key, to be put before those of the interface."""
    found = {f"{_BASE}/search": _GLOBAL["search"], f"{_BASE}/{{vocid}}/search": _OF_A_VOCABULARY["search"]}
    return [plain_route(path, handler) for path, handler in found.items()]


def answer_skosmos_search_directly() -> dict[str, DirectAnswer]:
    """Return what answers the search over all vocabularies before any route does."""
    return {f"{_BASE}/search": directly(search.search, search.is_quick)}


def skosmos_router() -> APIRouter:
    """Return the façade; it has a description of its own, so that of the application leaves it out."""
    router = APIRouter()
    paths = {
        **{f"{_BASE}/{name}": handler for name, handler in _GLOBAL.items()},
        f"{_BASE}/{{vocid}}": quick(_to_vocabulary),
        **{f"{_BASE}/{{vocid}}/{name}": handler for name, handler in _OF_A_VOCABULARY.items()},
        f"{_BASE}/{{rest:path}}": not_found,
    }
    for path, handler in paths.items():
        router.routes.append(Route(path, handler, methods=["GET"], include_in_schema=False))
    return router
