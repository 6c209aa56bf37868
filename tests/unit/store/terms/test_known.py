import pytest
from tantivy import Query

from vocabsvc.store.terms.known import KnownTerms, all_of
from vocabsvc.store.terms.schema import term_schema

HAD = {("words", "nitrates"), ("stems_fr", "nitrat"), ("stems_en", "nitrat")}


@pytest.fixture
def terms() -> KnownTerms:
    return KnownTerms(term_schema(), lambda field, value: int((field, value) in HAD))


def test_a_word_is_known_where_anything_has_it(terms: KnownTerms) -> None:
    known = terms.word("nitrates")
    assert known.words is not None
    assert known.former is None
    assert known.stems == {"fr": "nitrat", "en": "nitrat"}
    assert None not in known.by_stem.values()
    other = terms.word("nitrate")
    assert other.words is None
    assert other.by_stem["en"] is not None


def test_an_empty_value_is_had_by_none(terms: KnownTerms) -> None:
    assert terms.known("words", "") is None
    assert not terms.is_had("words", "nitrate")
    assert terms.is_had("words", "nitrates")


def test_all_are_wanted_or_there_is_no_query() -> None:
    query = Query.all_query()
    assert all_of([query]) is query
    assert all_of([query, query]) is not None
    assert all_of([query, None]) is None
    assert all_of([]) is None
