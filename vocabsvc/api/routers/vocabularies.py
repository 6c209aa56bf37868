"""Vocabularies and concepts."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import StreamingResponse

from vocabsvc.api.deps import LanguagesDep, Limit, Offset, ServicesDep, Uri
from vocabsvc.api.ndjson import NDJSON_RESPONSE, WantsLines, stream_lines
from vocabsvc.schemas.collections import CollectionsOut
from vocabsvc.schemas.concepts import ConceptOut, ConceptPageOut, ConceptRefOut
from vocabsvc.schemas.vocabularies import VocabulariesOut, VocabularyOut

router = APIRouter(prefix="/api/v1", tags=["vocabularies"])

Top = Annotated[bool, Query(description="Only concepts with nothing broader in the vocabulary")]
VocabularyId = Annotated[str, Query(max_length=200, description="Only concepts of this vocabulary")]


@router.get("/vocabularies")
async def list_vocabularies(services: ServicesDep) -> VocabulariesOut:
    """List every vocabulary with its edition, licence and size."""
    found = [VocabularyOut.of(vocabulary) for vocabulary in services.concepts.vocabularies()]
    return VocabulariesOut(total=len(found), results=found)


@router.get("/vocabularies/{vocabulary_id}/concepts", response_model=ConceptPageOut, responses=NDJSON_RESPONSE)
async def list_concepts(
    vocabulary_id: str,
    services: ServicesDep,
    languages: LanguagesDep,
    lines: WantsLines,
    top: Top = False,  # noqa: FBT002 - a query parameter
    limit: Limit = 100,
    offset: Offset = 0,
) -> ConceptPageOut | StreamingResponse:
    """List the concepts of a vocabulary in label order; as ``application/x-ndjson`` all of them, a line each."""
    if lines:
        members = services.concepts.every_member(vocabulary_id, top=top)
        return await stream_lines(ConceptRefOut.of(ref, languages) for ref in members)
    return ConceptPageOut.of(services.concepts.members(vocabulary_id, offset, limit, top=top), languages)


@router.get("/vocabularies/{vocabulary_id}/collections")
def list_collections(vocabulary_id: str, services: ServicesDep) -> CollectionsOut:
    """List the collections in a vocabulary, its own among them; search takes one as a filter."""
    return CollectionsOut.of(services.concepts.collections(vocabulary_id))  # may hold all members: in a thread


@router.get("/concepts")
async def get_concept(uri: Uri, services: ServicesDep, languages: LanguagesDep) -> ConceptOut:
    """Describe one concept: labels, hierarchy, links, units, versions, deprecation and published mappings."""
    return ConceptOut.of(services.concepts.detail(uri), languages)


@router.get("/concepts/narrower", response_model=ConceptPageOut, responses=NDJSON_RESPONSE)
async def list_narrower(
    uri: Uri,
    services: ServicesDep,
    languages: LanguagesDep,
    lines: WantsLines,
    vocabulary: VocabularyId = "",
    limit: Limit = 100,
    offset: Offset = 0,
) -> ConceptPageOut | StreamingResponse:
    """List the concepts below a concept in label order; as ``application/x-ndjson`` all of them, a line each."""
    if lines:
        narrower = services.concepts.every_narrower(uri, vocabulary)
        return await stream_lines(ConceptRefOut.of(ref, languages) for ref in narrower)
    return ConceptPageOut.of(services.concepts.narrower(uri, offset, limit, vocabulary), languages)
