"""The lists on disk against the same questions asked of the labels themselves."""

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString
from vocabsvc.store.labels.base import FIELDS, PREFERRED, LabelMatch
from vocabsvc.store.labels.index import LabelLists
from vocabsvc.store.labels.wildcard import Wildcard, label_key
from vocabsvc.store.labels.writer import write_label_lists

CONCEPTS = (
    Concept("http://x/1", "V1", ("N:1",), (LangString("Salt", "en"), LangString("Sel", "fr")), (LangString("NaCl"),)),
    Concept("http://x/2", "V1", (), (LangString("salt lake", "en"),), (), (LangString("Line\nbreak", "en"),)),
    Concept("http://x/3", "V1", (), (LangString("Salted", "en"),), status=Status.DEPRECATED),
    Concept("http://y/1", "v2", (), (LangString("sel marin", "fr-ca"), LangString("Åland", "sv"))),
    Concept("http://y/2", "v2", (), (LangString("Salt", "en"),)),
    Concept("http://z/1", "empty"),
)


@pytest.fixture(scope="module")
def lists(tmp_path_factory: pytest.TempPathFactory) -> LabelLists:
    folder = tmp_path_factory.mktemp("lists") / "labels"
    write_label_lists(folder, CONCEPTS)
    return LabelLists(folder)


def found(
    lists: LabelLists, pattern: str, vocabularies: tuple[str, ...] = ("V1", "v2", "empty"), language: str = ""
) -> list[tuple[str, str]]:
    matches = lists.matching(Wildcard.of(pattern), vocabularies, FIELDS, language)
    return [(match.concept.uri, match.label.text) for match in matches]


def test_labels_come_in_order_over_all_vocabularies(lists: LabelLists) -> None:
    assert found(lists, "s*") == [
        ("http://x/1", "Salt"),
        ("http://y/2", "Salt"),
        ("http://x/2", "salt lake"),
        ("http://x/1", "Sel"),
        ("http://y/1", "sel marin"),
    ]


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("salt", ["Salt", "Salt"]),
        ("*lt", ["Salt", "Salt"]),
        ("*a*", ["Line\nbreak", "NaCl", "Salt", "Salt", "salt lake", "sel marin", "Åland"]),
        ("line break", ["Line\nbreak"]),
        ("*k\n*", []),
        ("n:1", ["N:1"]),
        ("å*", ["Åland"]),
        ("a*", []),
        ("salted", []),
    ],
)
def test_patterns(lists: LabelLists, pattern: str, texts: list[str]) -> None:
    assert [text for _, text in found(lists, pattern)] == texts


def test_a_language_takes_in_narrower_ones_and_labels_without(lists: LabelLists) -> None:
    assert [text for _, text in found(lists, "*", language="fr")] == ["N:1", "NaCl", "Sel", "sel marin"]
    assert found(lists, "*", language="de") == found(lists, "*", ("V1",), language="zz")


def test_only_the_fields_that_are_asked_for(lists: LabelLists) -> None:
    matches = lists.matching(Wildcard.of("*"), ["V1"], {PREFERRED}, "")
    assert {match.label.field for match in matches} == {PREFERRED}


def test_a_match_carries_all_labels_of_its_concept(lists: LabelLists) -> None:
    (match,) = lists.matching(Wildcard.of("nacl"), ["V1"], FIELDS, "")
    assert isinstance(match, LabelMatch)
    assert (match.concept.vocabulary, match.concept.notation, len(match.concept.labels)) == ("V1", "N:1", 4)


def test_letters_and_counts(lists: LabelLists) -> None:
    assert lists.letters("v2", {PREFERRED}, "") == ("s", "å")
    assert lists.letters("V1", FIELDS, "") == ("l", "n", "s")
    assert lists.letters("V1", {PREFERRED}, "sv") == ()
    assert lists.counts("V1") == {
        ("", "alt_label"): 1,
        ("", "notation"): 1,
        ("en", "hidden_label"): 1,
        ("en", "pref_label"): 3,
        ("fr", "pref_label"): 1,
    }


def test_what_is_not_there_has_nothing(lists: LabelLists) -> None:
    assert found(lists, "*", ("empty", "nope")) == []
    assert lists.letters("nope", FIELDS, "") == lists.letters("empty", FIELDS, "") == ()
    assert lists.counts("nope") == {}


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    labels=st.lists(
        st.tuples(st.text("aAbé \n*", min_size=1, max_size=5), st.sampled_from(["", "en", "fr"])), max_size=12
    ),
    pattern=st.text("ab*é ", max_size=5),
)
def test_nothing_is_missed_and_nothing_invented(
    tmp_path_factory: pytest.TempPathFactory, labels: list[tuple[str, str]], pattern: str
) -> None:
    folder = tmp_path_factory.mktemp("some") / "labels"
    concepts = [
        Concept(f"http://x/{number}", f"v{number % 2}", (), (LangString(text, lang),))
        for number, (text, lang) in enumerate(labels)
    ]
    write_label_lists(folder, concepts)
    meant = re.compile(b".*".join(re.escape(part) for part in label_key(pattern).split(b"*")))
    expected = [
        (one.uri, one.pref_labels[0].text) for one in concepts if meant.fullmatch(label_key(one.pref_labels[0].text))
    ]
    assert sorted(found(LabelLists(folder), pattern, ("v0", "v1"))) == sorted(expected)


def test_the_folder_must_be_new(tmp_path: Path) -> None:
    with pytest.raises(FileExistsError):
        write_label_lists(tmp_path, CONCEPTS)
