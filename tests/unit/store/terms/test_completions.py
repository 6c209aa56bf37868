from pathlib import Path

from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.model.match import MatchKind
from vocabsvc.model.vocabulary import GLOSSARY
from vocabsvc.store.base import Filters, Reading, SearchRequest
from vocabsvc.store.terms.completions import Completion, Completions, Located, common_beginnings, write_completions
from vocabsvc.store.terms.explain import Met

FILTERS = Filters(without=(GLOSSARY,))
READ = (Reading("water", "eau = water"), Reading("sea water", "eau = sea water"))
HITS = (
    Located(7, Met(MatchKind.NOTATION, -1), 0.8943),
    Located(65_536, Met(MatchKind.WORDS, 300, "eau = sea water"), 0.5),
)


def test_what_is_written_is_read(tmp_path: Path) -> None:
    read, plain = SearchRequest("Eau", FILTERS, readings=READ, limit=10), SearchRequest("été", FILTERS, limit=1)
    write_completions(tmp_path, [(read, Completion(2, HITS)), (plain, Completion(4_000, HITS[:1] * 10))])
    completions = Completions(tmp_path)
    assert completions.of(read) == (2, list(HITS))
    assert completions.of(plain) == (4_000, [HITS[0]])


def test_the_typed_text_is_told_as_it_is_typed_now(tmp_path: Path) -> None:
    write_completions(tmp_path, [(SearchRequest("eau", FILTERS, readings=READ), Completion(2, HITS))])
    shouted = tuple(reading._replace(via=reading.via.upper()) for reading in READ)
    completion = Completions(tmp_path).of(SearchRequest("EAU", FILTERS, readings=shouted, limit=10))
    assert completion
    assert [hit.met.via for hit in completion.hits] == ["", "EAU = SEA WATER"]


def test_nothing_is_kept_of_what_is_not_found(tmp_path: Path) -> None:
    write_completions(tmp_path, [(SearchRequest("x", FILTERS, limit=10), Completion(0, ()))])
    assert Completions(tmp_path).of(SearchRequest("x", FILTERS, limit=10)) is None


def test_there_may_be_no_completions(tmp_path: Path) -> None:
    assert Completions(tmp_path).of(SearchRequest("x", FILTERS, limit=10)) is None
    write_completions(tmp_path, [])
    assert Completions(tmp_path).of(SearchRequest("", FILTERS, limit=10)) is None


def test_beginnings_are_counted_once_a_concept_and_word() -> None:
    concepts = [
        Concept("http://c/1", "C", (), (LangString("Été, été", "fr"), LangString("Sea", "en"))),
        Concept("http://c/2", "C", (), (LangString("sel", "fr"),), (LangString("Seau"),)),
    ]
    assert common_beginnings(concepts, 3) == ["s", "se"]
    assert set(common_beginnings(concepts, 2)) == {"s", "se", "sea"}
    assert common_beginnings([], 1) == []
