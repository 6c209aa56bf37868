"""Addresses of the façade, what they negotiate, and what they refuse."""

from typing import Any
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient

NVS = {"_profile": "nvs", "_format": "jsonld"}
X01 = "http://vocab.nerc.ac.uk/collection/X01/current/"
BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"


def graph(client: TestClient, path: str, **params: str) -> list[dict[str, Any]]:
    nodes: list[dict[str, Any]] = client.get(path, params={**NVS, **params}).json()["@graph"]
    return nodes


@pytest.mark.parametrize(
    ("path", "target"),
    [
        ("/collection", "/collection/"),
        ("/collection/X01", "/collection/X01/current/"),
        ("/collection/x01/", "/collection/X01/current/"),
        ("/collection/X01/current", "/collection/X01/current/"),
        ("/collection/X01/current/accepted", "/collection/X01/current/accepted/"),
        ("/collection/X01/current/WHISTLE", "/collection/X01/current/WHISTLE/"),
        ("/collection/X01/current/WHISTLE/3", "/collection/X01/current/WHISTLE/3/"),
        ("/collection/pots/current/théière", "/collection/pots/current/th%C3%A9i%C3%A8re/"),
        ("/scheme/pots", "/scheme/pots/current/"),
        ("/scheme/pots/current/all", "/scheme/pots/current/all/"),
        ("/standard_name", "/standard_name/"),
        ("/mapping/I/1", "/mapping/I/1/"),
    ],
)
def test_addresses_end_in_a_slash(path: str, target: str, nvs: TestClient) -> None:
    answer = nvs.get(f"{path}?_profile=nvs&_mediatype=application/ld+json")
    assert answer.status_code == 307
    assert answer.headers["location"] == f"{target}?_profile=nvs&_mediatype=application/ld+json"


def test_a_path_that_looks_like_a_host_redirects_nowhere_else(nvs: TestClient) -> None:
    for path in ("//evil.example", "/collection//evil.example", "/collection/%2f%2fevil.example/current"):
        location = nvs.get(path).headers.get("location", "/")
        assert not location.startswith("//")


def test_ids_are_found_in_any_case_and_concepts_keep_theirs(nvs: TestClient) -> None:
    for path in ("/collection/x01/current/WHISTLE/", "/collection/X01/current/whistle/"):
        assert nvs.get(path, params=NVS).json()["@id"] == f"{X01}WHISTLE/"


@pytest.mark.parametrize(
    ("status", "members"),
    [("accepted", ["SILENT", "WHISTLE"]), ("deprecated", ["OLD"]), ("all", ["OLD", "SILENT", "WHISTLE"])],
)
def test_status_filters_every_profile(status: str, members: list[str], nvs: TestClient) -> None:
    path = f"/collection/X01/current/{status}/"
    uris = [f"{X01}{member}/" for member in members]
    for profile in ("nvs", "skos", "vocpub"):
        *concepts, collection = graph(nvs, path, _profile=profile)
        assert [node["@id"] for node in concepts] == uris
        assert collection["skos:member"] == [{"@id": uri} for uri in uris]
        turtle = nvs.get(path, params={"_profile": profile, "_format": "ttl"}).text
        assert [f"<{X01}{name}/>" in turtle for name in ("OLD", "SILENT")] == ["OLD" in members, "SILENT" in members]
    assert sorted(one["uri"] for one in nvs.get(path, params={"_profile": "dd"}).json()) == uris


def test_a_collection_of_which_nothing_is_left_is_whole(nvs: TestClient) -> None:
    (collection,) = graph(nvs, "/collection/P07/current/deprecated/")
    assert collection["skos:member"] == []


def test_what_clients_read_is_there_though_we_hold_little(nvs: TestClient) -> None:
    concept, _, collection = graph(nvs, "/collection/X02/current/")
    assert {key: concept[key] for key in ("skos:altLabel", "skos:definition", "dc:date", "owl:versionInfo")} == {
        "skos:altLabel": "",
        "skos:definition": "",
        "dc:date": "",
        "owl:versionInfo": "",
    }
    assert (concept["dce:identifier"], concept["owl:deprecated"]) == ("SDN:X02::CLAY", "true")
    assert "pav:authoredOn" not in concept
    assert (collection["skos:prefLabel"], collection["dc:title"]) == ("Materials", "Materials")


