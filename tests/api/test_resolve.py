from fastapi.testclient import TestClient

from vocabsvc.services.resolver import MOST_IDS

T01 = "http://test.example/collection/T01/current/"
T02 = "http://test.example/collection/T02/current/"


def test_ids_are_resolved_in_input_order(client: TestClient) -> None:
    ids = ["SDN:T01::TEMPX02", "nothing", f"{T02}CHEM", "t02:therm", "OXYGX01", "SDN:T01::TEMPX02", ""]
    body = client.post("/api/v1/resolve", json={"ids": ids}, headers={"Accept-Language": "fr"}).json()
    assert [result["id"] for result in body["results"]] == ids
    assert [result["uri"] for result in body["results"]] == [
        f"{T01}TEMPX02/",
        None,
        f"{T02}CHEM/",
        f"{T02}THERM/",
        f"{T01}OXYGX01/",
        f"{T01}TEMPX02/",
        None,
    ]
    old, unknown, chemistry, thermal = body["results"][:4]
    assert (old["status"], old["replaced_by"]) == ("deprecated", f"{T01}TEMPX01/")
    assert (unknown["status"], unknown["notation"], unknown["candidates"]) == ("unknown", None, [])
    assert (chemistry["status"], chemistry["replaced_by"]) == ("current", None)
    assert thermal["pref_label"] == "Propriétés thermiques"


def test_too_many_ids_are_refused(client: TestClient) -> None:
    assert client.post("/api/v1/resolve", json={"ids": ["x"] * (MOST_IDS + 1)}).status_code == 413
    assert client.post("/api/v1/resolve", json={"ids": [1]}).status_code == 400
    assert client.post("/api/v1/resolve", json={}).status_code == 400
