"""Vocabularies and concepts."""

from fastapi import APIRouter

from vocabsvc.api.deps import LanguagesDep, Limit, Offset, ServicesDep, Uri
from vocabsvc.schemas.concepts import ConceptOut, ConceptPageOut
from vocabsvc.schemas.vocabularies import VocabulariesOut, VocabularyOut

router = APIRouter(prefix="/api/v1", tags=["vocabularies"])


@router.get("/vocabularies")
async def list_vocabularies(services: ServicesDep) -> VocabulariesOut:
    """List every vocabulary with its edition, licence and size."""
    found = [VocabularyOut.of(vocabulary) for vocabulary in services.concepts.vocabularies()]
    return VocabulariesOut(total=len(found), results=found)


@router.get("/vocabularies/{vocabulary_id}/concepts")
async def list_concepts(
    vocabulary_id: str,
    services: ServicesDep,
    languages: LanguagesDep,
    limit: Limit = 100,
    offset: Offset = 0,
) -> ConceptPageOut:
    """List the concepts of a vocabulary in label order."""
    return ConceptPageOut.of(services.concepts.members(vocabulary_id, offset, limit), languages)


@router.get("/concepts")
async def get_concept(uri: Uri, services: ServicesDep, languages: LanguagesDep) -> ConceptOut:
    """Describe one concept: labels, hierarchy, links, units and published mappings."""
    return ConceptOut.of(services.concepts.detail(uri), languages)


@router.get("/concepts/narrower")
async def list_narrower(
    uri: Uri, services: ServicesDep, languages: LanguagesDep, limit: Limit = 100, offset: Offset = 0
) -> ConceptPageOut:
    """List the concepts below a concept in label order."""
    return ConceptPageOut.of(services.concepts.narrower(uri, offset, limit), languages)
