"""Look-up."""

from typing import Annotated

from fastapi import APIRouter, Query

from vocabsvc.api.deps import LanguagesDep, Limit, Offset, ServicesDep
from vocabsvc.schemas.hits import HitPageOut
from vocabsvc.services.search import LONGEST_TEXT
from vocabsvc.store.base import SearchRequest

router = APIRouter(prefix="/api/v1", tags=["look-up"])

Text = Annotated[str, Query(max_length=LONGEST_TEXT, description="Words, the last may be unfinished; or a code")]
VocabularyIds = Annotated[str, Query(max_length=1000, description="Vocabulary ids, with commas")]


@router.get("/search")
async def search(
    q: Text,
    services: ServicesDep,
    languages: LanguagesDep,
    vocabulary: VocabularyIds = "",
    limit: Limit = 20,
    offset: Offset = 0,
) -> HitPageOut:
    """Find concepts by label, notation or IRI, best first, each with the reason."""
    request = SearchRequest(q, _ids(vocabulary), limit, offset)
    return HitPageOut.of(services.search.search(request), languages)


@router.get("/suggest")
async def suggest(
    q: Text, services: ServicesDep, languages: LanguagesDep, vocabulary: VocabularyIds = "", limit: Limit = 10
) -> HitPageOut:
    """Complete what is being typed."""
    return HitPageOut.of(services.search.search(SearchRequest(q, _ids(vocabulary), limit)), languages)


def _ids(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(",") if name.strip())
