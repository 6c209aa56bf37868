from dataclasses import dataclass, field
from typing import Any, cast

import pytest

from vocabsvc.model.change import Change, ChangeKind, Edition, EditionChanges, History
from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import LangString
from vocabsvc.model.statement import Literal, Statement
from vocabsvc.namespaces import DCTERMS
from vocabsvc.services.change_lists import ChangeLists
from vocabsvc.services.changes import Changes
from vocabsvc.store.base import Store

NAMES = "abcde"


def concept(name: str, **more: Any) -> Concept:
    return Concept(name, "V", pref_labels=(LangString(name.upper(), "en"),), **more)


@dataclass
class FakeStore:
    """Concepts a to e, and what is stated of them; e gave way to a."""

    said: list[tuple[str, str, str]]
    concepts: dict[str, Concept] = field(
        default_factory=lambda: {
            name: concept(name, status=Status.DEPRECATED, replaced_by=("a",)) if name == "e" else concept(name)
            for name in NAMES
        }
    )

    def stated(self, vocabulary: str, predicate: str, target: str = "") -> list[Statement]:
        assert (vocabulary, target) == ("V", "")
        return [
            Statement(uri, predicate, Literal(text)) for uri, name, text in self.said if f"{DCTERMS}{name}" == predicate
        ]

    def refs(self, uris: Any) -> Any:
        return {uri: self.concepts[uri].ref() for uri in uris if uri in self.concepts}

    def concept(self, uri: str) -> Concept | None:
        return self.concepts.get(uri)


def lists(said: list[tuple[str, str, str]], *steps: EditionChanges) -> ChangeLists:
    changes = Changes([History("V", Edition("1", "", "x", "2020-01-01T00:00:00+00:00"), steps)])
    return ChangeLists(cast("Store", FakeStore(said)), changes)


def step(before: str, after: Edition, *changes: Change) -> EditionChanges:
    return EditionChanges("V", Edition(before, "", "x", "2020-01-01T00:00:00+00:00"), after, changes)


def shown(found: Any) -> list[tuple[str, str]]:
    return [(one.concept.uri, one.moment.isoformat()[:10]) for one in found]


def test_what_is_stated_counts_newest_first() -> None:
    said = [
        ("a", "modified", "2020-05-01"),
        ("b", "date", "2021-05-01 10:00:00.0"),
        ("c", "modified", "2021-05-01T10:00:00Z"),
        ("c", "date", "1999-01-01"),
        ("d", "modified", "not a date"),
        ("d", "created", "2018"),
        ("http://gone.example/", "modified", "2025-01-01"),
    ]
    assert shown(lists(said).modified("V", 0, 10)) == [("b", "2021-05-01"), ("c", "2021-05-01"), ("a", "2020-05-01")]
    assert shown(lists(said).modified("V", 2, 1)) == [("c", "2021-05-01")]
    assert shown(lists(said).new("V", 0, 10)) == [("d", "2018-01-01")]


def test_where_nothing_is_stated_editions_tell() -> None:
    dated, loaded = (
        Edition("2", "2022-03", "y", "2023-01-01T00:00:00+00:00"),
        Edition("3", "", "z", "2024-02-02T01:00:00+00:00"),
    )
    added = step("1", dated, Change("a", ChangeKind.ADDED, ("A",)), Change("b", ChangeKind.CHANGED, ("pref_label@en",)))
    gone = step("2", loaded, Change("b", ChangeKind.CHANGED, ("broader",)), Change("x", ChangeKind.REMOVED, ("X",)))
    found = lists([("a", "modified", "2030-01-01")], added, gone)
    assert shown(found.new("V", 0, 10)) == [("a", "2022-03-01")]
    assert shown(found.modified("V", 0, 10)) == [("a", "2030-01-01"), ("b", "2024-02-02")]


@pytest.mark.parametrize(("name", "successor"), [("e", "a"), ("b", None)])
def test_what_gave_way_names_its_successor(name: str, successor: str | None) -> None:
    (found,) = lists([(name, "modified", "2020-01-01")]).modified("V", 0, 10)
    assert (found.replaced_by.uri if found.replaced_by else None) == successor
