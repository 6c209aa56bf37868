import pytest

from vocabsvc.formats.curie import Prefixes, is_iri

BASE = "https://hub.example/id/"


def test_expands_and_contracts() -> None:
    prefixes = Prefixes({"P01": "http://nvs.example/P01/", "nvs": "http://nvs.example/"}, BASE)
    assert prefixes.expand("P01:TEMPPR01/") == "http://nvs.example/P01/TEMPPR01/"
    assert prefixes.contract("http://nvs.example/P01/TEMPPR01/") == "P01:TEMPPR01/"
    assert prefixes.contract("http://nvs.example/P02/") == "nvs:P02/"


def test_a_namespace_without_scheme_is_the_hubs_own() -> None:
    assert Prefixes({"centre": "centre/"}, BASE).expand("centre:35") == f"{BASE}centre/35"


@pytest.mark.parametrize(
    ("curie", "reason"),
    [
        ("TEMPPR01", "no CURIE"),
        ("P02:TEMP", "not declared"),
        ("http://nvs.example/P01/TEMP", "not declared"),
        ("P01:a b", "does not expand to an IRI"),
    ],
)
def test_refuses(curie: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Prefixes({"P01": "http://nvs.example/P01/"}, BASE).expand(curie)


def test_refuses_an_iri_that_no_prefix_fits() -> None:
    with pytest.raises(ValueError, match="no prefix for <http://other"):
        Prefixes({"P01": "http://nvs.example/P01/"}, BASE).contract("http://other.example/")


@pytest.mark.parametrize("prefixes", [{"a b": "http://x.example/"}, {"a": "http://x.example/ y"}])
def test_refuses_impossible_prefixes(prefixes: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="a"):
        Prefixes(prefixes, BASE)


def test_is_iri() -> None:
    assert is_iri("urn:x:é")
    assert not is_iri("licence.html")
    assert not is_iri("http://x.example/a b")
