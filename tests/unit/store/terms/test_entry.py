from dataclasses import replace

import pytest

from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString
from vocabsvc.model.match import Context
from vocabsvc.store.terms.entry import IndexEntry

FULL = Concept(
    "http://c/current/SALX01/",
    "C",
    ("SDN:C::SALX01",),
    (LangString("Salinité\tpratique", "fr"), LangString("Practical\nsalinity", "en")),
    (LangString("°"),),
    (LangString("PSAL"),),
    status=Status.DEPRECATED,
)
CONTEXT = Context((LangString("sans unité", "fr"),), (LangString("Sels", "fr"), LangString("Salts", "en")))
FORMER = (LangString("Salinity of old", "en"),)


@pytest.mark.parametrize(
    ("concept", "context"),
    [
        (FULL, CONTEXT),
        (FULL, Context()),
        (replace(FULL, pref_labels=()), CONTEXT),
        (Concept("http://c/1", "C"), Context()),
        (replace(FULL, notations=(" ", "°C")), Context()),
    ],
)
def test_an_entry_is_read_as_it_was_written(concept: Concept, context: Context) -> None:
    entry = IndexEntry.of(concept, context, FORMER)
    read = IndexEntry.from_bytes(entry.to_bytes())
    assert read == entry
    assert (read.ref(), read.context()) == (concept.ref(), context)


def test_labels_are_told_by_their_places_notations_first() -> None:
    entry = IndexEntry.of(FULL, CONTEXT, FORMER)
    places = range(len(entry.folded_codes()) + len(entry.folded_labels()))
    assert [entry.label(place) for place in places] == [
        ("notation", LangString("SDN:C::SALX01")),
        ("pref_label", LangString("Salinité\tpratique", "fr")),
        ("pref_label", LangString("Practical\nsalinity", "en")),
        ("alt_label", LangString("°")),
        ("hidden_label", LangString("PSAL")),
        ("former_label", LangString("Salinity of old", "en")),
    ]
    assert entry.label(-1) == ("uri", LangString("http://c/current/SALX01/"))


def test_labels_are_folded_and_one_without_words_is_still_one() -> None:
    entry = IndexEntry.of(FULL, CONTEXT)
    assert entry.folded_labels() == [" salinite pratique ", " practical salinity ", " deg ", " psal "]
    assert IndexEntry.of(replace(FULL, alt_labels=(LangString("%"),)), CONTEXT).folded_labels()[2] == " "
    assert IndexEntry.of(Concept("http://c/1", "C"), Context()).folded_labels() == []


@pytest.mark.parametrize(("notations", "local"), [(("SDN:C::SALX01",), ""), (("S-1",), "salx01"), ((), "salx01")])
def test_the_last_step_of_the_iri_is_kept_where_no_notation_repeats_it(notations: tuple[str, ...], local: str) -> None:
    assert IndexEntry.of(replace(FULL, notations=notations), Context()).local == local
