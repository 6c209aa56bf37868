"""Whatever is typed, no route answers with a fault of ours, and operators of the index are text."""

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples
from vocabsvc.formats.parameters.limits import MOST_BYTES

T01 = "http://test.example/collection/T01/current/"
SIGNS = st.sampled_from(
    [
        "température", "œ", "ß", "İ", "ﬁ", "\u202eةحولم", "מליחות", "🌊🐟", "\u0000", "\u001b[2J",
        "\ufeff", "\u0301\u0301", "AND",
        "OR", "NOT ", "label:", "words:[a TO z]", "*", "?", "~2", "^9", '"', "(", "))", "\\", "/.*/", "{!x}",
        "%", "%00", "%ff", "../", "<script>", "'; DROP", "${x}", "\r\n", "\t", "\u2028", "http://", "urn:", "::", ":1:",
        "SDN:T01::",
    ]
)  # fmt: skip
TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), max_size=300), st.lists(SIGNS, max_size=12).map("".join)
)
ROUTES = [
    ("/api/v1/search", "q"),
    ("/api/v1/search", "vocabulary"),
    ("/api/v1/search", "prefer"),
    ("/api/v1/search", "collection"),
    ("/api/v1/search", "below"),
    ("/api/v1/search", "unit"),
    ("/api/v1/search", "label_language"),
    ("/api/v1/search", "lang"),
    ("/api/v1/search", "limit"),
    ("/api/v1/search/facets", "q"),
    ("/api/v1/suggest", "q"),
    ("/api/v1/concepts", "uri"),
    ("/api/v1/concepts/narrower", "uri"),
    ("/api/v1/vocabularies/T01/changes", "since"),
    ("/api/v1/vocabularies/T01/concepts", "offset"),
    ("/", "q"),
    ("/concept", "uri"),
    ("/sparql", "query"),
]
REFUSED = {400, 403, 404, 406, 413, 422}
MANY = settings(max_examples=examples(30, 80), derandomize=True, suppress_health_check=list(HealthCheck))


@pytest.mark.parametrize(("path", "name"), ROUTES)
def test_no_text_is_too_odd_for_a_route(client: TestClient, path: str, name: str) -> None:
    @MANY
    @given(TEXT)
    def check(text: str) -> None:
        answer = client.get(path, params={"q": "test", name: text})
        assert answer.status_code in {200, *REFUSED}
        if answer.status_code != 200 and path.startswith("/api/"):
            assert answer.headers["content-type"] == "application/problem+json"

    check()


@pytest.mark.parametrize(
    "path", ["/api/v1/vocabularies/{}/concepts", "/api/v1/vocabularies/{}/changes", "/vocabulary/{}", "/{}"]
)
def test_no_step_of_a_path_is_too_odd(client: TestClient, path: str) -> None:
    @MANY
    @given(TEXT.map(lambda text: "".join(f"%{byte:02X}" for byte in text.encode())))
    def check(step: str) -> None:
        assert client.get(path.format(step)).status_code in {200, 303, 307, 308, *REFUSED}

    check()


@MANY
@given(texts=st.lists(TEXT, min_size=1, max_size=5))
def test_no_id_and_no_name_is_too_odd_for_a_list(client: TestClient, texts: list[str]) -> None:
    resolved = client.post("/api/v1/resolve", json={"ids": texts})
    assert [one["id"] for one in resolved.json()["results"]] == texts
    mapped = client.post("/api/v1/map", json={"target": "T01", "terms": [{"local_name": text} for text in texts]})
    assert mapped.status_code in {200, 400}


@MANY
@given(
    name=st.sampled_from(["Accept", "Accept-Language", "Accept-Profile", "If-None-Match", "If-Modified-Since"]),
    text=TEXT,
)
def test_no_header_is_too_odd(client: TestClient, name: str, text: str) -> None:
    header = text.encode("utf-8").replace(b"\r", b"").replace(b"\n", b"").replace(b"\0", b"")
    answer = client.get("/api/v1/search?q=test", headers={name.encode(): header})
    assert answer.status_code in {200, 304, 406}


@pytest.mark.parametrize(
    "operator", ["te*t", "label:test", "test AND basin OR", "test~2 basin^9", '"test basin"', "+test -basin", "/te.t/"]
)
def test_operators_are_text(client: TestClient, operator: str) -> None:
    kinds = {hit["match"]["kind"] for hit in client.get("/api/v1/search", params={"q": operator}).json()["results"]}
    assert kinds <= {"exact", "words", "prefix", "fuzzy"}


@pytest.mark.parametrize("path", ["/api/v1/search", "/api/v1/search/facets", "/api/v1/suggest"])
@pytest.mark.parametrize("text", ["é" * 10_240, "temperature " * 900, "🌊" * 2_560])
def test_ten_kilobytes_are_over_the_limit(client: TestClient, path: str, text: str) -> None:
    answer = client.get(path, params={"q": text})
    assert (answer.status_code, answer.json()["title"]) == (413, "Input too large")


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/api/v1/map", {"target": "T01", "terms": [{"local_name": "x" * MOST_BYTES}]}),
        ("/api/v1/resolve", {"ids": ["x" * MOST_BYTES]}),
    ],
)
def test_json_is_read_up_to_a_limit(client: TestClient, path: str, body: dict[str, object]) -> None:
    assert client.post(path, json=body).status_code == 413
    assert client.post(path, content=b"[" * 1_000_000).status_code == 400


def test_what_is_over_a_limit_and_what_is_wrong_are_told_apart(client: TestClient) -> None:
    long_and_wrong = {"q": "a" * 1001, "limit": "many"}
    assert client.get("/api/v1/search", params=long_and_wrong).status_code == 400
    assert client.get("/api/v1/search", params={"q": "a", "limit": "1001"}).status_code == 413
    assert client.get("/api/v1/search", params={"q": "a", "limit": "0"}).status_code == 400
