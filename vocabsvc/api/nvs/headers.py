"""Headers that every answer of the façade carries (W3C Content Negotiation by Profile)."""

from functools import lru_cache
from urllib.parse import quote

from vocabsvc.api.nvs.negotiation import Choice
from vocabsvc.formats.nvs_profile import PROFILES
from vocabsvc.services.nvs import NvsCollection

_PROFILE_TYPE = "http://www.w3.org/ns/dx/prof/Profile"
_VARY = "Accept, Accept-Language, Accept-Profile"


def headers_of(choice: Choice, spoken: tuple[str, ...]) -> dict[str, str]:
    """Return the headers of an answer whose labels may be in ``spoken`` languages."""
    headers = {"Vary": _VARY, "Link": _links(choice.profile.token, choice.media_type)}
    languages = _content_languages(choice, spoken)
    return {**headers, "Content-Language": ", ".join(languages)} if languages else headers


@lru_cache(maxsize=256)
def raw_headers_of(choice: Choice, spoken: tuple[str, ...]) -> tuple[tuple[bytes, bytes], ...]:
    """Return the same with the content type, encoded: to encode them takes as long as to find a concept."""
    headers = {**headers_of(choice, spoken), "Content-Type": choice.media_type}
    return tuple((name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items())


def languages_of(*collections: NvsCollection) -> tuple[str, ...]:
    """Return the languages of some collections, each once."""
    return tuple(dict.fromkeys(language for one in collections for language in one.languages()))


def _content_languages(choice: Choice, spoken: tuple[str, ...]) -> tuple[str, ...]:
    if not choice.languages:
        return spoken
    found = next((one for one in (*choice.languages, "en") if one in spoken), None)
    return (found,) if found else spoken


@lru_cache(maxsize=64)
def _links(token: str, media_type: str) -> str:
    """Return the profile in use, all profiles by token, and each view; addresses are relative to what was asked."""
    tokens = (f'<{_PROFILE_TYPE}>; rel="type"; token="{one.token}"; anchor=<{one.uri}>' for one in PROFILES.values())
    views = (
        f"<?_profile={one.token}&_mediatype={quote(kind, safe='/')}>; "
        f'rel="{"self" if (one.token, kind) == (token, media_type) else "alternate"}"; type="{kind}"; '
        f'profile="{one.uri}"'
        for one in PROFILES.values()
        for kind in one.media_types
    )
    return ", ".join((f'<{PROFILES[token].uri}>; rel="profile"', *tokens, *views))
