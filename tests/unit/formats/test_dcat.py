import pytest

from vocabsvc.formats.dcat import about, date, language_iri, licence_iri
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import XSD


@pytest.mark.parametrize(
    ("licence", "iri"),
    [
        ("CC-BY-4.0", "https://spdx.org/licenses/CC-BY-4.0"),
        ("https://example.org/licence été", ""),
        ("https://example.org/licence|1", "https://example.org/licence%7C1"),
        ("all rights reserved", ""),
        ("", ""),
    ],
)
def test_licences(licence: str, iri: str) -> None:
    assert licence_iri(licence) == iri


@pytest.mark.parametrize(
    ("tag", "iri"),
    [
        ("fr", "http://id.loc.gov/vocabulary/iso639-1/fr"),
        ("en-gb", "http://id.loc.gov/vocabulary/iso639-1/en"),
        ("bre", "http://id.loc.gov/vocabulary/iso639-2/bre"),
    ],
)
def test_languages(tag: str, iri: str) -> None:
    assert language_iri(tag) == iri


@pytest.mark.parametrize(
    ("text", "datatype"),
    [
        ("2026", "gYear"),
        ("2026-02", "gYearMonth"),
        ("2026-02-03", "date"),
        ("2026-02-03T04:05:06.123+00:00", "dateTime"),
        ("in spring", "string"),
    ],
)
def test_dates(text: str, datatype: str) -> None:
    assert date(text) == Literal(text, f"{XSD}{datatype}")


def test_what_is_not_known_is_not_said() -> None:
    pairs = (("p:1", ""), ("p:2", Literal("")), ("p:3", "http://example.org/"))
    assert list(about("s:1", *pairs)) == [Statement("s:1", "p:3", "http://example.org/")]
