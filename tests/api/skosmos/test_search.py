"""Search finds what Skosmos's own definition of a match says, in its order."""

import re
from typing import Any

import pytest
from fastapi.testclient import TestClient
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.examples import examples

S01 = "http://harbour.example/S01/"
MET = ("matchedPrefLabel", "altLabel", "hiddenLabel", "matchedNotation", "prefLabel")


def search(browser: TestClient, **params: object) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.get("/rest/v1/search", params=params).json()["results"]  # type: ignore[arg-type]
    return found


def met(hit: dict[str, Any]) -> str:
    return str(next(hit[key] for key in MET if key in hit))


@pytest.fixture(scope="module")
def every(browser: TestClient) -> list[str]:
    """Each label that can be met, found letter by letter."""
    body = browser.get("/rest/v1/search?query=*").json()["results"]
    more = (search(browser, query=f"{first}*") for first in "abcdefghijklmnopqrstuvwxyz0123456789éñق°")
    return [met(hit) for found in (body, *more) for hit in found]


@settings(max_examples=examples(50, 150))
@given(query=st.text(st.sampled_from("*aeilnstvSV é°-3:.[\\"), min_size=1, max_size=6))
def test_a_pattern_means_what_its_regular_expression_means(browser: TestClient, every: list[str], query: str) -> None:
    parts = (re.escape(part) for part in query.strip().split("*"))
    meant = re.compile(".*".join(parts), re.IGNORECASE | re.DOTALL)
    if query.strip("* "):
        assert {met(hit) for hit in search(browser, query=query)} == {text for text in every if meant.fullmatch(text)}


@pytest.mark.parametrize("query", ["*e*", "s*", "*l", "*"])
def test_hits_come_by_lower_case_label_then_language(browser: TestClient, query: str) -> None:
    keys = [met(hit).lower() for hit in search(browser, query=query)]
    assert keys == sorted(keys)
    assert len(keys) > 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("vessel", ["vessel"]),
        ("  VESSEL\t", ["vessel"]),
        ("vesse", []),
        ("cafe du quai", []),
        ("CAFÉ DU QUAI", ["caf%C3%A9"]),
        ("cafe\u0301*", ["caf%C3%A9"]),
        ("قارب*", ["ketch"]),
        ('*"two-master" \\*', ["ketch"]),
        ("galley", []),
        ("gal*re", []),
        ("0", []),
        ("v***l", ["vessel", "vesel"][:1] * 2),
    ],
)
def test_only_case_and_spaces_around_do_not_count(browser: TestClient, query: str, found: list[str]) -> None:
    assert [hit["uri"].removeprefix(S01) for hit in search(browser, query=query)] == found


@pytest.mark.parametrize("yes", ["1", "true", "On", "YES"])
def test_unique_is_read_as_php_reads_it(browser: TestClient, yes: str) -> None:
    once = search(browser, query="*sail*", unique=yes)
    assert len({hit["uri"] for hit in once}) == len(once) == 2
    assert all(len(search(browser, query="*sail*", unique=no)) == 4 for no in ("False", "0", "no", "", "maybe"))


@settings(max_examples=30)
@given(offset=st.integers(0, 12), maxhits=st.integers(1, 12))
def test_pages_are_slices(browser: TestClient, offset: int, maxhits: int) -> None:
    whole = search(browser, query="*e*")
    assert search(browser, query="*e*", offset=offset, maxhits=maxhits) == whole[offset : offset + maxhits]


def test_languages_of_search_and_of_labels_are_two(browser: TestClient) -> None:
    (hit,) = search(browser, query="navire", lang="fr", labellang="en")
    assert (hit["prefLabel"], hit["matchedPrefLabel"], hit["lang"]) == ("vessel", "navire", "fr")
    assert search(browser, query="navire", lang="en") == []


def test_a_label_without_language_is_found_in_any(browser: TestClient) -> None:
    assert [hit["altLabel"] for hit in search(browser, query="lug_x", lang="fr")] == ["Lug_X"]


def test_of_what_is_deprecated_nothing_is_found(browser: TestClient) -> None:
    assert f"{S01}galley" not in {hit["uri"] for hit in search(browser, query="*")}


@pytest.mark.parametrize("types", ["", "skos:Concept", "http://www.w3.org/2004/02/skos/core#Concept"])
def test_concepts_are_the_default_type(browser: TestClient, types: str) -> None:
    assert search(browser, query="*", type=types) == search(browser, query="*")


def test_types_may_be_joined_with_a_plus_or_a_space(browser: TestClient) -> None:
    for joined in (f"skos:Collection {S01}Hull", f"skos:Collection+{S01}Hull"):
        assert {hit["uri"] for hit in search(browser, query="*", type=joined)} == {f"{S01}lugger", f"{S01}sailing"}


def test_a_parent_needs_no_query(browser: TestClient) -> None:
    answer = browser.get("/rest/v1/S01/search", params={"parent": f"{S01}sailing", "lang": "en"})
    assert [hit["uri"] for hit in answer.json()["results"]] == [f"{S01}ketch", f"{S01}lugger"]


def test_an_unknown_vocabulary_is_said(browser: TestClient) -> None:
    answer = browser.get("/rest/v1/search?query=x&vocab=s01+s99")
    assert (answer.status_code, answer.text) == (404, "404 Not Found : Vocabulary id 's99' not found.")
