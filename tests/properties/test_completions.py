"""What is looked up at load time against the search itself."""

import shutil
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString
from vocabsvc.model.vocabulary import GLOSSARY
from vocabsvc.services.glossary import Glossary
from vocabsvc.services.search import Search
from vocabsvc.store.base import Filters, SearchRequest
from vocabsvc.store.terms.completions import Completions, common_beginnings
from vocabsvc.store.terms.index import TantivyTermIndex
from vocabsvc.store.terms.writer import write_term_index

QUANTITIES = (("salinity", "salinité"), ("temperature", "température"), ("oxygen", "oxygène"), ("œstradiol", ""))
MEDIA = (("water", "eau"), ("sediment", "sédiment"), ("the bottom", "le fond"), ("air", ""))
MEANS = (("sensor TE60", "capteur"), ("bottle", "bouteille"))
ENTRIES = (("oxygen", "oxygène"), ("water", "eau"), ("sediment", "sédiment"), ("sea bed", "fond"))


@dataclass(frozen=True)
class Both:
    """The same index twice: one with completions of all beginnings, one that searches."""

    completed: Search
    searched: Search
    completions: Completions
    texts: Sequence[str]


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> Both:
    folder = tmp_path_factory.mktemp("completions")
    entries = [concept(GLOSSARY, number, *names) for number, names in enumerate(ENTRIES)]
    concepts = [
        concept("V", number, *(" ".join(filter(None, words)) for words in zip(*names, strict=True)))
        for number, names in enumerate(product(QUANTITIES, MEDIA, MEANS))
    ]
    heirs = [replace(one, status=Status.DEPRECATED, replaced_by=(concepts[0].uri,)) for one in concepts[5:8]]
    concepts = [*concepts[:5], *heirs, *concepts[8:]]
    write_term_index(folder / "searched", [*entries, *concepts])
    shutil.copytree(folder / "searched", folder / "completed")
    texts = common_beginnings(concepts, 1)
    glossary = Glossary(entries)
    written = TantivyTermIndex(folder / "completed")
    written.write_completions(Search(written, glossary, ["V"]).prepared(SearchRequest(text)) for text in texts)
    completed, searched = (
        Search(TantivyTermIndex(folder / name), glossary, ["V"]) for name in ("completed", "searched")
    )
    return Both(completed, searched, Completions(folder / "completed"), texts)


def concept(vocabulary: str, number: int, en: str, fr: str) -> Concept:
    labels = (LangString(en, "en"), *([LangString(fr, "fr")] if fr else []))
    return Concept(f"http://c/{vocabulary}/{number}/", vocabulary, (f"{vocabulary}::N{number}",), labels)


def answers_are_equal(both: Both, request: SearchRequest, languages: Sequence[str] = ()) -> bool:
    assert both.completed.search(request) == both.searched.search(request)
    return both.completed.rendered(request, languages) == both.searched.rendered(request, languages)


def is_completed(both: Both, request: SearchRequest) -> bool:
    return both.completions.of(both.completed.prepared(request)) is not None


def test_every_beginning_is_answered_as_by_the_search(both: Both) -> None:
    for text in both.texts:
        request = SearchRequest(text, limit=10)
        assert answers_are_equal(both, request, ("fr",))
        assert is_completed(both, request) == bool(both.searched.search(request).total)


@given(
    data=st.data(),
    limit=st.integers(1, 12),
    offset=st.integers(0, 12),
    languages=st.lists(st.sampled_from(["fr", "en", "de", "fr-CA"]), max_size=2),
)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_page_of_any_spelling_is_equal(
    both: Both, data: st.DataObject, limit: int, offset: int, languages: list[str]
) -> None:
    text = data.draw(st.sampled_from(both.texts))
    spelled = data.draw(st.sampled_from([text, text.upper(), f" {text} ", text.replace("e", "é"), f"{text}."]))
    assert answers_are_equal(both, SearchRequest(spelled, limit=limit, offset=offset), languages)


@pytest.mark.parametrize("text", ["sal", "Salinité", "oxyg", "OESTRADIOL", "eau", "te", "the", "capteur"])
def test_what_is_asked_most_is_completed_in_any_spelling(both: Both, text: str) -> None:
    assert is_completed(both, SearchRequest(text, limit=10))
    assert is_completed(both, SearchRequest(f" {text}", limit=3, offset=7))


@pytest.mark.parametrize(
    "request_",
    [
        SearchRequest("sal", limit=11),
        SearchRequest("sal", limit=10, offset=1),
        SearchRequest("sal", Filters(("V",)), limit=10),
        SearchRequest("sal", Filters(status=Status.DEPRECATED), limit=10),
        SearchRequest("sal", Filters(language="fr"), limit=10),
        SearchRequest("sal", limit=10, preferred=("V",)),
        SearchRequest("sal w", limit=10),
        SearchRequest("", limit=10),
    ],
)
def test_all_else_is_searched_for(both: Both, request_: SearchRequest) -> None:
    assert not is_completed(both, request_)
    assert answers_are_equal(both, request_)


def test_a_text_that_is_read_otherwise_is_searched_for(both: Both) -> None:
    request = both.completed.prepared(SearchRequest("eau", limit=10))
    assert request.readings
    assert both.completions.of(request)
    assert both.completions.of(replace(request, readings=request.readings[1:])) is None
    unsure = tuple(reading._replace(sure=not reading.sure) for reading in request.readings)
    assert both.completions.of(replace(request, readings=unsure)) is None
