"""Whatever is sent, the façade answers or refuses; it is never our fault."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples

STEPS = st.one_of(
    st.sampled_from(
        ["G01", "g02", "G01.rdf", "fr", "vocabulary", "re3gistry.fr.json", "G01.fr.xml", "..", ".", "%2e%2e"]
    ),
    st.text(max_size=12).map(lambda text: quote(text, safe="", errors="replace")),
    st.sampled_from(
        ["%", "%zz", "%00", "%0d%0aX: 1", "G01%2F", "%F0%9F", "a" * 3000, "G01.rdf%3Flang=fr", "%22;x=", "é"]
    ),
)
PATHS = st.builds(
    lambda root, steps: f"/{root}/{'/'.join(steps)}",
    st.sampled_from(["thesaurus", "registry", "re3gistry", "re3gistry/vocabulary"]),
    st.lists(STEPS, max_size=3),
)
VALUES = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n\0"), max_size=40)
HEADERS = st.dictionaries(
    st.sampled_from(["Accept", "Accept-Language", "If-None-Match", "X-Forwarded-Host"]), VALUES, max_size=3
)
QUERIES = st.sampled_from(
    ["", "?_format=rdf", "?_format=%FF&_view=%00", "?_format=ttl&_format=x", "?lang=" + "x" * 200]
)


@given(PATHS, QUERIES, HEADERS, st.sampled_from(["GET", "HEAD", "OPTIONS"]))
@settings(max_examples=examples(75, 200), suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_it_is_never_our_fault(
    gn_client: TestClient, path: str, query: str, headers: dict[str, str], method: str
) -> None:
    raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
    answer = gn_client.request(method, f"http://testserver{path}{query}", headers=raw)
    assert answer.status_code < 500
    if answer.status_code == 200 and method == "HEAD":
        assert answer.content == b""


@pytest.mark.parametrize("host", ["[::1", "a b", "é", "x" * 5000, "h:port", "<script>", '"', "", "h/../x?y#z"])
@pytest.mark.parametrize("path", ["/registry", "/thesaurus", "/re3gistry/re3gistry.fr.json", "/thesaurus/G01.rdf"])
def test_a_strange_host_does_no_harm(gn_client: TestClient, path: str, host: str) -> None:
    answer = gn_client.get(path, headers=[(b"Host", host.encode())])
    assert answer.status_code < 500


@pytest.mark.parametrize("header", ["Accept", "Accept-Language"])
def test_header_bombs_are_read_or_left(gn_client: TestClient, header: str) -> None:
    for value in [",".join(["a/b;q=0.1"] * 5000), ";" * 50_000, "text/turtle;q=1e999", "*" * 9000]:
        answer = gn_client.get("/registry/G01", headers={header: value})
        assert answer.status_code == 200
