"""The addresses of NVS.

They are plain routes, to be put before those of the interface: nothing in a request is an error, so there is nothing
to validate, and finding a route among FastAPI's takes longer than answering with a rendered concept.
"""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from vocabsvc.api.nvs.answers import collection_answer, concept_answer, mapping_answer, overview_answer
from vocabsvc.api.nvs.negotiation import choose
from vocabsvc.api.plain import Endpoint, plain_route
from vocabsvc.errors import UnknownName
from vocabsvc.model.concept import Status
from vocabsvc.services.nvs import NvsCollection, NvsView
from vocabsvc.store.nodes import last_step, uri_of

_STATUSES = {"accepted": Status.CURRENT, "deprecated": Status.DEPRECATED, "all": None}
_LONGEST_NUMBER = 18


def nvs_routes() -> list[Route]:
    """Return the routes of the façade, the one that is asked most first."""
    routes: dict[str, Endpoint] = {
        "/collection/{collection}/current/{concept}/": _concept,
        "/collection/{collection}/current/": _collection,
        "/collection/": _collections,
        "/collection/{collection}/current/{concept}/{version}/": _version,
        "/scheme/": _schemes,
        "/scheme/{scheme}/current/": _scheme,
        "/scheme/{scheme}/current/{status}/": _scheme,
        "/standard_name/": _standard_names,
        "/standard_name/{name}/": _standard_name,
        "/standard_name/{name}": _standard_name,
        "/mapping/{kind}/{number}/": _mapping,
    }
    slashless = {path.removesuffix("/"): _to_slash for path in routes if path.removesuffix("/") not in routes}
    current = {f"/{kind}/{{name}}{end}": _to_current for kind in ("collection", "scheme") for end in ("", "/")}
    return [plain_route(path, endpoint) for path, endpoint in {**routes, **slashless, **current}.items()]


async def _collections(request: Request) -> Response:
    return await overview_answer(_asked(request), _view(request).collections(), choose(request))


async def _collection(request: Request) -> Response:
    view = _view(request)
    return await collection_answer(view, view.collection(request.path_params["collection"]), None, choose(request))


async def _concept(request: Request) -> Response:
    view, local = _view(request), request.path_params["concept"]
    collection = view.collection(request.path_params["collection"])
    if local in _STATUSES:
        return await collection_answer(view, collection, _STATUSES[local], choose(request))
    return await concept_answer(view, collection, view.concept(collection, local), choose(request))


async def _version(request: Request) -> Response:
    view, asked = _view(request), request.path_params
    collection = view.collection(asked["collection"])
    node = view.version(collection, asked["concept"], asked["version"])
    return _located(await concept_answer(view, collection, node, choose(request)), collection, node)


async def _schemes(request: Request) -> Response:
    return await overview_answer(_asked(request), _view(request).schemes(), choose(request))


async def _scheme(request: Request) -> Response:
    view, status = _view(request), request.path_params.get("status", "all")
    if status not in _STATUSES:
        raise UnknownName(f"unknown status {status[:200]!r}")
    return await collection_answer(view, view.scheme(request.path_params["scheme"]), _STATUSES[status], choose(request))


async def _standard_names(request: Request) -> Response:
    view = _view(request)
    return await collection_answer(view, view.standard_names(), None, choose(request))


async def _standard_name(request: Request) -> Response:
    view = _view(request)
    collection, node = view.standard_names(), view.standard_name(request.path_params["name"])
    return _located(await concept_answer(view, collection, node, choose(request)), collection, node)


async def _mapping(request: Request) -> Response:
    kind, number = request.path_params["kind"], request.path_params["number"]
    if kind not in {"I", "E"} or not number.isascii() or not number.isdigit() or len(number) > _LONGEST_NUMBER:
        raise UnknownName(f"unknown mapping {kind[:20]}/{number[:20]}")
    statements = _view(request).mapping(int(number), internal=kind == "I")
    return await mapping_answer(statements[0].subject, statements, choose(request))


async def _to_current(request: Request) -> Response:
    kind, name = request.url.path.split("/")[1], request.path_params["name"]
    view = _view(request)
    found = view.collection(name) if kind == "collection" else view.scheme(name)
    return _redirect(request, f"/{kind}/{quote(found.id, safe='')}/current/")


async def _to_slash(request: Request) -> Response:
    return _redirect(request, f"{quote(request.scope['path'])}/")


def _located(answer: Response, collection: NvsCollection, node: bytes) -> Response:
    """Say at which address of its own a concept is (RFC 9110 §8.7)."""
    local = quote(last_step(uri_of(node)), safe="")
    answer.headers["Content-Location"] = f"/collection/{quote(collection.id, safe='')}/current/{local}/"
    return answer


def _redirect(request: Request, path: str) -> Response:
    query = f"?{request.url.query}" if request.url.query else ""
    return RedirectResponse(path + query)


def _asked(request: Request) -> str:
    return str(request.url.replace(query=""))


def _view(request: Request) -> NvsView:
    view: NvsView = request.state.services.nvs
    return view
