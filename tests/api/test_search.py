import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from starlette.types import Receive, Scope, Send

from vocabsvc.api.problems import install_problem_handlers
from vocabsvc.api.routers.search import router, search_json, search_routes, suggest_json
from vocabsvc.services.services import Services


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


@pytest.mark.parametrize(
    "q",
    ["SALTX01", "T01:SALTX01", "t01::saltx01", "T01/SALTX01", "T01 SALTX01", "(SALTX01)", "“T01:SALTX01”;", "SALTX01,"],
)
def test_a_code_is_found_however_it_is_cited(client: TestClient, q: str) -> None:
    (hit,) = client.get("/api/v1/search", params={"q": q}).json()["results"]
    assert (hit["notation"], hit["match"]["kind"]) == ("SDN:T01::SALTX01", "notation")


def test_words_that_only_look_like_a_citation_are_words(client: TestClient) -> None:
    for q in ("T01 unheard", "T01:unheard", "salinity/psu", "«salinité»"):
        kinds = {hit["match"]["kind"] for hit in client.get("/api/v1/search", params={"q": q}).json()["results"]}
        assert "notation" not in kinds


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
    health = client.get("/health").json()
    assert {name: health[name] for name in ("status", "vocabularies", "concepts", "refused")} == {
        "status": "ok",
        "vocabularies": 2,
        "concepts": 6,
        "refused": [],
    }


@pytest.mark.parametrize("path", ["/api/v1/suggest", "/api/v1/search"])
def test_the_plain_route_answers_as_the_interface_describes(services: Services, path: str) -> None:
    described, plain = FastAPI(), FastAPI(routes=[*search_routes()])
    described.include_router(router)
    both = [client_of(app, services) for app in (described, plain)]
    for query in (
        "q=salinit%C3%A9&lang=fr&limit=3",
        "q=chem&vocabulary=T02&prefer=T01",
        "q=salinit",
        "q=SDN:T01::SALTX01",
        "q=SALTX01&lang=de",
        "q=temperature+of+the+test+basins",
        "q=salintiy&status=current",
        "q=psal",
        "q=zzzzzzzz",
        "q=" + "a" * 1001,
        "q=x&limit=0",
        "q=x&limit=a",
        "",
    ):
        one, other = (client.get(f"{path}?{query}", headers={"Accept-Language": "fr;q=0.5,en"}) for client in both)
        assert (one.status_code, one.headers["content-type"], one.content) == (
            other.status_code,
            other.headers["content-type"],
            other.content,
        )


def test_one_function_answers_a_query_string(services: Services, client: TestClient) -> None:
    answer = client.get("/api/v1/suggest?q=salinit%C3%A9", headers={"Accept-Language": "fr"})
    assert suggest_json(services, b"q=salinit%C3%A9", "fr") == answer.content
    assert search_json(services, b"q=salinit%C3%A9&lang=fr&limit=10", "") == answer.content


def client_of(app: FastAPI, services: Services) -> TestClient:
    install_problem_handlers(app)

    async def with_services(scope: Scope, receive: Receive, send: Send) -> None:
        await app({**scope, "state": {"services": services}}, receive, send)

    return TestClient(with_services)


def test_a_crowd_of_parameters_is_refused(client: TestClient) -> None:
    assert client.get("/api/v1/suggest?q=x&" + "&".join(f"a{n}=" for n in range(200))).status_code == 400
