"""Choices to responses."""

from collections.abc import Iterable, Iterator
from itertools import chain
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response, StreamingResponse

from vocabsvc.api.nvs.bodies import contents, graph, overview, single, statements_document, with_neighbours
from vocabsvc.api.nvs.headers import headers_of, languages_of, raw_headers_of
from vocabsvc.api.nvs.negotiation import Choice
from vocabsvc.formats.nvs_alternates import alternates, alternates_json
from vocabsvc.formats.nvs_context import PREFIXES
from vocabsvc.formats.nvs_nodes import entries, expanded
from vocabsvc.formats.nvs_profile import ALT, DD, HTML, JSON, JSON_LD, SKOS
from vocabsvc.formats.rdf_writer import write_rdf
from vocabsvc.model.concept import Status
from vocabsvc.model.sink import ByteSink
from vocabsvc.model.statement import Statement
from vocabsvc.services.nvs import NvsCollection, NvsView
from vocabsvc.store.nodes import separated, uri_of
from vocabsvc.store.streaming import stream_answer

_SEE_OTHER = 303

Headers = dict[str, str]


class ReadyResponse(Response):
    """A response whose headers are encoded."""

    def __init__(self, body: bytes, raw_headers: tuple[tuple[bytes, bytes], ...]) -> None:
        self.status_code = 200
        self.background = None
        self.body = body
        self.raw_headers = [*raw_headers, (b"content-length", str(len(body)).encode())]


async def concept_answer(view: NvsView, collection: NvsCollection, node: bytes, choice: Choice) -> Response:
    """Return one concept."""
    if choice.media_type == JSON_LD and choice.profile not in {SKOS, ALT}:
        return ReadyResponse(single(node, choice), raw_headers_of(choice, collection.languages()))
    headers = headers_of(choice, collection.languages())
    uri = uri_of(node)
    if choice.media_type == HTML:
        return _page(f"/concept?uri={quote(uri, safe='')}", headers)
    if choice.profile == DD:
        return Response(entries([node], choice.languages, with_broader=True), media_type=JSON, headers=headers)
    if choice.profile == ALT:
        return await _alternates(uri, choice, headers)
    around = view.neighbours(uri) if choice.profile == SKOS else ()  # thousands, found as they are written
    if choice.media_type == JSON_LD:
        return StreamingResponse(with_neighbours(node, around, choice), media_type=JSON_LD, headers=headers)
    return await _rdf(_kept(chain(view.describe(uri), around), choice), choice, headers)


async def collection_answer(
    view: NvsView, collection: NvsCollection, status: Status | None, choice: Choice
) -> Response:
    """Return the concepts of a collection or scheme, and what is said of itself."""
    headers = headers_of(choice, collection.languages())
    if choice.media_type == HTML:
        return _page(f"/vocabulary/{quote(collection.vocabulary.id, safe='')}", headers)
    if choice.profile == ALT:
        return await _alternates(collection.uri, choice, headers)
    if choice.profile == DD:
        body = await run_in_threadpool(
            entries, collection.each(status), choice.languages, with_broader=collection.is_scheme
        )
        return Response(body, media_type=JSON, headers=headers)
    if choice.media_type == JSON_LD:
        return StreamingResponse(contents(collection, status, choice), media_type=JSON_LD, headers=headers)
    return await _rdf(_kept(view.statements(collection, status), choice), choice, headers)


async def overview_answer(uri: str, collections: tuple[NvsCollection, ...], choice: Choice) -> Response:
    """Return collections or schemes without their concepts."""
    headers = headers_of(choice, languages_of(*collections))
    if choice.media_type == HTML:
        return _page("/", headers)
    if choice.profile == ALT:
        return await _alternates(uri, choice, headers)
    nodes = tuple(overview(collections, choice))
    if choice.profile == DD:
        return Response(entries(nodes, choice.languages, with_broader=False), media_type=JSON, headers=headers)
    if choice.media_type == JSON_LD:
        return Response(b"".join(graph(nodes)), media_type=JSON_LD, headers=headers)
    statements = (said for one in collections for said in one.statements)
    return await _rdf(_kept(statements, choice), choice, headers)


async def mapping_answer(uri: str, statements: tuple[Statement, ...], choice: Choice) -> Response:
    """Return one mapping; it has no other profile than ``nvs``."""
    headers = headers_of(choice, ())
    if choice.media_type in {JSON_LD, JSON, HTML}:  # there is no page about one
        return Response(statements_document(uri, statements), media_type=JSON_LD, headers=headers)
    return await _rdf(statements, choice, headers)


def _kept(statements: Iterable[Statement], choice: Choice) -> Iterator[Statement]:
    return (one for one in statements if choice.profile.keeps(one.predicate))


def _page(path: str, headers: Headers) -> Response:
    return RedirectResponse(path, status_code=_SEE_OTHER, headers=headers)


async def _alternates(uri: str, choice: Choice, headers: Headers) -> Response:
    if choice.media_type == JSON:
        return Response(alternates_json(uri), media_type=JSON, headers=headers)
    return await _rdf(alternates(uri), choice, headers)


async def _rdf(statements: Iterable[Statement], choice: Choice, headers: Headers) -> Response:
    def write(sink: ByteSink) -> None:
        if choice.media_type == JSON:
            sink.write(b"[")
            for piece in separated(expanded(statements)):
                sink.write(piece)
            sink.write(b"]")
        else:
            write_rdf(statements, choice.media_type, PREFIXES, sink)

    return StreamingResponse(await stream_answer(write), media_type=choice.media_type, headers=headers)
