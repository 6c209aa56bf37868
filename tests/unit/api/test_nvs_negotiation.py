"""What a request asks of the façade, header by header."""

import pytest
from starlette.requests import Request

from vocabsvc.api.nvs.headers import headers_of
from vocabsvc.api.nvs.negotiation import choose
from vocabsvc.formats.nvs_profile import PROFILES


def request(query: str, **headers: str) -> Request:
    raw = [(name.replace("_", "-").encode(), value.encode("latin-1")) for name, value in headers.items()]
    return Request({"type": "http", "query_string": query.encode("latin-1"), "headers": raw})


@pytest.mark.parametrize(
    ("query", "headers", "profile", "media_type", "languages"),
    [
        ("", {}, "nvs", "text/turtle", ()),
        ("_view=skos&_profile=dd", {}, "skos", "text/turtle", ()),
        ("_profile=x,%3Chttps://w3id.org/profile/vocpub%3E", {}, "vocpub", "text/turtle", ()),
        ("_profile=NVS", {}, "nvs", "text/turtle", ()),
        ("", {"accept_profile": "<https://schema.org>, <https://w3id.org/profile/dd/>"}, "dd", "application/json", ()),
        ("_profile=skos", {"accept_profile": "<https://w3id.org/profile/dd>"}, "skos", "text/turtle", ()),
        ("_format=nt&_mediatype=text/turtle", {"accept": "text/html"}, "nvs", "application/n-triples", ()),
        ("_mediatype=text/turtle;q=0.5", {"accept": "application/ld+json"}, "nvs", "application/ld+json", ()),
        ("", {"accept": "text/html;q=0.3,application/rdf+xml;q=0.4"}, "nvs", "application/rdf+xml", ()),
        ("", {"accept": "application/*"}, "nvs", "application/rdf+xml", ()),
        ("_profile=alt", {"accept": "text/html"}, "alt", "application/json", ()),
        ("_lang=fr-CA", {"accept_language": "en;q=0.1, de"}, "nvs", "text/turtle", ("fr", "de", "en")),
        ("_lang=<script>,1", {"accept_language": "*;q=0.5"}, "nvs", "text/turtle", ()),
        ("_lang=" + "a," * 50 + "fr", {}, "nvs", "text/turtle", ("fr",)),
    ],
)  # fmt: skip
def test_choices(
    query: str, headers: dict[str, str], profile: str, media_type: str, languages: tuple[str, ...]
) -> None:
    choice = choose(request(query, **headers))
    assert (choice.profile.token, choice.media_type, choice.languages) == (profile, media_type, languages)


def test_links_name_each_view_once_and_say_which_it_is() -> None:
    link = headers_of(choose(request("_profile=dd")), ("en",))["Link"]
    assert link.count('rel="self"') == 1
    assert link.count('rel="alternate"') == sum(len(one.media_types) for one in PROFILES.values()) - 1
    assert '<?_profile=nvs&_mediatype=application/ld%2Bjson>; rel="alternate"' in link
