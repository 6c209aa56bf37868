"""Look-up."""

from typing import Annotated

from fastapi import APIRouter, Depends, Query

from vocabsvc.api.deps import LanguagesDep, Limit, Offset, ServicesDep
from vocabsvc.model.concept import Status
from vocabsvc.schemas.hits import FacetsOut, HitPageOut
from vocabsvc.services.search import LONGEST_TEXT
from vocabsvc.store.base import Filters, SearchRequest

router = APIRouter(prefix="/api/v1", tags=["look-up"])

Text = Annotated[str, Query(max_length=LONGEST_TEXT, description="Words, the last may be unfinished; or a code")]
VocabularyIds = Annotated[str, Query(max_length=1000, description="Vocabulary ids, with commas")]


async def _filters(
    vocabulary: VocabularyIds = "",
    status: Annotated[Status | None, Query(description="Only concepts of this status")] = None,
    label_language: Annotated[str, Query(max_length=35, description="Only concepts with a label in it")] = "",
    collection: Annotated[str, Query(max_length=2000, description="Only members of this skos:Collection (IRI)")] = "",
    below: Annotated[str, Query(max_length=2000, description="Only concepts below this one, at any distance")] = "",
    unit: Annotated[str, Query(max_length=2000, description="Only concepts with this unit (IRI)")] = "",
) -> Filters:
    return Filters(
        _names(vocabulary), collection=collection, status=status, language=label_language, below=below, unit=unit
    )


def _names(listed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in listed.split(",") if name.strip())


async def _preferred(
    prefer: Annotated[
        str,
        Query(max_length=1000, description="Vocabulary ids, with commas: first among equals; else those of the filter"),
    ] = "",
) -> tuple[str, ...]:
    return _names(prefer)


FiltersDep = Annotated[Filters, Depends(_filters)]
PreferredDep = Annotated[tuple[str, ...], Depends(_preferred)]


@router.get("/search")
async def search(
    q: Text,
    services: ServicesDep,
    languages: LanguagesDep,
    filters: FiltersDep,
    preferred: PreferredDep,
    limit: Limit = 20,
    offset: Offset = 0,
) -> HitPageOut:
    """Find concepts by label, notation or IRI, best first, each with the reason."""
    request = SearchRequest(q, filters, limit, offset, preferred=preferred)
    return HitPageOut.of(services.search.search(request), languages)


@router.get("/search/facets")
async def facets(q: Text, services: ServicesDep, filters: FiltersDep) -> FacetsOut:
    """Count the concepts that a search finds by vocabulary, status and unit; the counts are exact."""
    return FacetsOut.of(services.search.facets(SearchRequest(q, filters)))


@router.get("/suggest")
async def suggest(
    q: Text,
    services: ServicesDep,
    languages: LanguagesDep,
    filters: FiltersDep,
    preferred: PreferredDep,
    limit: Limit = 10,
) -> HitPageOut:
    """Complete what is being typed."""
    request = SearchRequest(q, filters, limit, preferred=preferred)
    return HitPageOut.of(services.search.search(request), languages)
