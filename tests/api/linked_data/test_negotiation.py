"""Which representation answers: by Accept, by profile, by ending, by parameter."""

import pytest
from fastapi.testclient import TestClient

QUAY = "/id/harbour/quay"
DESCRIBED = "/describe?uri=http://test.example/collection/T01/current/TEMPX01/"
SKOS = "https://www.w3.org/TR/skos-reference/"
FULL = "https://w3id.org/vocabsvc/def#full"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"

ACCEPTED = [
    ("", "text/turtle"),
    ("*/*", "text/turtle"),
    ("text/*", "text/turtle"),
    ("application/*", "application/rdf+xml"),
    ("application/ld+json", "application/ld+json"),
    ("application/json", "application/ld+json"),
    ("application/x-turtle", "text/turtle"),
    ("application/xml", "application/rdf+xml"),
    ("APPLICATION/N-TRIPLES", "application/n-triples"),
    ("text/csv", "text/csv"),
    ("text/turtle;q=0.1, application/rdf+xml;q=0.9", "application/rdf+xml"),
    ("image/png, text/turtle;q=0.01", "text/turtle"),
    ("text/turtle;q=0, application/n-triples;q=0.001", "application/n-triples"),
    ("text/turtle;q=x, text/csv", "text/csv"),
    ('application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"', "application/ld+json"),
    (",,,", "text/turtle"),
]


@pytest.mark.parametrize("path", [QUAY, "/id/harbour/", "/id/harbour/works", DESCRIBED])
@pytest.mark.parametrize(("accept", "media_type"), ACCEPTED)
def test_accept(accept: str, media_type: str, path: str, hub: TestClient) -> None:
    answer = hub.get(path, headers={"Accept": accept})
    assert (answer.status_code, answer.headers["content-type"].partition(";")[0]) == (200, media_type)
    assert {"Accept", "Accept-Profile"} <= {name.strip() for name in answer.headers["vary"].split(",")}


@pytest.mark.parametrize("accept", ["image/png", "text/turtle;q=0", "text/*;q=0", "*", "/", "text", "q=1"])
def test_what_cannot_be_had_is_a_406(accept: str, hub: TestClient) -> None:
    for path in (QUAY, "/id/harbour/", DESCRIBED, "/catalogue"):
        answer = hub.get(path, headers={"Accept": accept})
        assert (answer.status_code, answer.headers["content-type"]) == (406, "application/problem+json")
        assert "text/turtle" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("path", "page"),
    [
        (QUAY, "http://hub.example/concept?uri=http%3A%2F%2Fhub.example%2Fid%2Fharbour%2Fquay"),
        ("/id/harbour/", "http://hub.example/vocabulary/harbour"),
        ("/id/harbour", "http://hub.example/vocabulary/harbour"),
        ("/catalogue", "http://hub.example/"),
        (
            "/describe?uri=https://test.example/collection/T01/current/TEMPX01",
            "http://hub.example/concept?uri=http%3A%2F%2Ftest.example%2Fcollection%2FT01%2Fcurrent%2FTEMPX01%2F",
        ),
    ],
)
def test_browsers_are_sent_to_the_page(path: str, page: str, hub: TestClient) -> None:
    answer = hub.get(path, headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["location"]) == (303, page)
    if path != "/catalogue":
        assert hub.get(page).status_code == 200


