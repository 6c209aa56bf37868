"""What routes are handed."""

from typing import Annotated

from fastapi import Depends, Query, Request

from vocabsvc.formats.accept import preferences
from vocabsvc.services.paging import DEEPEST_OFFSET, MOST_ITEMS
from vocabsvc.services.services import Services


async def _services(request: Request) -> Services:  # not for waiting: a plain function would go through a thread
    services: Services = request.state.services
    return services


def languages_of(request: Request, lang: str) -> tuple[str, ...]:
    """Return the languages to show labels in: ``lang``, then Accept-Language in order of preference."""
    return asked_languages(lang, request.headers.get("accept-language", ""))


def asked_languages(lang: str, accept_language: str) -> tuple[str, ...]:
    """Return the same for a header as it was sent, ``""`` for none."""
    tags = (lang.lower(), *preferences(accept_language)) if accept_language else (lang.lower(),)
    return tuple([tag.partition("-")[0] for tag in tags if tag not in {"", "*"}])


async def _languages(request: Request, lang: Annotated[str, Query(max_length=35)] = "") -> tuple[str, ...]:
    return languages_of(request, lang)


ServicesDep = Annotated[Services, Depends(_services)]
LanguagesDep = Annotated[tuple[str, ...], Depends(_languages)]
Limit = Annotated[int, Query(ge=1, le=MOST_ITEMS)]
Offset = Annotated[int, Query(ge=0, le=DEEPEST_OFFSET)]
Uri = Annotated[str, Query(min_length=1, max_length=2000, description="IRI of a concept")]
