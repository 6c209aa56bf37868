import pytest
from fastapi.testclient import TestClient

T01 = "http://test.example/collection/T01/current/"


def test_names_of_a_concept_by_centre(client: TestClient) -> None:
    body = client.get("/api/v1/concepts/local-names", params={"uri": f"{T01}SALTX01/"}).json()
    assert (body["uri"], body["total"]) == (f"{T01}SALTX01/", 1)
    assert body["centres"] == [{"value": "testcentre", "count": 1}]
    (name,) = body["results"]
    assert (name["centre"], name["local_name"], name["confidence"]) == ("testcentre", "SEAU_T", 0.6)
    assert (name["status"], name["via"]) == ("published", [])
    assert name["predicate_id"].endswith("#exactMatch")


def test_another_spelling_of_the_iri_and_a_concept_without_names(client: TestClient) -> None:
    spelled = client.get("/api/v1/concepts/local-names", params={"uri": f"{T01}SALTX01".replace("http", "https")})
    assert spelled.json()["total"] == 1
    assert client.get("/api/v1/concepts/local-names", params={"uri": f"{T01}OXYGX01/"}).json()["total"] == 0


@pytest.mark.parametrize(
    ("params", "status"),
    [
        ({"uri": "http://nowhere.example/"}, 404),
        ({"uri": "é"}, 400),
        ({}, 400),
        ({"uri": f"{T01}SALTX01/", "limit": 0}, 400),
        ({"uri": f"{T01}SALTX01/", "limit": 1001}, 413),
    ],
)
def test_impossible_requests_are_refused(client: TestClient, params: dict[str, object], status: int) -> None:
    assert client.get("/api/v1/concepts/local-names", params=params).status_code == status  # type: ignore[arg-type]
