import json

import pytest
from fastapi.testclient import TestClient

T01 = "http://test.example/collection/T01/current/"
T02 = "http://test.example/collection/T02/current/"


def test_vocabularies_are_listed_with_their_size(client: TestClient) -> None:
    body = client.get("/api/v1/vocabularies").json()
    assert [(one["id"], one["concept_count"], one["deprecated_count"]) for one in body["results"]] == [
        ("T01", 4, 1),
        ("T02", 2, 0),
    ]
    assert body["results"][0]["title"]["fr"] == "Paramètres d'essai"


def test_a_concept_has_its_surroundings_named(client: TestClient) -> None:
    body = client.get("/api/v1/concepts", params={"uri": f"{T01}TEMPX01/", "lang": "fr"}).json()
    assert body["labels"] == {
        "pref": {"en": "Temperature of the test basin", "fr": "Température du bassin d'essai"},
        "alt": {"und": ["Temp_X"]},
        "hidden": {"und": ["TMP"]},
    }
    assert (body["status"], body["replaced_by"], body["definition"]) == ("current", None, None)
    assert body["broader"] == []  # inside the vocabulary; what is broader elsewhere is a link
    assert body["links"] == [
        {
            "predicate": "http://www.w3.org/2004/02/skos/core#broader",
            "uri": f"{T02}THERM/",
            "pref_label": "Propriétés thermiques",
            "vocabulary": "T02",
            "status": "current",
        }
    ]
    unit = body["units"][0]
    assert unit["uri"] == "http://vocab.nerc.ac.uk/collection/P06/current/UPAA/"
    assert (unit["pref_label"], unit["status"]) == (None, "unknown")
    assert body["collections"] == [T01]
    assert body["source"]["loaded"].startswith("20")
    assert (body["deprecation"], body["history"]) == (None, [])


def test_what_is_broader_by_the_other_side_alone_is_a_link_too(client: TestClient) -> None:
    body = client.get("/api/v1/concepts", params={"uri": f"{T01}SALTX01/"}).json()
    assert f"{T02}CHEM/" in [link["uri"] for link in body["links"]]


def test_a_deprecated_concept_names_its_successor(client: TestClient) -> None:
    body = client.get("/api/v1/concepts", params={"uri": f"{T01}TEMPX02/"}).json()
    assert (body["status"], body["replaced_by"]) == ("deprecated", f"{T01}TEMPX01/")
    assert [one["pref_label"] for one in body["deprecation"]["replaced_by"]] == ["Temperature of the test basin"]
    assert body["deprecation"]["note"] is None


def test_published_mappings_and_boxes_are_shown(client: TestClient) -> None:
    salinity = client.get("/api/v1/concepts", params={"uri": f"{T01}SALTX01/"}).json()
    assert [(one["subject_label"], one["subject_id"]) for one in salinity["mappings"]] == [
        ("SEAU_T", "http://hub.example/id/testcentre/1")
    ]
    oxygen = client.get("/api/v1/concepts", params={"uri": f"{T01}OXYGX01/"}).json()
    assert oxygen["box"] == {"west": -5.5, "east": 9.25, "south": 41.0, "north": 44.5}


@pytest.mark.parametrize("uri", [f"{T02}CHEM", f"{T02}CHEM/", f"{T02}CHEM/".replace("http:", "https:")])
def test_an_iri_may_be_written_with_either_scheme_and_ending(client: TestClient, uri: str) -> None:
    body = client.get("/api/v1/concepts", params={"uri": uri}).json()
    assert (body["uri"], body["narrower_count"]) == (f"{T02}CHEM/", 2)


def test_narrower_are_paged_in_label_order(client: TestClient) -> None:
    body = client.get("/api/v1/concepts/narrower", params={"uri": f"{T02}CHEM/", "limit": 1, "offset": 1}).json()
    assert (body["total"], [one["notation"] for one in body["results"]]) == (2, ["SDN:T01::SALTX01"])


def test_narrower_may_be_of_one_vocabulary(client: TestClient) -> None:
    params = {"uri": f"{T02}CHEM/", "vocabulary": "t02"}
    assert client.get("/api/v1/concepts/narrower", params=params).json()["total"] == 0


@pytest.mark.parametrize(
    ("path", "params", "codes"),
    [
        ("/api/v1/concepts/narrower", {"uri": f"{T02}CHEM/"}, ["SDN:T01::OXYGX01", "SDN:T01::SALTX01"]),
        ("/api/v1/vocabularies/T02/concepts", {}, ["SDN:T02::CHEM", "SDN:T02::THERM"]),
    ],
)
def test_a_list_may_be_taken_whole_as_lines(
    client: TestClient, path: str, params: dict[str, str], codes: list[str]
) -> None:
    answer = client.get(path, params=params, headers={"Accept": "application/x-ndjson", "Accept-Language": "fr"})
    assert answer.headers["content-type"] == "application/x-ndjson"
    assert [json.loads(line)["notation"] for line in answer.text.splitlines()] == codes


def test_faults_of_a_list_of_lines_come_before_it(client: TestClient) -> None:
    answer = client.get("/api/v1/vocabularies/P99/concepts", headers={"Accept": "application/x-ndjson"})
    assert answer.status_code == 404


def test_top_concepts_have_nothing_broader_in_their_own_vocabulary(client: TestClient) -> None:
    assert client.get("/api/v1/vocabularies/T01/concepts", params={"top": "true"}).json()["total"] == 4


def test_collections_are_listed_with_their_size(client: TestClient) -> None:
    body = client.get("/api/v1/vocabularies/T01/collections").json()
    assert [(one["uri"], one["member_count"]) for one in body["results"]] == [(T01, 4)]
    assert body["results"][0]["title"]["fr"] == "Paramètres d'essai"
    assert client.get("/api/v1/vocabularies/T02/collections").json() == {"total": 0, "results": []}


def test_members_are_listed_by_an_id_in_any_case(client: TestClient) -> None:
    body = client.get("/api/v1/vocabularies/t02/concepts", headers={"Accept-Language": "de, fr;q=0.8"}).json()
    assert [(one["pref_label"], one["lang"]) for one in body["results"]] == [
        ("Chemistry", "en"),
        ("Propriétés thermiques", "fr"),
    ]


@pytest.mark.parametrize(
    ("path", "params", "status"),
    [
        ("/api/v1/concepts", {"uri": f"{T01}NONE/"}, 404),
        ("/api/v1/concepts", {"uri": "no iri at all"}, 400),
        ("/api/v1/concepts", {"uri": "http://a/\u0007"}, 400),
        ("/api/v1/concepts", {"uri": "http://a/" + "é" * 2000}, 413),
        ("/api/v1/concepts/narrower", {"uri": "::"}, 400),
        ("/api/v1/vocabularies/P99/collections", {}, 404),
        ("/api/v1/concepts", {}, 400),
        ("/api/v1/concepts/narrower", {"uri": "http://nowhere.example/"}, 404),
        ("/api/v1/vocabularies/P99/concepts", {}, 404),
        ("/api/v1/vocabularies/T01/concepts", {"limit": "0"}, 400),
        ("/api/v1/vocabularies/T01/concepts", {"limit": "1001"}, 413),
        ("/api/v1/vocabularies/T01/concepts", {"limit": "ten"}, 400),
        ("/api/v1/vocabularies/T01/concepts", {"offset": "-1"}, 400),
        ("/nowhere", {}, 404),
    ],
)
def test_faults_of_the_request_are_problems(client: TestClient, path: str, params: dict[str, str], status: int) -> None:
    answer = client.get(path, params=params)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.json()["detail"]
