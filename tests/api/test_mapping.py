import pytest
from fastapi.testclient import TestClient


def candidates(client: TestClient, target: str = "T01", **term: str) -> list[dict[str, object]]:
    answer = client.post("/api/v1/map", json={"target": target, "terms": [term]})
    found: list[dict[str, object]] = answer.json()["results"][0]["candidates"]
    return found


def test_the_centres_own_mapping_stands_before_every_guess_and_says_so(client: TestClient) -> None:
    term = {"local_name": "seau_t", "long_name": "Temperature of the test basin", "centre": "TestCentre"}
    found = candidates(client, **term)
    assert found[0]["notation"] == "SDN:T01::SALTX01"
    assert "published mapping of this centre" in str(found[0]["explanation"])
    assert found[0]["mapping_justification"] == "https://w3id.org/semapv/vocab/ManualMappingCuration"
    scores = [candidate["score"] for candidate in found]
    assert scores == sorted(scores, key=float, reverse=True)  # type: ignore[arg-type] # numbers in JSON


@pytest.mark.parametrize(("lang", "accept"), [("fr", ""), ("", "fr-FR, en;q=0.5"), ("", "de, fr;q=0.8, en;q=0.5")])
def test_reasons_are_given_in_french_too(client: TestClient, lang: str, accept: str) -> None:
    term = {"local_name": "seau_t", "centre": "TestCentre"}
    body = {"target": "T01", "lang": lang, "terms": [term]}
    answer = client.post("/api/v1/map", json=body, headers={"Accept-Language": accept}).json()
    first = answer["results"][0]["candidates"][0]
    assert first["explanation"].startswith("correspondance publiée par ce centre : SEAU_T, confiance")
    assert first["evidence"][0]["text"] == first["explanation"]


def test_for_another_centre_the_words_count_more(client: TestClient) -> None:
    found = candidates(client, local_name="SEAU_T", long_name="temperature of the test basin", centre="elsewhere")
    assert found[0]["notation"] == "SDN:T01::TEMPX01"
    assert any("another centre (testcentre)" in str(candidate["explanation"]) for candidate in found)


def test_a_shared_code_leads_on_to_the_target(client: TestClient) -> None:
    found = candidates(client, target="T02", local_name="Temp_X")
    assert [candidate["notation"] for candidate in found] == ["SDN:T02::THERM"]
    assert str(found[0]["predicate_id"]).endswith("broadMatch")


def test_french_names_are_understood(client: TestClient) -> None:
    assert candidates(client, long_name="oxygène dissous")[0]["notation"] == "SDN:T01::OXYGX01"


def test_results_follow_the_input_and_an_honest_nothing_is_empty(client: TestClient) -> None:
    terms = [{"local_name": "PSAL_X"}, {"long_name": "unheard of"}, {"local_name": "PSAL_X"}]
    body = client.post("/api/v1/map", json={"target": "T01,T02", "limit": 1, "terms": terms}).json()
    assert [result["term"]["local_name"] for result in body["results"]] == ["PSAL_X", "", "PSAL_X"]
    assert [len(result["candidates"]) for result in body["results"]] == [1, 0, 1]


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ({"target": "P99", "terms": []}, 404),
        ({"target": "T01", "terms": [{"unit": "m"}]}, 400),
        ({"target": "T01", "terms": [], "colour": "red"}, 400),
        ({"target": "T01"}, 400),
        ({"target": " , ", "terms": []}, 400),
        ({"target": "T01", "limit": 51, "terms": []}, 413),
        ([], 400),
    ],
)
def test_impossible_requests_are_refused(client: TestClient, body: object, status: int) -> None:
    assert client.post("/api/v1/map", json=body).status_code == status
