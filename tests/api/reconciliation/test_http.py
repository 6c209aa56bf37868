import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from vocabsvc.api.reconciliation.asked import MOST_BYTES

QUERIES = json.dumps({"q0": {"query": "Trawl"}})
PARTS = [
    "",
    "/suggest/entity?prefix=t",
    "/suggest/type?prefix=t",
    "/suggest/property?prefix=u",
    "/flyout/entity?id=trawl",
    "/flyout/type?id=G09",
    "/flyout/property?id=unit",
    "/preview?id=trawl",
    "/propose_properties?type=G09",
]


@pytest.mark.parametrize("part", PARTS)
def test_pages_elsewhere_may_read_every_part(refine: TestClient, part: str) -> None:
    answer = refine.get(f"/reconcile/G09{part}", headers={"Origin": "http://127.0.0.1:3333"})
    assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (200, "*")
    asked = {
        "Origin": "http://127.0.0.1:3333",
        "Access-Control-Request-Method": "GET",
        "Access-Control-Request-Headers": "x-requested-with",
    }
    preflight = refine.options(f"/reconcile/G09{part}", headers=asked)
    assert preflight.status_code == 204
    assert "GET" in preflight.headers["access-control-allow-methods"]
    assert preflight.headers["access-control-allow-headers"] == "x-requested-with"


def test_a_page_may_post_queries(refine: TestClient) -> None:
    asked = {"Origin": "http://x.example", "Access-Control-Request-Method": "POST"}
    for path in ("/reconcile", "/reconcile/G09"):
        assert "POST" in refine.options(path, headers=asked).headers["access-control-allow-methods"]


@pytest.mark.parametrize("part", [part for part in PARTS if "preview" not in part])
def test_a_callback_makes_a_script_of_json(refine: TestClient, part: str) -> None:
    plain = refine.get(f"/reconcile/G09{part}").json()
    sign = "&" if "?" in part else "?"
    script = refine.get(f"/reconcile/G09{part}{sign}callback=jQuery3_1.f$")
    assert script.headers["content-type"] == "application/javascript"
    assert script.headers["x-content-type-options"] == "nosniff"
    assert json.loads(script.text.removeprefix("jQuery3_1.f$(").removesuffix(");")) == plain


@pytest.mark.parametrize("callback", ["alert(1)", "a;b", "</script>", "1a", "é", "a" * 1000])
def test_a_callback_is_the_name_of_a_function(refine: TestClient, callback: str) -> None:
    for params in ({}, {"queries": QUERIES}):
        answer = refine.get("/reconcile/G09", params={"callback": callback, **params})
        assert answer.status_code == 400
        assert callback not in answer.text or callback == "a"


def test_queries_come_as_a_form_of_either_kind_or_in_the_address(refine: TestClient) -> None:
    by_form = refine.post("/reconcile/G09", data={"queries": QUERIES}).json()
    assert by_form["q0"]["result"][0]["id"] == "trawl"
    assert refine.get("/reconcile/G09", params={"queries": QUERIES}).json() == by_form
    assert refine.post("/reconcile/G09", params={"queries": QUERIES}).json() == by_form
    assert refine.post("/reconcile/G09", files={"queries": (None, QUERIES)}).json() == by_form
    assert refine.post("/reconcile/G09/", data={"queries": QUERIES}).json() == by_form
    script = refine.get("/reconcile/G09", params={"queries": QUERIES, "callback": "f"})
    assert json.loads(script.text[2:-2]) == by_form


def test_extension_comes_by_get_too(refine: TestClient) -> None:
    extend = json.dumps({"ids": ["trawl"], "properties": [{"id": "notation"}]})
    assert refine.get("/reconcile/G09", params={"extend": extend}).json()["rows"]["trawl"]["notation"] == [
        {"str": "TRAWL"}
    ]


@pytest.mark.parametrize(
    "text",
    [
        "[",
        "[]",
        "null",
        "1",
        '"x"',
        '{"q0": 1}',
        '{"q0": {"query": 1}}',
        '{"q0": {"query": "x", "limit": 0}}',
        '{"q0": {"query": "x", "limit": -3}}',
        '{"q0": {"query": "x", "limit": NaN}}',
        '{"q0": {"query": "x", "limit": 1e999}}',
        '{"q0": {"query": "x", "type_strict": "maybe"}}',
        '{"q0": {"query": "x", "properties": [{"v": "x"}]}}',
        '{"q0": {"query": "x", "properties": [{"pid": "unit", "v": {"name": "x"}}]}}',
        '{"q0": {"query": "\\ud800"}}',
        "[" * 100_000,
        '{"a":' * 100_000,
    ],
)
def test_what_is_no_batch_is_a_problem_that_says_where(refine: TestClient, text: str) -> None:
    answer = refine.post("/reconcile/G09", data={"queries": text})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"].startswith("queries")


def test_a_batch_goes_up_to_a_thousand_queries(refine: TestClient) -> None:
    most = {f"q{number}": {"query": "Trawl"} for number in range(1000)}
    answer = refine.post("/reconcile/G09", data={"queries": json.dumps(most)})
    assert (answer.status_code, len(answer.json())) == (200, 1000)
    more = refine.post("/reconcile/G09", data={"queries": json.dumps({**most, "more": {"query": "x"}})})
    assert (more.status_code, more.headers["content-type"]) == (413, "application/problem+json")


def test_a_body_has_a_limit(refine: TestClient) -> None:
    answer = refine.post("/reconcile/G09", data={"queries": "x" * MOST_BYTES})
    assert answer.status_code == 413


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"data": {}}, 400),
        ({"data": {"queries": ""}}, 400),
        ({"data": {"queries": QUERIES, "extend": '{"ids":[],"properties":[]}'}}, 400),
        ({"json": {"queries": {}}}, 400),
        ({"content": b"\xff\xfe%zz=&&&", "headers": {"Content-Type": "application/x-www-form-urlencoded"}}, 400),
        ({"content": b"--x", "headers": {"Content-Type": "multipart/form-data; boundary=y"}}, 400),
        ({"content": b"--x", "headers": {"Content-Type": "multipart/form-data"}}, 400),
        ({"files": {"queries": ("q.json", QUERIES)}}, 400),
    ],
)
def test_a_form_without_a_question_is_refused(refine: TestClient, sent: dict[str, Any], status: int) -> None:
    assert refine.post("/reconcile/G09", **sent).status_code == status


@pytest.mark.parametrize("path", ["P99", "P99/suggest/entity", "P99/propose_properties", "P99/flyout/entity?id=x"])
def test_an_unknown_vocabulary_is_not_found(refine: TestClient, path: str) -> None:
    answer = refine.get(f"/reconcile/{path}")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")


def test_nothing_of_an_odd_host_is_repeated(refine: TestClient) -> None:
    manifest = refine.get("/reconcile/P01", headers={"Host": 'x"><script>'}).text
    assert "<script" not in manifest


def test_what_a_client_has_is_not_sent_again(refine: TestClient) -> None:
    first = refine.get("/reconcile/P01")
    again = refine.get("/reconcile/P01", headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
