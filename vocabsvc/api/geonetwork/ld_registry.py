"""The registry as a Linked Data Registry: ``/registry`` is what GeoNetwork browses."""

from functools import partial

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from vocabsvc.api.deps import LanguagesDep, ServicesDep
from vocabsvc.api.geonetwork.deps import Base, ThesauriDep, stream_file
from vocabsvc.api.negotiation import choose_media_type
from vocabsvc.formats.ld_registry import REGISTRY_PREFIXES, registry_list, registry_statements
from vocabsvc.formats.rdf_writer import RDF_TYPES, write_rdf
from vocabsvc.model.sink import ByteSink
from vocabsvc.services.thesauri import Thesauri

router = APIRouter(prefix="/registry")

_RDF_XML = "application/rdf+xml"
_OFFERED = {_RDF_XML: "rdf", **RDF_TYPES}
_BY_FORMAT = {ending: media_type for media_type, ending in RDF_TYPES.items()}


@router.get("")
@router.get("/", include_in_schema=False)
async def list_registry(services: ServicesDep, base: Base, languages: LanguagesDep) -> Response:
    """List the vocabularies; JSON-LD whatever ``_format`` says, which is ``jsonld``."""
    body = registry_list(services.concepts.vocabularies(), f"{base}/registry", languages)
    return Response(body, media_type="application/ld+json", headers={"Vary": "Accept-Language"})


@router.get("/{vocabulary_id}")
async def get_register(
    vocabulary_id: str, request: Request, thesauri: ThesauriDep, _format: str = ""
) -> StreamingResponse:
    """Answer with a vocabulary; every ``_view`` is the same, an unknown ``_format`` is none."""
    accepted = choose_media_type(request.headers.get("accept", ""), _OFFERED, ("application/xml", "text/xml"))
    media_type = _BY_FORMAT.get(_format) or accepted or _RDF_XML
    return await stream_file(
        partial(_write, thesauri, vocabulary_id, media_type), media_type, f"{vocabulary_id}.{RDF_TYPES[media_type]}"
    )


def _write(thesauri: Thesauri, vocabulary_id: str, media_type: str, sink: ByteSink) -> None:
    write_rdf(registry_statements(thesauri.thesaurus(vocabulary_id)), media_type, REGISTRY_PREFIXES, sink)
