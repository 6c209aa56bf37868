"""Mappings as they stand, over HTTP."""

import pytest
from fastapi.testclient import TestClient

from tests.api.curation.conftest import MAPPINGS, decide, labelled
from tests.curated import CENTRE, T01
from vocabsvc.namespaces import SKOS


def test_mappings_are_listed_with_their_slots(client: TestClient) -> None:
    found = client.get(MAPPINGS, params={"set": "curated", "limit": 2, "offset": 1}).json()
    assert found["total"] == 5
    assert [one["subject_label"] for one in found["results"]] == ["TEMP_X", "OXY"]
    assert found["results"][0] == {
        "id": found["results"][0]["id"],
        "set": "curated",
        "subject_id": f"{CENTRE}2",
        "subject_label": "TEMP_X",
        "predicate_id": f"{SKOS}exactMatch",
        "object_id": f"{T01}TEMPX01/",
        "object_label": "Temperature of the test basin",
        "mapping_justification": "https://w3id.org/semapv/vocab/LexicalMatching",
        "confidence": 0.9,
        "mapping_source": "",
        "comment": "",
        "status": "accepted",
        "etag": found["results"][0]["etag"],
        "decisions": 0,
        "edited": False,
    }


@pytest.mark.parametrize(
    ("asked", "labels"),
    [
        ({"status": "proposed"}, ["SEAU_T", "OXY", "Névé"]),
        ({"status": "accepted"}, ["TEMP_X", "VIEUX"]),
        ({"status": "retired"}, []),
        ({"subject": "neve"}, ["Névé"]),
        ({"subject": f"{CENTRE}5"}, ["Névé"]),
        ({"object": "SDN:T01::TEMPX01"}, ["TEMP_X"]),
        ({"object": f"{T01}TEMPX01"}, ["TEMP_X"]),
        ({"object": "T01:TEMPX01"}, ["TEMP_X"]),
        ({"object": "chem"}, ["OXY"]),
        ({"object": "chem", "status": "accepted"}, []),
    ],
)
def test_mappings_are_filtered(client: TestClient, asked: dict[str, str], labels: list[str]) -> None:
    found = client.get(MAPPINGS, params=asked).json()
    assert [one["subject_label"] for one in found["results"]] == labels
    assert found["total"] == len(labels)


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{MAPPINGS}?set=nowhere", 404),
        (f"{MAPPINGS}?status=perhaps", 400),
        (f"{MAPPINGS}?limit=0", 400),
        (f"{MAPPINGS}?limit=1001", 413),
        (f"{MAPPINGS}/nowhere", 404),
        (f"{MAPPINGS}/nowhere/history", 404),
    ],
)
def test_what_cannot_be_asked_is_a_problem(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_sets_have_their_coverage(client: TestClient) -> None:
    (found,) = client.get("/api/v1/mapping-sets").json()["results"]
    assert found == {
        "id": "curated",
        "mapping_set_id": "https://test.example/mappings/curated",
        "title": "Paramètres d’essai",
        "license": "https://spdx.org/licenses/CC0-1.0",
        "local_list": "curated",
        "local_terms": 6,
        "mappings": {"proposed": 3, "accepted": 2},
        "coverage": [
            {"target": "T01", "mapped": 1, "proposed": 2, "unmapped": 2, "deprecated_target": 1},
            {"target": "T02", "mapped": 0, "proposed": 1, "unmapped": 5, "deprecated_target": 0},
        ],
    }
    decide(client, labelled(client, "OXY"), action="accept")
    assert client.get("/api/v1/mapping-sets").json()["results"][0]["coverage"][1] == {
        "target": "T02", "mapped": 1, "proposed": 0, "unmapped": 5, "deprecated_target": 0,
    }  # fmt: skip


def test_states_have_validators_of_their_own(client: TestClient) -> None:
    mapping = labelled(client, "OXY")
    path = f"{MAPPINGS}/{mapping['id']}"
    assert client.get(path, headers={"If-None-Match": f'"{mapping["etag"]}"'}).status_code == 304
    assert "etag" not in client.get(MAPPINGS).headers
    decide(client, mapping, action="accept")
    assert client.get(path, headers={"If-None-Match": f'"{mapping["etag"]}"'}).status_code == 200