def test_what_has_no_page_is_shown_to_browsers_as_it_is(hub: TestClient) -> None:
    answer = hub.get("/id/harbour/works", headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/rdf+xml")


@pytest.mark.parametrize(
    ("ending", "media_type"),
    [
        ("ttl", "text/turtle; charset=utf-8"),
        ("rdf", "application/rdf+xml"),
        ("jsonld", "application/ld+json"),
        ("nt", "application/n-triples"),
        ("csv", "text/csv; charset=utf-8"),
    ],
)
def test_an_ending_and_a_parameter_count_before_accept(ending: str, media_type: str, hub: TestClient) -> None:
    addresses = (
        f"{QUAY}.{ending}",
        f"{QUAY}?_mediatype={media_type.partition(';')[0]}",  # with a raw +, which is read as a space
        f"{QUAY}?_mediatype={media_type.partition(';')[0].replace('+', '%2B')}",
        f"{QUAY}?_format={ending}",
        f"{QUAY}.{ending}?_mediatype=text/html",
        f"/id/harbour/cale%20s%C3%A8che.{ending}",
        f"/id/harbour/mar%C3%A9e.{ending}",
    )
    for address in addresses:
        answer = hub.get(address, headers={"Accept": "text/html"})
        assert (answer.status_code, answer.headers["content-type"]) == (200, media_type), address


def test_html_is_an_ending_too(hub: TestClient) -> None:
    assert hub.get(f"{QUAY}.html").headers["location"] == hub.get(QUAY, headers={"Accept": BROWSER}).headers["location"]


def test_an_iri_that_has_an_ending_itself_is_first(hub: TestClient) -> None:
    for address in ("/id/harbour/bollard.ttl", "/id/harbour/bollard.ttl.nt"):
        answer = hub.get(address, headers={"Accept": "application/n-triples"})
        assert answer.headers["content-type"] == "application/n-triples"
        assert "Bitte d’amarrage" in answer.text


@pytest.mark.parametrize("path", ["/id/harbour/quay.docx", "/id/harbour/quay.", "/id/.ttl", "/id/harbour/none.ttl"])
def test_another_ending_is_part_of_the_iri(path: str, hub: TestClient) -> None:
    answer = hub.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


@pytest.mark.parametrize(
    ("query", "header", "profile"),
    [
        ("", "", FULL),
        ("?_profile=skos", "", SKOS),
        ("?_view=skos", "", SKOS),
        ("?_profile=nvs,skos", "", SKOS),
        (f"?_profile={SKOS}", "", SKOS),
        (f"?_profile=<{SKOS}>", "", SKOS),
        ("?_profile=full", f"<{SKOS}>", FULL),
        ("", f"<{SKOS}>", SKOS),
        ("", f"<urn:example:other>, <{SKOS}>;q=0.5", SKOS),
        ("", f"<{SKOS}>;q=0.2, <{FULL}>;q=0.9", FULL),
        ("", "<urn:example:other>", FULL),
    ],
)
def test_profiles(query: str, header: str, profile: str, hub: TestClient) -> None:
    answer = hub.get(f"{QUAY}{query}", headers={"Accept-Profile": header} if header else {})
    assert answer.headers["content-profile"] == f"<{profile}>"
    assert f'<{profile}>; rel="profile"' in answer.headers["link"]
    assert ("example.org/terms" in answer.text) is (profile == FULL)


def test_an_unknown_profile_as_a_parameter_is_a_406(hub: TestClient) -> None:
    answer = hub.get(f"{QUAY}?_profile=nvs")
    assert answer.status_code == 406
    assert answer.json()["detail"] == "this is answered in the profiles full, skos"


def test_the_skos_profile_tells_relations_from_both_sides(hub: TestClient) -> None:
    tide = "http://hub.example/id/harbour/marée"
    dock = "http://hub.example/id/harbour/cale%20s%C3%A8che"
    inward = f"<{tide}> <http://www.w3.org/2004/02/skos/core#related> <{dock}> ."
    assert inward in hub.get("/id/harbour/mar%C3%A9e.nt?_profile=skos").text
    assert inward not in hub.get("/id/harbour/mar%C3%A9e.nt").text


def test_the_skos_profile_keeps_deprecation(hub: TestClient) -> None:
    jetty = hub.get("/id/harbour/jetty.ttl?_profile=skos").text
    assert "owl:deprecated true" in jetty
    assert "dcterms:isReplacedBy <http://hub.example/id/harbour/quay>" in jetty


def test_the_skos_profile_of_a_vocabulary(hub: TestClient) -> None:
    for ending in ("ttl", "nt", "rdf", "jsonld"):
        whole = hub.get(f"/id/harbour.{ending}?_profile=skos")
        assert whole.status_code == 200
        assert "Cale sèche" in whole.text
        assert "example.org/terms" not in whole.text