@pytest.mark.parametrize(
    ("lang", "header", "label"),
    [
        ("fr", "", {"@language": "fr", "@value": "Métal"}),
        ("en", "fr", {"@language": "en", "@value": "Metal"}),
        ("", "fr-FR, en;q=0.5", {"@language": "fr", "@value": "Métal"}),
        ("de", "", {"@language": "en", "@value": "Metal"}),
        ("", "*", [{"@language": "en", "@value": "Metal"}, {"@language": "fr", "@value": "Métal"}]),
        ("%00'\"<x>", "", [{"@language": "en", "@value": "Metal"}, {"@language": "fr", "@value": "Métal"}]),
    ],
)
def test_a_language_makes_labels_single(lang: str, header: str, label: object, nvs: TestClient) -> None:
    params = {**NVS, **({"_lang": lang} if lang else {})}
    answer = nvs.get("/collection/X02/current/METAL/", params=params, headers={"Accept-Language": header})
    assert answer.json()["skos:prefLabel"] == label


def test_content_language_says_what_labels_are_in(nvs: TestClient) -> None:
    path = "/collection/X02/current/METAL/"
    assert nvs.get(path, params={**NVS, "_lang": "fr"}).headers["content-language"] == "fr"
    assert nvs.get(path, params={**NVS, "_lang": "de"}).headers["content-language"] == "en"
    assert nvs.get(path, params=NVS).headers["content-language"] == "en, fr"


def test_drop_downs_are_sorted_by_label(nvs: TestClient) -> None:
    french = nvs.get("/collection/X02/current/", params={"_profile": "dd", "_lang": "fr"}).json()
    assert [one["prefLabel"] for one in french] == ["Clay", "Métal"]
    scheme = nvs.get("/scheme/pots/current/", params={"_profile": "dd"}).json()
    assert [(one["prefLabel"], one.get("broader")) for one in scheme] == [
        ("cracked pot", None),
        ("pot", None),
        ("teapot", "http://hub.example/id/pots/pot"),
    ]


def test_a_scheme_that_is_a_part_has_its_own_concepts(nvs: TestClient) -> None:
    assert [one["prefLabel"] for one in nvs.get("/scheme/long/current/", params={"_profile": "dd"}).json()] == [
        "crane",
        "swan",
    ]
    *concepts, scheme = graph(nvs, "/scheme/short/current/accepted/")
    assert [node["@id"] for node in concepts] == ["http://hub.example/id/spouts/duck"]
    assert (scheme["@type"], scheme["skos:prefLabel"]) == ("skos:ConceptScheme", "Becs courts")
    turtle = nvs.get("/scheme/long/current/", params={"_format": "ttl"}).text
    assert ("swan" in turtle, "duck" in turtle, "skos:member" in turtle) == (True, False, False)
    *all_of_them, collection = graph(nvs, "/collection/spouts/current/")
    assert len(all_of_them) == 3
    assert collection["@id"] == "http://hub.example/collection/spouts/current/"


def test_the_skos_profile_names_those_that_point_here(nvs: TestClient) -> None:
    nodes = graph(nvs, "/collection/X01/current/WHISTLE/", _profile="skos")
    pointing = {node["@id"]: node for node in nodes[1:]}
    metal = pointing["http://vocab.nerc.ac.uk/collection/X02/current/METAL/"]
    assert metal["skos:narrower"] == {"@id": f"{X01}WHISTLE/"}
    assert {"@language": "fr", "@value": "Métal"} in metal["skos:prefLabel"]
    assert nodes[0]["@id"] == f"{X01}WHISTLE/"
    assert "dc:date" not in nodes[0]


def test_old_clients_get_expanded_skos_as_json(nvs: TestClient) -> None:
    answer = nvs.get("/collection/X02/current/CLAY/", params={"_profile": "skos", "_mediatype": "application/json"})
    assert answer.json()[0]["http://www.w3.org/2004/02/skos/core#prefLabel"] == [{"@language": "en", "@value": "Clay"}]


def test_the_current_version_is_held_and_no_other(nvs: TestClient) -> None:
    current = nvs.get("/collection/X01/current/WHISTLE/3/", params=NVS)
    assert current.json()["@id"] == f"{X01}WHISTLE/"
    assert current.headers["content-location"] == "/collection/X01/current/WHISTLE/"
    for version in ("2", "x", "-1", "٣"):
        assert nvs.get(f"/collection/X01/current/WHISTLE/{version}/", params=NVS).status_code == 404
    assert nvs.get("/collection/X02/current/METAL/1/", params=NVS).status_code == 404


