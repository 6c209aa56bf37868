"""IRIs that answer: our own below ``base_uri``, and any that is loaded at ``/describe``."""

from collections.abc import Iterator
from io import BytesIO
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response, StreamingResponse
from starlette.concurrency import run_in_threadpool

from vocabsvc.api.address import AddressDep
from vocabsvc.api.linked_data.choice import (
    HTML_TYPE,
    OFFERED,
    Choice,
    NotAcceptable,
    Profile,
    choose,
    rdf_responses,
    split_ending,
)
from vocabsvc.api.linked_data.deps import DumpsDep, LinkedDataDep
from vocabsvc.api.linked_data.links import AddressOf, resource_headers
from vocabsvc.api.problems import problem
from vocabsvc.errors import InvalidRequest, UnknownName
from vocabsvc.formats.csv_concepts import CSV_TYPE, write_concepts_csv
from vocabsvc.formats.prefixes import VOCABULARY_PREFIXES
from vocabsvc.formats.rdf_writer import write_rdf
from vocabsvc.model.sink import ByteSink
from vocabsvc.services.dumps import Dumps
from vocabsvc.services.linked_data import LinkedData, Resource, ResourceKind
from vocabsvc.store.streaming import stream_answer

_WITH_QUERY = {Profile.FULL: "", Profile.SKOS: f"?_profile={Profile.SKOS.token}"}

Uri = Annotated[str, Query(min_length=1, max_length=2000, description="IRI of anything that is loaded")]

describe_router = APIRouter()


@describe_router.get("/describe", response_class=Response, responses=rdf_responses(OFFERED))
async def describe(
    uri: Uri, request: Request, linked_data: LinkedDataDep, dumps: DumpsDep, address: AddressDep
) -> Response:
    """Describe a concept, scheme or collection, of whomever it is, in RDF or as a table."""

    def address_of(choice: Choice) -> str:
        profile = "" if choice.profile is Profile.FULL else f"&_profile={choice.profile.token}"
        return f"{address}describe?uri={quote(uri, safe='')}&_mediatype={choice.ending}{profile}"

    resource = await run_in_threadpool(linked_data.find, uri)
    return await _answer(request, resource, "", address_of, address, linked_data, dumps)


def resource_router(base_path: str) -> APIRouter:
    """Return the route of our own IRIs."""
    router = APIRouter()

    @router.get(f"{base_path}{{path:path}}", response_class=Response, responses=rdf_responses(OFFERED))
    async def own(
        path: str, request: Request, linked_data: LinkedDataDep, dumps: DumpsDep, address: AddressDep
    ) -> Response:
        """Answer for an IRI of the hub; ``.ttl``, ``.rdf``, ``.jsonld``, ``.nt``, ``.csv`` or ``.html`` chooses."""
        if not path:
            return RedirectResponse(f"{address}catalogue", 303)
        written = _written(request, base_path)
        resource, stem, ending = await run_in_threadpool(_find, linked_data, written if written.isascii() else path)

        def address_of(choice: Choice) -> str:
            return f"{address}{base_path[1:]}{stem.rstrip('/')}.{choice.ending}{_WITH_QUERY[choice.profile]}"

        return await _answer(request, resource, ending, address_of, address, linked_data, dumps)

    return router


def _written(request: Request, base_path: str) -> str:
    """Return the path below ``base_path`` as the client encoded it."""
    raw: bytes = request.scope.get("raw_path") or b""
    _, found, rest = raw.decode("latin-1").partition(base_path)
    return rest.partition("?")[0] if found else ""


def _find(linked_data: LinkedData, path: str) -> tuple[Resource, str, str]:
    """Return what a path stands for, the path without ending, and the ending; an IRI that has it itself is first."""
    stem, ending = split_ending(path)
    for tried, asked in ((path, ""), (stem, ending)) if ending else ((path, ""),):
        for spelled in dict.fromkeys((tried, unquote(tried))):
            try:
                return linked_data.find(f"{linked_data.base_uri}{spelled}"), tried, asked
            except (InvalidRequest, UnknownName):
                continue
    raise UnknownName(f"nothing is loaded about <{linked_data.base_uri}{path}>")


async def _answer(
    request: Request,
    resource: Resource,
    ending: str,
    address_of: AddressOf,
    address: str,
    linked_data: LinkedData,
    dumps: Dumps,
) -> Response:
    page = _page(resource, address)
    offered = {
        kind: short
        for kind, short in OFFERED.items()
        if (kind != HTML_TYPE or page) and (kind != CSV_TYPE or resource.kind is not ResourceKind.OTHER)
    }
    try:
        choice = choose(request, ending, offered)
    except NotAcceptable as error:
        return problem(406, "Not acceptable", str(error))
    if choice.media_type == HTML_TYPE:
        return RedirectResponse(page, 303, {"Vary": "Accept, Accept-Profile"})
    headers = resource_headers(resource, choice, offered, address_of, address)
    chunks = _dumped(resource, choice, dumps)
    if chunks is not None:
        return StreamingResponse(chunks, headers=headers, media_type=choice.media_type)
    if resource.kind in {ResourceKind.CONCEPT, ResourceKind.OTHER}:
        content = await run_in_threadpool(_bytes, resource, choice, linked_data)
        return Response(content, headers=headers, media_type=choice.media_type)
    written = await stream_answer(lambda sink: _write(resource, choice, linked_data, sink))
    return StreamingResponse(written, headers=headers, media_type=choice.media_type)


def _page(resource: Resource, address: str) -> str:
    """Return the address of the page about a resource, or ``""``."""
    if resource.kind is ResourceKind.CONCEPT:
        return f"{address}concept?uri={quote(resource.uri, safe='')}"
    if resource.kind is ResourceKind.VOCABULARY and resource.vocabulary:
        return f"{address}vocabulary/{quote(resource.vocabulary.id, safe='')}"
    return ""


def _dumped(resource: Resource, choice: Choice, dumps: Dumps) -> Iterator[bytes] | None:
    """Return a whole vocabulary as the dump has it, which is many times faster than from the store."""
    same = choice.profile is Profile.FULL or choice.media_type == CSV_TYPE
    if resource.kind is ResourceKind.VOCABULARY and resource.vocabulary and same:
        return dumps.content(resource.vocabulary.id, choice.ending)
    return None


def _bytes(resource: Resource, choice: Choice, linked_data: LinkedData) -> bytes:
    written = BytesIO()
    _write(resource, choice, linked_data, written)
    return written.getvalue()


def _write(resource: Resource, choice: Choice, linked_data: LinkedData, sink: ByteSink) -> None:
    if choice.media_type == CSV_TYPE:
        write_concepts_csv(linked_data.concepts(resource), linked_data.languages(resource), sink)
        return
    statements = (linked_data.full if choice.profile is Profile.FULL else linked_data.skos)(resource)
    write_rdf(statements, choice.media_type, VOCABULARY_PREFIXES, sink)
