"""Bodies of the façade, byte by byte. ``VOCABSVC_RENEW_GOLDEN=1 pytest tests/api/nvs`` writes them anew."""

from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from tests.golden import assert_golden

GOLDEN = Path(__file__).parent / "golden"
TYPES = {
    "ttl": "text/turtle",
    "rdf": "application/rdf+xml",
    "jsonld": "application/ld+json",
    "nt": "application/n-triples",
    "json": "application/json",
}
RDF = ("ttl", "rdf", "jsonld", "nt")
PROFILES = {"nvs": RDF, "skos": (*RDF, "json"), "vocpub": RDF, "dd": ("json",), "alt": (*RDF, "json")}
THINGS = {
    "collections": "/collection/",
    "nvs_collection": "/collection/X01/current/",
    "own_collection": "/collection/pots/current/",
    "nvs_concept": "/collection/X01/current/WHISTLE/",
    "own_concept": "/collection/pots/current/théière/",
    "schemes": "/scheme/",
    "scheme": "/scheme/pots/current/",
}
VIEWS = [
    pytest.param(f"{thing}.{profile}.{ending}", path, {"_profile": profile, "_mediatype": TYPES[ending]})
    for thing, path in THINGS.items()
    for profile, endings in PROFILES.items()
    for ending in endings
]
NVS = {"_profile": "nvs", "_format": "jsonld"}
OTHERS = {
    "accepted.nvs.jsonld": ("/collection/X01/current/accepted/", NVS),
    "deprecated.nvs.jsonld": ("/collection/X01/current/deprecated/", NVS),
    "all_in_french.nvs.jsonld": ("/collection/pots/current/all/", {**NVS, "_lang": "fr"}),
    "sparse_collection.nvs.jsonld": ("/collection/X02/current/", NVS),
    "standard_name.nvs.jsonld": ("/standard_name/kettle_water_temperature", NVS),
}


@pytest.mark.parametrize(("name", "path", "params"), VIEWS)
def test_each_thing_in_each_profile_and_media_type(
    name: str, path: str, params: dict[str, str], nvs: TestClient
) -> None:
    answer = nvs.get(path, params=params)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == params["_mediatype"]
    assert_golden(GOLDEN / name, answer.content)


@pytest.mark.parametrize("name", OTHERS)
def test_further_bodies(name: str, nvs: TestClient) -> None:
    path, params = OTHERS[name]
    assert_golden(GOLDEN / name, nvs.get(path, params=params).content)


def test_no_golden_body_is_left_over() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == {str(view.values[0]) for view in VIEWS} | OTHERS.keys()


def test_headers_of_every_view(nvs: TestClient) -> None:
    headers = nvs.get("/collection/X01/current/WHISTLE/", params=NVS).headers
    check_headers = "\n".join(f"{name}: {headers[name]}" for name in ("vary", "content-language", "link"))
    assert check_headers.count('rel="self"') == 1
    assert 'rel="self"; type="application/ld+json"; profile="https://w3id.org/profile/nvs-col"' in headers["link"]
    assert 'rel="type"; token="vocpub"; anchor=<https://w3id.org/profile/vocpub>' in headers["link"]
    assert headers["link"].startswith('<https://w3id.org/profile/nvs-col>; rel="profile"')
