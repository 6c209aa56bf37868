import pytest
from fastapi.testclient import TestClient


def test_a_hit_carries_its_reason(client: TestClient) -> None:
    body = client.get("/api/v1/search", params={"q": "oxygene dissous", "lang": "fr"}).json()
    hit = body["results"][0]
    assert body["total"] == 1
    assert (hit["pref_label"], hit["lang"], hit["notation"], hit["deprecated"]) == (
        "Oxygène dissous du bassin d'essai",
        "fr",
        "SDN:T01::OXYGX01",
        False,
    )
    assert hit["match"].items() >= {"field": "pref_label", "lang": "fr", "kind": "words"}.items()


def test_suggest_completes_and_keeps_to_the_vocabulary(client: TestClient) -> None:
    body = client.get("/api/v1/suggest", params={"q": "thermi", "vocabulary": "t02"}).json()
    assert [hit["match"]["kind"] for hit in body["results"]] == ["prefix"]
    assert client.get("/api/v1/suggest", params={"q": "chem", "vocabulary": "T01"}).json()["total"] == 0


@pytest.mark.parametrize("q", ["", "“”", "\u202eabc", "😀", "a" * 1000, 'x" OR *:*', "%00"])
def test_odd_texts_are_answered(client: TestClient, q: str) -> None:
    assert client.get("/api/v1/search", params={"q": q}).status_code == 200


@pytest.mark.parametrize(
    ("params", "status"),
    [({"q": "a" * 1001}, 413), ({}, 400), ({"q": "x", "vocabulary": "P99"}, 404), ({"q": "x", "limit": "x"}, 400)],
)
def test_impossible_searches_are_refused(client: TestClient, params: dict[str, str], status: int) -> None:
    assert client.get("/api/v1/search", params=params).status_code == status


def test_health_tells_what_is_served(client: TestClient) -> None:
    assert client.get("/health").json() == {"status": "ok", "vocabularies": 2, "concepts": 6}
