"""Lists that records cite are found by name, or where nothing else is."""

from pathlib import Path

import pytest

from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.model.match import MatchKind
from vocabsvc.store.base import Filters, SearchRequest
from vocabsvc.store.terms.index import TantivyTermIndex
from vocabsvc.store.terms.writer import write_term_index


def concept(vocabulary: str, code: str, *labels: str, collections: tuple[str, ...] = ()) -> Concept:
    names = tuple(LangString(label, "en") for label in labels)
    return Concept(
        f"http://{vocabulary}/{code}", vocabulary, (f"SDN:{vocabulary}::{code}",), names, collections=collections
    )


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> TantivyTermIndex:
    concepts = [
        concept("P", "SALT", "Salinity of the water"),
        concept("P", "12", "Twelve"),
        concept("ORG", "12", "Institute of Salinity Studies", collections=("http://ORG/marine",)),
        concept("ORG", "13", "Bureau d’océanographie"),
        concept("LIC", "14", "Open salinity licence"),
    ]
    folder = tmp_path_factory.mktemp("terms") / "index"
    write_term_index(folder, concepts, auxiliary={"ORG", "LIC"})
    return TantivyTermIndex(folder)


def found(index: TantivyTermIndex, request: SearchRequest) -> list[str]:
    return [f"{hit.concept.vocabulary}/{hit.concept.uri.rpartition('/')[2]}" for hit in index.search(request).items]


@pytest.mark.parametrize("text", ["salinity", "salini", "salinty"])
def test_they_are_left_out_where_something_else_is_found(index: TantivyTermIndex, text: str) -> None:
    assert found(index, SearchRequest(text)) == ["P/SALT"]
    assert index.facets(SearchRequest(text)).vocabulary == (("p", 1),)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("bureau", MatchKind.WORDS),
        ("océanog", MatchKind.PREFIX),
        ("SDN:ORG::13", MatchKind.NOTATION),
        ("oceonographie", MatchKind.FUZZY),
    ],
)
def test_they_are_found_where_nothing_else_is(index: TantivyTermIndex, text: str, kind: MatchKind) -> None:
    (hit,) = index.search(SearchRequest(text)).items
    assert (hit.concept.notation, hit.match.kind) == ("SDN:ORG::13", kind)


@pytest.mark.parametrize(
    ("filters", "wanted"),
    [
        (Filters(("ORG",)), ["ORG/12"]),
        (Filters(("org", "LIC")), ["LIC/14", "ORG/12"]),
        (Filters(collection="http://ORG/marine"), ["ORG/12"]),
    ],
)
@pytest.mark.parametrize("text", ["salinity", "salinty"])
def test_they_are_found_where_they_are_asked_for(
    index: TantivyTermIndex, text: str, filters: Filters, wanted: list[str]
) -> None:
    assert sorted(found(index, SearchRequest(text, filters))) == wanted


@pytest.mark.parametrize("text", ["salinity", "salinty"])
def test_a_list_that_is_preferred_is_asked_for(index: TantivyTermIndex, text: str) -> None:
    assert found(index, SearchRequest(text, preferred=("ORG",))) == ["ORG/12", "P/SALT"]


def test_codes_and_labels_without_a_vocabulary_are_those_of_the_others_first(index: TantivyTermIndex) -> None:
    assert [ref.uri for ref in index.coded("12", "")] == ["http://P/12"]
    assert [ref.uri for ref in index.coded("12", "org")] == ["http://ORG/12"]
    assert [ref.uri for ref in index.coded("13", "")] == ["http://ORG/13"]
    assert [ref.uri for ref in index.labelled("bureau d'oceanographie", "")] == ["http://ORG/13"]
    assert index.labelled("bureau d'oceanographie", "P") == ()


def test_they_are_listed_as_any_other(index: TantivyTermIndex) -> None:
    assert index.listed(Filters(("ORG",)), 0, 10).total == 2
    assert index.listed(Filters(collection="http://ORG/marine"), 0, 10).total == 1


def test_without_any_nothing_is_left_out(tmp_path: Path) -> None:
    write_term_index(tmp_path / "index", [concept("ORG", "12", "Institute of Salinity")])
    assert found(TantivyTermIndex(tmp_path / "index"), SearchRequest("salinity")) == ["ORG/12"]
