"""The catalogue (DCAT), the VoID description, the JSON-LD context."""

from collections.abc import Callable, Iterable

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse, RedirectResponse, Response

from vocabsvc.api.address import AddressDep
from vocabsvc.api.linked_data.choice import HTML_TYPE, WITHOUT_TABLE, Choice, NotAcceptable, choose, rdf_responses
from vocabsvc.api.linked_data.deps import CatalogueDep
from vocabsvc.api.linked_data.links import alternate_links
from vocabsvc.api.problems import problem
from vocabsvc.errors import UnknownName
from vocabsvc.formats.jsonld_context import CONTEXT, CONTEXT_NUMBER
from vocabsvc.formats.prefixes import CATALOGUE_PREFIXES
from vocabsvc.formats.rdf_writer import RDF_TYPES, rdf_bytes
from vocabsvc.model.statement import Statement

router = APIRouter()


@router.get("/catalogue", response_class=Response, responses=rdf_responses(RDF_TYPES))
def get_catalogue(request: Request, catalogue: CatalogueDep, address: AddressDep) -> Response:
    """Describe every vocabulary, mapping set and service in DCAT."""
    return _answer(request, "", f"{address}catalogue", address, catalogue.dcat)


@router.get("/catalogue.{ending}", response_class=Response, responses=rdf_responses(RDF_TYPES))
def get_catalogue_as(ending: str, request: Request, catalogue: CatalogueDep, address: AddressDep) -> Response:
    """Describe the same in the syntax of ``ttl``, ``rdf``, ``jsonld`` or ``nt``; ``html`` leads to the page."""
    if ending not in WITHOUT_TABLE.values():
        raise UnknownName(f"the catalogue has no form {ending!r}")
    return _answer(request, ending, f"{address}catalogue", address, catalogue.dcat)


@router.get("/.well-known/void", response_class=Response, responses=rdf_responses(RDF_TYPES))
@router.get("/.well_known/void", response_class=Response, responses=rdf_responses(RDF_TYPES), include_in_schema=False)
def get_void(request: Request, catalogue: CatalogueDep, address: AddressDep) -> Response:
    """Describe every vocabulary and mapping set in VoID."""
    return _answer(request, "", f"{address}.well-known/void", address, catalogue.void)


@router.get("/contexts/{number}.jsonld", response_class=Response)
async def get_context(number: str) -> Response:
    """Return the JSON-LD context that our documents hold."""
    if number != str(CONTEXT_NUMBER):
        raise UnknownName(f"no JSON-LD context {number!r}")
    return JSONResponse({"@context": CONTEXT}, media_type="application/ld+json")


def _answer(
    request: Request, ending: str, place: str, address: str, statements: Callable[[str], Iterable[Statement]]
) -> Response:
    def address_of(choice: Choice) -> str:
        if choice.media_type == HTML_TYPE:
            return address
        return f"{place}.{choice.ending}" if place.endswith("catalogue") else f"{place}?_mediatype={choice.ending}"

    try:
        choice = choose(request, ending, WITHOUT_TABLE)
    except NotAcceptable as error:
        return problem(406, "Not acceptable", str(error))
    if choice.media_type == HTML_TYPE:
        return RedirectResponse(address, 303, {"Vary": "Accept"})
    headers = {
        "Content-Location": address_of(choice),
        "Link": alternate_links(choice, WITHOUT_TABLE, address_of),
        "Vary": "Accept",
    }
    content = rdf_bytes(statements(address), choice.media_type, CATALOGUE_PREFIXES)
    return Response(content, headers=headers, media_type=choice.media_type)