@pytest.mark.parametrize("name", ["kettle_water_temperature", "temperature_of_kettle_water"])
@pytest.mark.parametrize("slash", ["", "/"])
def test_standard_names_are_found_by_name_and_alias(name: str, slash: str, nvs: TestClient) -> None:
    answer = nvs.get(f"/standard_name/{name}{slash}", params=NVS)
    assert answer.json()["skos:notation"] == "SDN:P07::KETT0001"
    assert answer.headers["content-location"] == "/collection/P07/current/KETT0001/"


def test_the_list_of_standard_names(nvs: TestClient) -> None:
    assert nvs.get("/standard_name/", params=NVS).content == nvs.get("/collection/P07/current/", params=NVS).content


MAPPINGS = """
PREFIX sssom: <https://w3id.org/sssom/schema/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?a ?s ?p ?o WHERE { ?a a sssom:Mapping ; sssom:subject_id ?s ; sssom:predicate_id ?p ; sssom:object_id ?o }
"""


def test_mappings_answer_sparql_and_have_addresses(nvs: TestClient) -> None:
    rows = nvs.get("/sparql", params={"query": MAPPINGS}).json()["results"]["bindings"]
    found = {(row["s"]["value"], row["p"]["value"], row["o"]["value"]): row["a"]["value"] for row in rows}
    metal, whistle = "http://vocab.nerc.ac.uk/collection/X02/current/METAL/", f"{X01}WHISTLE/"
    broader = (whistle, "http://www.w3.org/2004/02/skos/core#broader/", metal)
    outside = (whistle, "http://www.w3.org/2002/07/owl#sameAs/", "https://example.org/kettles/whistling")
    assert found.keys() == {broader, outside, (metal, "http://www.w3.org/2004/02/skos/core#narrower/", whistle)}
    assert found[outside].startswith("http://hub.example/mapping/E/")
    path = found[broader].removeprefix("http://hub.example")
    assert nvs.get(path, params=NVS).json() == {
        "@id": found[broader],
        "@type": "sssom:Mapping",
        "sssom:subject_id": {"@id": whistle},
        "sssom:predicate_id": {"@id": broader[1]},
        "sssom:object_id": {"@id": metal},
        "@context": nvs.get("/collection/", params=NVS).json()["@context"],
    }
    assert nvs.get(path, params={"_format": "ttl"}).text.startswith("PREFIX")
    assert nvs.get(path.replace("/I/", "/E/"), params=NVS).status_code == 404


@pytest.mark.parametrize("number", ["0", "9" * 400, "1.5", "-1", "٣", "%00", "x"])
def test_an_unknown_mapping_is_not_found(number: str, nvs: TestClient) -> None:
    assert nvs.get(f"/mapping/I/{number}/", params=NVS).status_code == 404


def test_mappings_stay_out_of_the_interface(nvs: TestClient) -> None:
    detail = nvs.get("/api/v1/concepts", params={"uri": f"{X01}WHISTLE/"}).json()
    assert "sssom" not in str(detail)
    assert "http://www.w3.org/2004/02/skos/core#broader/" not in str(detail)


@pytest.mark.parametrize("path", ["/sparql", "/sparql/", "/sparql/sparql", "/endpoint"])
def test_sparql_by_every_spelling(path: str, nvs: TestClient) -> None:
    assert nvs.get(f"{path}?query=ASK%20{{?s%20?p%20?o}}").json()["boolean"] is True
    posted = nvs.post(path, data={"query": "ASK {}"}, headers={"Accept": "application/sparql-results+json"})
    assert posted.json()["boolean"] is True
    direct = nvs.post(path, content="ASK {}", headers={"Content-Type": "application/sparql-query"})
    assert direct.json()["boolean"] is True


