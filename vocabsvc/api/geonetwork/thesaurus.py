"""Thesaurus files: ``/thesaurus/{id}.rdf`` is what an administrator of GeoNetwork pastes under "from URL"."""

from fastapi import APIRouter
from fastapi.responses import StreamingResponse

from vocabsvc.api.deps import ServicesDep
from vocabsvc.api.geonetwork.deps import Base, ThesauriDep, TwoLetters, stream_file
from vocabsvc.formats.thesaurus import write_thesaurus
from vocabsvc.schemas.thesauri import ThesauriOut

RDF_XML = "application/rdf+xml"
router = APIRouter(prefix="/thesaurus")


@router.get("")
@router.get("/", include_in_schema=False)
async def list_thesauri(services: ServicesDep, base: Base) -> ThesauriOut:
    """List the addresses that GeoNetwork can import, with those of the registries."""
    return ThesauriOut.of(services.concepts.vocabularies(), base)


@router.get("/{vocabulary_id}.rdf")
async def get_thesaurus(vocabulary_id: str, thesauri: ThesauriDep) -> StreamingResponse:
    """Answer with a vocabulary as a GeoNetwork thesaurus, whatever is accepted: GeoNetwork asks for XML."""
    return await stream_file(
        lambda sink: write_thesaurus(thesauri.thesaurus(vocabulary_id), (), sink), RDF_XML, f"{vocabulary_id}.rdf"
    )


@router.get("/{language}/{vocabulary_id}.rdf")
async def get_thesaurus_in(language: TwoLetters, vocabulary_id: str, thesauri: ThesauriDep) -> StreamingResponse:
    """Answer with the same, named in a language.

    It is a step of the path, as GeoNetwork takes a query for a part of the file name.
    """
    return await stream_file(
        lambda sink: write_thesaurus(thesauri.thesaurus(vocabulary_id), (language,), sink),
        RDF_XML,
        f"{vocabulary_id}.rdf",
    )
