"""Whatever is sent, the answer is one of the contract's, and never a fault of ours."""

import json
import time

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

KNOWN = {200, 303, 400, 404, 413}
PATHS = ["/reconcile", "/reconcile/P01", "/reconcile/P06", "/reconcile/G09"]
PARTS = [
    *("suggest/entity", "suggest/type", "suggest/property", "flyout/entity", "flyout/type", "flyout/property"),
    *("preview", "view", "propose_properties"),
]
NASTY = [
    "\x00",
    "a\x00b",
    "\x1b[31m",
    "\u202eltr",
    "\ufffe",
    "😀*",
    "*" * 500,
    "(" * 100,
    '"; DROP',
    "<script>",
    "{{7*7}}",
    "%00",
    "1e999",
    "http://[",
    "http://a b",
    "//",
    "SDN:P01::",
    "SDN:::",
    "::",
    "P01:",
    "#",
    "trawl#",
    "../../etc/passwd",
    "\r\nSet-Cookie: a=b",
    "m^99999999",
    "10^10^10",
    "x" * 3000,
]
TEXT = st.text(max_size=40) | st.sampled_from(NASTY)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXT, inner, max_size=4),
    max_leaves=12,
)
QUERY = st.fixed_dictionaries(
    {},
    optional={
        "query": TEXT,
        "type": TEXT | st.lists(TEXT | st.sampled_from(["P01", "skos:Concept"]), max_size=3),
        "type_strict": st.sampled_from(["any", "all", "should"]),
        "limit": st.integers(1, 100) | st.floats(min_value=1, allow_nan=False, allow_infinity=False),
        "properties": st.lists(
            st.fixed_dictionaries(
                {
                    "pid": st.sampled_from(["unit", "long_name", "centre", "instrument", "notation"]) | TEXT,
                    "v": TEXT | st.integers() | st.booleans() | st.fixed_dictionaries({"id": TEXT, "name": TEXT}),
                }
            ),
            max_size=4,
        ),
    },
)
BODIES = ["application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain", "x"]
MANY = settings(max_examples=150, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize("nasty", NASTY)
def test_nothing_breaks_a_part(refine: TestClient, nasty: str) -> None:
    for path in PATHS:
        start = time.perf_counter()
        everywhere = dict.fromkeys(("prefix", "id", "cursor", "limit", "type", "lang", "callback"), nasty[:200])
        for part in PARTS:
            for params in ({"prefix": nasty}, {"id": nasty}, {"prefix": "t", "id": "trawl", "lang": nasty}, everywhere):
                assert refine.get(f"{path}/{part}", params=params).status_code in KNOWN, (part, params)
        assert time.perf_counter() - start < 5


@MANY
@given(path=st.sampled_from(PATHS), queries=st.dictionaries(TEXT, QUERY, max_size=3))
def test_every_query_of_the_right_form_is_answered(refine: TestClient, path: str, queries: dict[str, object]) -> None:
    answer = refine.post(path, data={"queries": json.dumps(queries)})
    assert answer.status_code == 200, answer.text
    assert list(answer.json()) == list(queries)
    for found in answer.json().values():
        scores = [one["score"] for one in found["result"]]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 100 for score in scores)
        assert [one["match"] for one in found["result"]][1:] == [False] * (len(scores) - 1 if scores else 0)


@MANY
@given(path=st.sampled_from(PATHS), name=st.sampled_from(["queries", "extend"]), sent=JSON)
def test_no_json_is_a_fault(refine: TestClient, path: str, name: str, sent: object) -> None:
    assert refine.post(path, data={name: json.dumps(sent)}).status_code in KNOWN


@MANY
@given(path=st.sampled_from(PATHS), ids=st.lists(TEXT, max_size=4))
def test_no_id_is_a_fault(refine: TestClient, path: str, ids: list[str]) -> None:
    extend = {"ids": ids, "properties": [{"id": "unit"}, {"id": "mapped:P02"}, {"id": "local_name"}]}
    answer = refine.post(path, data={"extend": json.dumps(extend)})
    assert answer.status_code == 200
    assert set(answer.json()["rows"]) == set(ids)


@MANY
@given(body=st.binary(max_size=200), kind=st.sampled_from(BODIES))
def test_no_body_is_a_fault(refine: TestClient, body: bytes, kind: str) -> None:
    assert refine.post("/reconcile/G09", content=body, headers={"Content-Type": kind}).status_code in KNOWN


@pytest.mark.parametrize("raw", ["%ff%fe", "%c3%28", "%ed%a0%80", "%"])
def test_bytes_that_are_no_text_are_answered(refine: TestClient, raw: str) -> None:
    for path in (f"{raw}", f"G09/suggest/entity?prefix={raw}", f"G09?queries={raw}", f"G09/preview?id={raw}"):
        assert refine.get(f"/reconcile/{path}").status_code in KNOWN