@pytest.mark.parametrize(
    ("query", "headers", "kind"),
    [
        ("_profile=nvs&_mediatype=application/ld+json", {}, "application/ld+json"),
        ("_profile=nvs&_mediatype=application/ld%2Bjson", {}, "application/ld+json"),
        ("_format=rdf&_mediatype=text/turtle", {}, "application/rdf+xml"),
        ("_view=skos&_profile=dd&_format=json", {}, "application/json"),
        ("_mediatype=no/such,text/turtle", {"Accept": "application/ld+json"}, "text/turtle"),
        ("_mediatype=no/such", {"Accept": "application/ld+json"}, "application/ld+json"),
        ("", {"Accept": "application/json"}, "application/ld+json"),
        ("", {"Accept": "application/xml"}, "application/rdf+xml"),
        ("", {"Accept": "text/turtle;q=0.1, application/n-triples;q=0.9"}, "application/n-triples"),
        ("", {"Accept": "image/png"}, "text/turtle"),
        ("", {"Accept": ""}, "text/turtle"),
        ("", {"Accept": ";;q=x,,*"}, "text/turtle"),
        ("_profile=dd", {"Accept": "application/ld+json"}, "application/json"),
        ("_profile=dd&_mediatype=text/turtle", {}, "application/json"),
        ("_profile=<https://w3id.org/profile/dd>", {}, "application/json"),
        ("_profile=nosuch,dd", {}, "application/json"),
        ("_profile=nosuch", {"Accept-Profile": "<https://w3id.org/profile/dd>;q=0.5"}, "application/json"),
        ("_profile=nosuch&_format=ttl", {}, "text/turtle"),
        ("&".join(f"a{n}=1" for n in range(500)), {}, "text/turtle"),
        ("_profile=%ff%fe&_mediatype=%00", {}, "text/turtle"),
        ("_profile=alt", {"Accept": BROWSER}, "application/rdf+xml"),
    ],
)
def test_negotiation_is_lenient(query: str, headers: dict[str, str], kind: str, nvs: TestClient) -> None:
    answer = nvs.get(f"/collection/X01/current/WHISTLE/?{query}", headers={"Accept": "*/*", **headers})
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == kind


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/collection/", "/"),
        ("/scheme/", "/"),
        ("/collection/X01/current/", "/vocabulary/X01"),
        ("/collection/X01/current/deprecated/", "/vocabulary/X01"),
        ("/collection/X01/current/WHISTLE/", f"/concept?uri={quote(X01 + 'WHISTLE/', safe='')}"),
        ("/standard_name/kettle_water_temperature", "/concept?uri="),
    ],
)
def test_browsers_are_shown_our_pages(path: str, page: str, nvs: TestClient) -> None:
    answer = nvs.get(path, headers={"Accept": BROWSER})
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(page)
    assert nvs.get(answer.headers["location"]).status_code == 200


@pytest.mark.parametrize(
    "path",
    [
        "/collection/nosuch/current/",
        "/collection/nosuch",
        "/collection/X01/current/NOSUCH/",
        "/collection/X01/current/NOSUCH/1/",
        "/collection/X01/current/%2e%2e/",
        "/collection/X01/current/..%2f..%2fetc%2fpasswd/",
        "/collection/X01/current/%00/",
        "/collection/X01/current/%252e%252e/",
        "/collection/X01/current/%ff%fe/",
        f"/collection/X01/current/{'A' * 5000}/",
        f"/collection/{'A' * 5000}/current/",
        "/collection/X01/2020/",
        "/scheme/X01/current/",
        "/scheme/pots/current/sometimes/",
        "/standard_name/no_such_name",
        f"/standard_name/{'a' * 5000}",
        "/mapping/X/1/",
    ],
)
def test_what_is_not_there_is_a_problem_document(path: str, nvs: TestClient) -> None:
    answer = nvs.get(path, params=NVS)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert len(answer.content) < 1000


def test_long_headers_are_read_and_not_kept(nvs: TestClient) -> None:
    headers = {"Accept": "a/b," * 10_000, "Accept-Language": "xx," * 10_000, "Accept-Profile": "<x>," * 10_000}
    assert nvs.get("/collection/X01/current/WHISTLE/", headers=headers).status_code == 200


@pytest.mark.parametrize("path", ["/collection/", "/collection/X01/current/", "/collection/X01/current/OLD/"])
def test_head_and_options_are_answered(path: str, nvs: TestClient) -> None:
    assert nvs.head(path, params=NVS).status_code == 200
    assert nvs.head(path, params=NVS).content == b""
    assert "GET" in nvs.options(path).headers["allow"]
