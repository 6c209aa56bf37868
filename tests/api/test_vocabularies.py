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
    assert [(one["pref_label"], one["vocabulary"]) for one in body["broader"]] == [("Propriétés thermiques", "T02")]
    assert body["links"] == [
        {
            "predicate": "http://www.w3.org/2004/02/skos/core#broader",
            "uri": f"{T02}THERM/",
            "pref_label": "Propriétés thermiques",
            "vocabulary": "T02",
        }
    ]
    assert body["units"][0]["uri"] == "http://vocab.nerc.ac.uk/collection/P06/current/UPAA/"
    assert body["units"][0]["pref_label"] is None


def test_a_deprecated_concept_names_its_successor(client: TestClient) -> None:
    body = client.get("/api/v1/concepts", params={"uri": f"{T01}TEMPX02/"}).json()
    assert (body["status"], body["replaced_by"]) == ("deprecated", f"{T01}TEMPX01/")


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
        ("/api/v1/concepts", {"uri": "no iri at all"}, 404),
        ("/api/v1/concepts", {}, 400),
        ("/api/v1/concepts/narrower", {"uri": "http://nowhere.example/"}, 404),
        ("/api/v1/vocabularies/P99/concepts", {}, 404),
        ("/api/v1/vocabularies/T01/concepts", {"limit": "0"}, 400),
        ("/api/v1/vocabularies/T01/concepts", {"limit": "1001"}, 400),
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
