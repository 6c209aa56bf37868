"""Which representation a client asks for: by an ending, by a parameter, by headers (Content Negotiation by Profile)."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

from fastapi import Request

from vocabsvc.api.negotiation import choose_media_type
from vocabsvc.formats.accept import preferences
from vocabsvc.formats.csv_concepts import CSV_TYPE
from vocabsvc.formats.rdf_writer import RDF_TYPES
from vocabsvc.namespaces import DEF

HTML_TYPE = "text/html"
WITHOUT_TABLE: Mapping[str, str] = {**RDF_TYPES, HTML_TYPE: "html"}
OFFERED: Mapping[str, str] = {**RDF_TYPES, CSV_TYPE: "csv", HTML_TYPE: "html"}
"""Media types and their endings, the default first."""

_ALSO: Mapping[str, str] = {
    "application/json": "application/ld+json",
    "application/x-turtle": "text/turtle",
    "application/xhtml+xml": HTML_TYPE,
    "application/xml": "application/rdf+xml",
    "text/xml": "application/rdf+xml",
}
"""What clients say when they mean one of ours."""


def rdf_responses(offered: Mapping[str, str]) -> dict[int | str, dict[str, Any]]:
    """Return what OpenAPI says of a negotiated answer."""
    content: dict[str, object] = {media_type: {} for media_type in offered if media_type != HTML_TYPE}
    return {200: {"content": content}, 303: {"description": "The page about it, for browsers"}}


class Profile(Enum):
    """What a representation tells: all, as it was loaded, or what SKOS has words for."""

    FULL = f"{DEF}full"
    SKOS = "https://www.w3.org/TR/skos-reference/"

    @property
    def token(self) -> str:
        """The short name for parameters."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Choice:
    """A representation."""

    media_type: str
    profile: Profile = Profile.FULL

    @property
    def ending(self) -> str:
        """The ending that stands for the media type."""
        return OFFERED[self.media_type]


class NotAcceptable(Exception):
    """Nothing that is offered would do; the text says what is offered."""


def choose(request: Request, ending: str, offered: Mapping[str, str]) -> Choice:
    """Return what to answer with: the ending counts first, then parameters, then headers.

    A profile that is not known is an error as a parameter; in a header it is a wish, and the default answers.

    Raises:
        NotAcceptable: another media type than those offered, or another profile.
    """
    return Choice(_media_type(request, ending, offered), _profile(request))


def split_ending(path: str) -> tuple[str, str]:
    """Return a path without its ending, and the ending; ``""`` if it has none that is offered."""
    stem, _, ending = path.rpartition(".")
    return (stem, ending) if stem and ending in OFFERED.values() else (path, "")


def _media_type(request: Request, ending: str, offered: Mapping[str, str]) -> str:
    # A raw + in an address is read as a space.
    wanted = ending or _parameter(request, "_format", "_mediatype").replace(" ", "+").lower()
    known = {**offered, **{alias: name for alias, name in _ALSO.items() if name in offered}}
    if wanted:
        endings = {short: media_type for media_type, short in offered.items()}
        found = endings.get(wanted) or choose_media_type(wanted, known)
    else:
        found = choose_media_type(request.headers.get("accept", ""), known)
    if found is None:
        raise NotAcceptable(f"this is answered as {', '.join(offered)}")
    return _ALSO.get(found, found)


def _profile(request: Request) -> Profile:
    known = {name.lower(): one for one in Profile for name in (one.token, one.value)}
    asked = [one.strip(" <>").lower() for one in _parameter(request, "_view", "_profile").split(",")]
    if asked != [""]:
        found = next((known[one] for one in asked if one in known), None)
        if found is None:
            raise NotAcceptable(f"this is answered in the profiles {', '.join(one.token for one in Profile)}")
        return found
    wishes = (one.strip("<>") for one in preferences(request.headers.get("accept-profile", "")))
    return next((known[one] for one in wishes if one in known), Profile.FULL)


def _parameter(request: Request, *names: str) -> str:
    return next((value for name in names if (value := request.query_params.get(name, ""))), "")
