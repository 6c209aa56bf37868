from benchmarks.answering import (
    broadest,
    counting,
    frequent_words,
    largest,
    paging,
    paging_narrower,
    sample_uris,
    suggesting,
)
from vocabsvc.services.services import Services

T02 = "http://test.example/collection/T02/current/"


def test_the_sample_is_the_same_at_every_run_and_of_every_vocabulary(services: Services) -> None:
    uris = sample_uris(services)
    assert uris == sample_uris(services)
    assert {services.concepts.detail(uri).concept.vocabulary for uri in uris} == {"T01", "T02"}


def test_the_broadest_come_first_with_what_is_below_them(services: Services) -> None:
    found = broadest(services, [f"{T02}CHEM/", f"{T02}THERM/"])
    assert sorted(found, key=lambda one: -one[1]) == found
    assert dict(found).keys() == {f"{T02}CHEM/", f"{T02}THERM/"}


def test_what_most_labels_say_comes_first() -> None:
    words = frequent_words({"A": ["sea water", "sea ice"], "B": ["Sea"]})
    assert (words[0], sorted(words)) == ("sea", ["ice", "sea", "water"])


def test_every_question_is_asked(services: Services) -> None:
    assert largest(services).id == "T01"
    assert suggesting(services, ["te", "sal"]).count == 2
    assert counting(services, ["te"]).count == 1
    assert paging(services, largest(services)).count > 2
    assert paging_narrower(services, [(f"{T02}CHEM/", 2)]).count > 1
