"""Whatever is sent, there is an answer, and it is never a fault of ours."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

TRICKS = (
    *("..", ".", "%2e%2e", "%2e%2e%2f%2e%2e%2fetc%2fpasswd", "..%5c..", "%252e%252e", "%", "%%", "%zz", "%c0%af"),
    *("%00", "%0d%0aSet-Cookie:%20x=1", "%0a", "%ff", "%ed%a0%80", "quay%00.ttl", "quay%2ettl", "quay.ttl.ttl.ttl"),
    *("harbour%2fquay", "harbour//quay", "//evil.example", "http://evil.example/", "<script>", "'--", "{x}", "a b"),
    *("quay;type=a", "quay#x", "%3f_profile=skos", "quay.TTL", "x" * 8000, "é" * 500, "\u202e", "%F0%9F%92%A9"),
)
BOMBS = (
    *("text/turtle," * 5000, "*/*;q=" + "9" * 5000, ";" * 9000, "a/b;" * 4000, "text/html;level=" + "x" * 9000),
    *(
        "text/turtle;q=nan",
        "text/turtle;q=inf",
        "text/turtle;q=-1",
        "text/turtle;q=1e309",
        "q",
        "/",
        ";q=1",
        "\x00",
        "é",
    ),
    *("text/turtle\t;\tq=0.3", "text /turtle", "*/turtle", "text/turtle/x", '"text/turtle"', "<https://x>;q"),
)
PATHS = ("/id/harbour/quay", "/id/harbour/", "/catalogue", "/.well-known/void", "/dumps/", "/describe?uri=urn:x:1")


def is_an_answer(status: int) -> bool:
    return status < 500


@pytest.mark.parametrize("trick", TRICKS, ids=range(len(TRICKS)))
@pytest.mark.parametrize("below", ["/id/", "/id/harbour/", "/dumps/", "/dumps/harbour/", "/catalogue.", "/contexts/"])
def test_paths(below: str, trick: str, hub: TestClient) -> None:
    answer = hub.get(f"{below}{trick}")
    assert is_an_answer(answer.status_code), answer.text
    assert "set-cookie" not in answer.headers
    assert "root:" not in answer.text


@pytest.mark.parametrize("bomb", BOMBS, ids=range(len(BOMBS)))
@pytest.mark.parametrize("path", PATHS)
def test_headers(path: str, bomb: str, hub: TestClient) -> None:
    for name in ("Accept", "Accept-Profile", "Accept-Language", "Range", "If-Range", "If-None-Match"):
        answer = hub.get(path, headers=[(name.encode(), bomb.encode())])
        assert is_an_answer(answer.status_code), (name, answer.text)


@pytest.mark.parametrize(
    "uri",
    [
        "",
        " ",
        "x",
        "urn:",
        "http://",
        "http://[",
        "http://x\r\ny",
        "\x00",
        "http://x/\ud7ff",
        "x" * 1999,
        "http://é/<>",
    ],
)
def test_what_is_to_be_described_may_be_nonsense(uri: str, hub: TestClient) -> None:
    answer = hub.get("/describe", params={"uri": uri})
    assert answer.status_code in {400, 404, 413}
    assert answer.headers["content-type"] == "application/problem+json"


@given(
    path=st.text(st.characters(exclude_categories=["Cs"]), max_size=30),
    accept=st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=60),
    profile=st.text(st.characters(exclude_categories=["Cs"]), max_size=20),
    below=st.sampled_from(("/id/", "/id/harbour/", "/dumps/", "/dumps/harbour/", "/catalogue", "/describe?uri=")),
)
def test_anything(path: str, accept: str, profile: str, below: str, hub: TestClient) -> None:
    answer = hub.get(f"{below}{quote(path, safe='/%.;:@!')}", headers={"Accept": accept}, params={"_profile": profile})
    assert is_an_answer(answer.status_code), answer.text


@given(
    accept=st.lists(
        st.tuples(
            st.sampled_from(
                ("text/turtle", "text/*", "*/*", "application/json", "application/ld+json", "text/csv", "x/y")
            ),
            st.sampled_from(("", ";q=0", ";q=0.5", ";q=1", ";q=2", ";q=", ";q=0.5;x=y", ";charset=utf-8")),
        ),
        max_size=6,
    ).map(lambda parts: ",".join(kind + quality for kind, quality in parts))
)
def test_an_accept_header_gets_what_it_allows_or_a_406(accept: str, hub: TestClient) -> None:
    answer = hub.get("/id/harbour/quay", headers={"Accept": accept})
    assert answer.status_code in {200, 406}
