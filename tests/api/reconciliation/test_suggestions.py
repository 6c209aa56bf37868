import pytest
from fastapi.testclient import TestClient


def suggested(client: TestClient, path: str, **params: str) -> list[str]:
    return [one["id"] for one in client.get(f"/reconcile{path}", params=params).json()["result"]]


def test_entities(refine: TestClient) -> None:
    assert suggested(refine, "/P01/suggest/entity", prefix="practical sal") == ["PSLTZZ01/"]
    assert suggested(refine, "/suggest/entity", prefix="practical sal") == ["P01/current/PSLTZZ01/"]
    assert suggested(refine, "/G09/suggest/entity", prefix="chalut à") == ["beamtrawl"]
    assert suggested(refine, "/P01/suggest/entity", prefix="") == []
    one = refine.get("/reconcile/P01/suggest/entity?prefix=TEMPPR01&lang=fr").json()["result"][0]
    assert one["description"].startswith("SDN:P01::TEMPPR01; Degrees Celsius")
    assert [notable["id"] for notable in one["notable"]] == ["P01", "skos:Concept"]


def test_a_cursor_goes_on_where_the_last_page_ended(refine: TestClient) -> None:
    every = suggested(refine, "/suggest/entity", prefix="per")
    assert suggested(refine, "/suggest/entity", prefix="per", cursor="2") == every[2:]
    assert suggested(refine, "/suggest/property", prefix="", cursor="1000") == []


@pytest.mark.parametrize("cursor", ["-1", "x", "1.5", "²"])
def test_a_cursor_is_a_number(refine: TestClient, cursor: str) -> None:
    for kind in ("entity", "type", "property"):
        answer = refine.get(f"/reconcile/P01/suggest/{kind}", params={"prefix": "t", "cursor": cursor})
        assert answer.status_code == 400


def test_types(refine: TestClient) -> None:
    assert suggested(refine, "/suggest/type", prefix="") == ["skos:Concept", "G09", "P01", "P02", "P06"]
    assert suggested(refine, "/suggest/type", prefix="p0") == ["P01", "P02", "P06"]
    assert suggested(refine, "/suggest/type", prefix="unites de") == ["P06"]
    assert suggested(refine, "/P06/suggest/type", prefix="") == ["skos:Concept", "P06"]
    assert suggested(refine, "/P06/suggest/type", prefix="P01") == []


def test_properties(refine: TestClient) -> None:
    assert suggested(refine, "/P01/suggest/property", prefix="unit") == ["unit"]
    assert suggested(refine, "/P01/suggest/property", prefix="unité") == ["unit"]
    assert suggested(refine, "/P01/suggest/property", prefix="mapped:p0") == ["mapped:P01", "mapped:P02", "mapped:P06"]
    french = refine.get("/reconcile/P01/suggest/property?prefix=unit&lang=fr").json()["result"][0]
    assert french["name"] == "Unité"


def test_flyouts_tell_more_in_both_languages(refine: TestClient) -> None:
    entity = refine.get("/reconcile/P01/flyout/entity", params={"id": "TEMPOLD1/", "lang": "fr"}).json()
    assert entity["id"] == "TEMPOLD1/"
    assert "obsolète" in entity["html"]
    assert "À utiliser à la place" in entity["html"]
    assert "&lt;of old&gt;" in entity["html"]
    kind = refine.get("/reconcile/flyout/type", params={"id": "P06"}).json()
    assert "7 concepts" in kind["html"]
    assert "Concept" in refine.get("/reconcile/flyout/type", params={"id": "skos:Concept"}).json()["html"]
    unit = refine.get("/reconcile/flyout/property", params={"id": "unit", "lang": "fr"}).json()
    assert "Unité de mesure" in unit["html"]


@pytest.mark.parametrize("kind", ["entity", "type", "property"])
def test_a_flyout_of_nothing_is_not_found(refine: TestClient, kind: str) -> None:
    assert refine.get(f"/reconcile/P01/flyout/{kind}", params={"id": "nope"}).status_code == 404
    assert refine.get(f"/reconcile/P01/flyout/{kind}").status_code == 400
