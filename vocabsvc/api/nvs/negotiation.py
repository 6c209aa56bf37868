"""What a client of NVS asks for: by query string first, then by headers; what is not known gets the default."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import parse_qs

from starlette.requests import Request

from vocabsvc.formats.accept import preferences
from vocabsvc.formats.nvs_profile import HTML, JSON, JSON_LD, NVS, PROFILES, Profile

_SHORT = {
    "json": JSON,
    "jsonld": JSON_LD,
    "ttl": "text/turtle",
    "turtle": "text/turtle",
    "rdf": "application/rdf+xml",
    "xml": "application/rdf+xml",
    "nt": "application/n-triples",
    "html": HTML,
}
_SPELLINGS = {
    "application/xml": "application/rdf+xml",
    "text/xml": "application/rdf+xml",
    "application/x-turtle": "text/turtle",
    "application/xhtml+xml": HTML,
}
_LANGUAGE = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*")
_BY_URI = {profile.uri.rstrip("/").lower(): profile for profile in PROFILES.values()}
_READ = (b"accept", b"accept-profile", b"accept-language")
_MOST_FIELDS = 100
_MOST_LANGUAGES = 10
_CACHED = 1024
_LONGEST_CACHED = 1000


@dataclass(frozen=True, slots=True)
class Choice:
    """What an answer is to be; with ``languages``, labels are single-valued in the first that there is."""

    profile: Profile
    media_type: str
    languages: tuple[str, ...] = ()


def choose(request: Request) -> Choice:
    """Return what a request asks for; nothing in it is an error."""
    query, headers = request.scope["query_string"], tuple([one for one in request.scope["headers"] if one[0] in _READ])
    short = len(query) + sum(len(value) for _, value in headers) < _LONGEST_CACHED
    return (_cached if short else _choose)(query, headers)


def _choose(query: bytes, headers: tuple[tuple[bytes, bytes], ...]) -> Choice:
    stated = {name: value.decode("latin-1") for name, value in reversed(headers)}  # the first of each counts
    accept, accept_profile, accept_language = (stated.get(name, "") for name in _READ)
    try:
        parameters = parse_qs(query.decode("latin-1"), max_num_fields=_MOST_FIELDS)
    except ValueError:
        parameters = {}
    named = _values(parameters, "_view", "_profile")
    profile = next(_profiles((*named, *preferences(accept_profile))), NVS)
    # A client writes application/ld+json as it is, and a plus sign in a query string means a space.
    wanted = [value.replace(" ", "+").lower() for value in _values(parameters, "_format", "_mediatype")]
    kinds = (*(_SHORT.get(value, value) for value in wanted), *preferences(accept))
    media_type = next(_offered(kinds, profile), profile.media_types[0])
    tags = (*_values(parameters, "_lang"), *preferences(accept_language))
    languages = dict.fromkeys(tag.lower().partition("-")[0] for tag in tags if _LANGUAGE.fullmatch(tag.lower()))
    return Choice(profile, media_type, tuple(languages)[:_MOST_LANGUAGES])


_cached = lru_cache(maxsize=_CACHED)(_choose)


def _values(parameters: dict[str, list[str]], *names: str) -> list[str]:
    """Return the comma-separated values of the first parameter that is given."""
    given = next((parameters[name] for name in names if name in parameters), [])
    return [value.strip() for text in given for value in text.split(",") if value.strip()]


def _profiles(names: Sequence[str]) -> Iterator[Profile]:
    for name in names:
        bare = name.strip("<>\"' ").lower()
        profile = PROFILES.get(bare) or _BY_URI.get(bare.rstrip("/"))
        if profile is not None:
            yield profile


def _offered(kinds: Sequence[str], profile: Profile) -> Iterator[str]:
    for kind in kinds:
        spelled = _SPELLINGS.get(kind, kind)
        if spelled in profile.media_types:
            yield spelled
        elif kind == JSON and JSON_LD in profile.media_types:
            yield JSON_LD
        elif kind == "*/*":
            yield profile.media_types[0]
        elif kind.endswith("/*"):
            yield from (one for one in profile.media_types if one.startswith(kind[:-1]))
