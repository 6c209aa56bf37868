from pathlib import Path
from typing import cast

import pytest

from vocabsvc.model.concept import Concept
from vocabsvc.model.label import LangString
from vocabsvc.services.groups import Groups
from vocabsvc.services.hierarchy import Hierarchy
from vocabsvc.services.labels import LabelRequest, Labels, speaks
from vocabsvc.services.schemes import Schemes
from vocabsvc.store.labels.index import LabelLists
from vocabsvc.store.labels.writer import write_label_lists

SEA = Concept(
    "sea",
    "V",
    notations=("S1",),
    pref_labels=(LangString("Sea", "en"), LangString("Sée", "fr")),
    alt_labels=(LangString("Seaway"), LangString("Sea water", "en")),
    hidden_labels=(LangString("seas", "en"),),
)
SEAL = Concept("seal", "V", pref_labels=(LangString("Seal", "en"),), alt_labels=(LangString("sea dog", "en"),))
LAKE = Concept("lake", "W", pref_labels=(LangString("3 lakes", "en"), LangString("ßee", "de")))
WORD = Concept("word", "glossary", pref_labels=(LangString("sea", "en"),))


class Around:
    """Stands for the hierarchy, the groups and the schemes."""

    def below(self, uri: str, vocabularies: tuple[str, ...]) -> set[str]:
        return {"seal"} if (uri, *vocabularies) == ("animal", "V", "W") else set()

    def holding(self, uri: str) -> set[str]:
        return {"sea"} if uri == "g" else set()

    def concepts_in(self, schemes: tuple[str, ...], vocabularies: tuple[str, ...]) -> tuple[set[str], set[str]]:
        return ({"W"}, {"seal"}) if schemes == ("s",) and "W" in vocabularies else (set(), set())


@pytest.fixture(scope="module")
def labels(tmp_path_factory: pytest.TempPathFactory) -> Labels:
    folder: Path = tmp_path_factory.mktemp("labels") / "lists"
    write_label_lists(folder, [SEA, SEAL, LAKE, WORD])
    around = Around()
    return Labels(
        LabelLists(folder),
        cast("Hierarchy", around),
        cast("Groups", around),
        cast("Schemes", around),
        ["glossary", "V", "W"],
    )


def found(labels: Labels, request: LabelRequest) -> list[tuple[str, str]]:
    return [(match.concept.uri, match.label.text) for match in labels.search(request)]


def test_the_glossary_is_searched_when_it_is_named(labels: Labels) -> None:
    assert found(labels, LabelRequest("sea")) == [("sea", "Sea")]
    assert found(labels, LabelRequest("sea", ("glossary",))) == [("word", "sea")]


def test_unique_takes_the_best_label_of_each(labels: Labels) -> None:
    every = [
        ("sea", "Sea"),
        ("seal", "sea dog"),
        ("sea", "Sea water"),
        ("seal", "Seal"),
        ("sea", "seas"),
        ("sea", "Seaway"),
    ]
    assert found(labels, LabelRequest("sea*", ("V",))) == every
    assert found(labels, LabelRequest("sea*", ("V",), unique=True)) == [("sea", "Sea"), ("seal", "Seal")]
    assert found(labels, LabelRequest("s*", ("V",), unique=True, shown="fr")) == [("seal", "Seal"), ("sea", "Sée")]
    assert found(labels, LabelRequest("sea?*", ("V",), unique=True)) == []
    assert found(labels, LabelRequest("*w*", ("V",), unique=True, shown="en")) == [("sea", "Sea water")]
    assert found(labels, LabelRequest("s1*", ("V",), unique=True)) == [("sea", "S1")]


def test_no_pattern_lists_concepts_in_the_language_shown(labels: Labels) -> None:
    assert found(labels, LabelRequest("", ("V",), shown="fr")) == [("sea", "Sée")]
    assert found(labels, LabelRequest("*", ("V",))) == [("sea", "Sea"), ("seal", "Seal"), ("sea", "Sée")]


@pytest.mark.parametrize(
    ("request_", "uris"),
    [
        (LabelRequest("*", parent="animal"), ["seal"]),
        (LabelRequest("*", parent="plant"), []),
        (LabelRequest("*", shown="en", group="g"), ["sea"]),
        (LabelRequest("*", shown="en", schemes=("s",)), ["lake", "seal"]),
        (LabelRequest("*", shown="en", offset=1, limit=1), ["sea"]),
    ],
)
def test_conditions_and_pages(labels: Labels, request_: LabelRequest, uris: list[str]) -> None:
    assert [uri for uri, _ in found(labels, request_)] == uris


def test_an_index_offers_only_what_leads_somewhere(labels: Labels) -> None:
    assert labels.letters("V", "en") == ("S",)
    assert labels.letters("W", "") == ("ß", "0-9")
    for vocabulary in ("V", "W"):
        for letter in labels.letters(vocabulary, ""):
            assert list(labels.listed(vocabulary, letter, "", 0, 0)), letter


def test_an_index_lists_preferred_and_alternative_labels(labels: Labels) -> None:
    assert [match.label.text for match in labels.listed("V", "SEA", "en", 1, 3)] == ["sea dog", "Sea water", "Seal"]
    assert [match.label.text for match in labels.listed("W", "0-9", "en", 0, 0)] == ["3 lakes"]
    assert list(labels.listed("V", "!*", "", 0, 0)) == list(labels.listed("V", "", "", 0, 0)) == []


def test_a_language_is_spoken_by_narrower_tags() -> None:
    assert speaks("fr-ca", "fr")
    assert not speaks("fro", "fr")
