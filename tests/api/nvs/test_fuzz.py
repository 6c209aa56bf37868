"""Whatever is asked, it is never our fault."""

from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.examples import examples

WORDS = [
    *("collection", "scheme", "standard_name", "mapping", "current", "X01", "pots", "WHISTLE", "all", "accepted"),
    *("deprecated", "I", "E", "1", "3", "..", "%2e%2e", "%00", "%252f", "théière", "kettle_water_temperature"),
]
STEPS = st.one_of(st.sampled_from([*WORDS, ""]), st.text(max_size=12).map(lambda text: quote(text, safe="")))
PARAMETERS = st.dictionaries(
    st.one_of(st.sampled_from(["_profile", "_view", "_mediatype", "_format", "_lang"]), st.text(max_size=5)),
    st.one_of(
        st.sampled_from(["nvs", "skos", "vocpub", "dd", "alt", "jsonld", "ttl", "rdf", "nt", "json", "html", "fr"]),
        st.text(max_size=15),
    ),
    max_size=4,
)
HEADERS = st.dictionaries(
    st.sampled_from(["Accept", "Accept-Profile", "Accept-Language"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=30),
)


@settings(max_examples=examples(100, 300), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEPS, min_size=1, max_size=5), st.sampled_from(["", "/"]), PARAMETERS, HEADERS)
def test_no_request_is_a_fault(
    nvs: TestClient, steps: list[str], slash: str, params: dict[str, str], headers: dict[str, str]
) -> None:
    path = "/" + "/".join(steps) + slash
    answer = nvs.get(path if not path.startswith("//") else "/.", params=params, headers=headers)
    assert answer.status_code < 500, answer.text


@settings(max_examples=examples(75, 200), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(PARAMETERS, HEADERS, st.sampled_from(["X01", "X02", "pots", "P07"]), st.sampled_from(["", "all/", "accepted/"]))
def test_every_view_of_a_collection_is_served(
    nvs: TestClient, params: dict[str, str], headers: dict[str, str], name: str, status: str
) -> None:
    answer = nvs.get(f"/collection/{name}/current/{status}", params=params, headers=headers)
    assert answer.status_code in {200, 303}


@pytest.mark.parametrize("query", ["%", "%zz", "_lang=%", "_profile", "&&&==", "_format=+", "_mediatype=%E0%A4%A"])
def test_broken_queries_get_the_default(query: str, nvs: TestClient) -> None:
    assert nvs.get(f"/collection/X01/current/OLD/?{query}", headers={"Accept": "*/*"}).status_code == 200
