import time
from dataclasses import fields, replace

import pytest

from vocabsvc.model.box import BoundingBox
from vocabsvc.model.change import Change, ChangeKind, Edition, compare_concepts, merge_changes
from vocabsvc.model.concept import Concept, ConceptVersion, Link, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import DCTERMS, OWL, SKOS

BASE = "http://test.example/"
SALINITY = Concept(
    uri=f"{BASE}salinity",
    vocabulary="T01",
    notations=("SALT",),
    pref_labels=(LangString("Salinity", "en"), LangString("Salinité", "fr")),
    definitions=(LangString("How much salt there is", "en"),),
    version=ConceptVersion("1"),
)
DIFFERENT: dict[str, tuple[Concept, tuple[str, ...]]] = {
    "notations": (replace(SALINITY, notations=("PSAL",)), ("notation",)),
    "pref_labels": (
        replace(SALINITY, pref_labels=(LangString("Salinity", "en"), LangString("Halinité", "fr"))),
        ("pref_label@fr",),
    ),
    "alt_labels": (
        replace(SALINITY, alt_labels=(LangString("PSAL"), LangString("sel", "fr"))),
        ("alt_label", "alt_label@fr"),
    ),
    "hidden_labels": (replace(SALINITY, hidden_labels=(LangString("salinite"),)), ("hidden_label",)),
    "definitions": (
        replace(SALINITY, definitions=(LangString("Quantité de sel", "fr"),)),
        ("definition@en", "definition@fr"),
    ),
    "replaced_by": (replace(SALINITY, replaced_by=(f"{BASE}salt",)), ("replaced_by",)),
    "broader": (replace(SALINITY, broader=(f"{BASE}chemistry",)), ("broader",)),
    "narrower": (replace(SALINITY, narrower=(f"{BASE}elsewhere",)), ()),
    "related": (replace(SALINITY, related=(f"{BASE}density",)), ("related",)),
    "units": (replace(SALINITY, units=("http://qudt.org/vocab/unit/UNITLESS",)), ("units",)),
    "links": (
        replace(
            SALINITY,
            links=(
                Link(f"{SKOS}exactMatch", "http://a/"),
                Link(f"{OWL}sameAs", "http://b/"),
                Link(f"{DCTERMS}isReplacedBy", "http://c/"),
            ),
        ),
        ("exact_match", "same_as"),
    ),
    "box": (replace(SALINITY, box=BoundingBox(-5.5, 9.25, 41, 44.5)), ("box",)),
    "vocabulary": (replace(SALINITY, vocabulary="T01-2017"), ()),
    "collections": (replace(SALINITY, collections=(f"{BASE}group",)), ("collections",)),
    "version": (replace(SALINITY, version=ConceptVersion("2", "2026-01-31", f"{BASE}2")), ("version",)),
}
"""Field -> a concept that differs in it, and what is told. Identity and status have tests of their own."""


def test_every_field_of_a_concept_counts_or_is_left_out_on_purpose() -> None:
    assert {field.name for field in fields(Concept)} == {*DIFFERENT, "uri", "status"}


@pytest.mark.parametrize(("other", "what"), DIFFERENT.values(), ids=DIFFERENT)
def test_a_field_that_differs_is_named(other: Concept, what: tuple[str, ...]) -> None:
    changes = compare_concepts([SALINITY], [other])
    assert [(change.kind, change.what) for change in changes] == ([(ChangeKind.CHANGED, what)] if what else [])


def test_order_means_nothing() -> None:
    other = replace(SALINITY, uri=f"{BASE}a", alt_labels=(LangString("b"), LangString("a")))
    turned = replace(other, alt_labels=other.alt_labels[::-1], pref_labels=other.pref_labels[::-1])
    assert compare_concepts([SALINITY, other], [turned, SALINITY]) == ()
    assert compare_concepts([], [SALINITY, other]) == compare_concepts([], [turned, SALINITY])


def test_what_comes_and_goes_is_told_with_its_label_in_order_of_iri() -> None:
    gone = Concept(f"{BASE}gone", "T01", notations=("OLD",))
    arrived = Concept(f"{BASE}arrived", "T01", pref_labels=(LangString("Opacité", "fr"), LangString("Opacity", "en")))
    assert compare_concepts([gone, SALINITY], [SALINITY, arrived]) == (
        Change(arrived.uri, ChangeKind.ADDED, ("Opacity",)),
        Change(gone.uri, ChangeKind.REMOVED, ("OLD",)),
    )
    assert compare_concepts([], [Concept("http://bare/", "T01")])[0].what == ()


def test_a_deprecation_and_its_successor_are_two_changes() -> None:
    deprecated = replace(SALINITY, status=Status.DEPRECATED, replaced_by=(f"{BASE}salt",))
    assert compare_concepts([SALINITY], [deprecated]) == (
        Change(SALINITY.uri, ChangeKind.CHANGED, ("replaced_by",)),
        Change(SALINITY.uri, ChangeKind.DEPRECATED, ("Salinity",)),
    )
    assert compare_concepts([deprecated], [replace(SALINITY, replaced_by=deprecated.replaced_by)]) == (
        Change(SALINITY.uri, ChangeKind.UNDEPRECATED, ("Salinity",)),
    )
    kinds = [change.kind for change in compare_concepts([], [deprecated])]
    assert kinds == [ChangeKind.ADDED, ChangeKind.DEPRECATED]


def test_the_hierarchy_counts_from_whichever_side_it_is_stated() -> None:
    top, below = Concept(f"{BASE}top", "T01"), Concept(f"{BASE}below", "T01")
    from_above = [replace(top, narrower=(below.uri,)), below]
    from_below = [top, replace(below, broader=(top.uri,))]
    assert compare_concepts(from_above, from_below) == ()
    assert compare_concepts([top, below], from_above) == (Change(below.uri, ChangeKind.CHANGED, ("broader",)),)


def test_an_edition_published_without_definitions_does_not_take_them_away() -> None:
    bare = replace(SALINITY, definitions=())
    other = replace(SALINITY, uri=f"{BASE}other")
    assert compare_concepts([SALINITY, other], [bare, replace(bare, uri=other.uri)]) == ()
    assert compare_concepts([SALINITY, other], [bare, other]) == (
        Change(SALINITY.uri, ChangeKind.CHANGED, ("definition@en",)),
    )


def seconds_for(size: int) -> float:
    old = [replace(SALINITY, uri=f"{BASE}{number}", broader=(f"{BASE}0",)) for number in range(size)]
    new = [replace(one, pref_labels=(LangString("Salinité", "fr"),), broader=(f"{BASE}1",)) for one in old]
    started = time.process_time()
    assert len(compare_concepts(old, new)) == size
    return time.process_time() - started


def test_time_grows_with_the_number_of_concepts_and_not_with_its_square() -> None:
    assert seconds_for(32_000) < 24 * seconds_for(4_000)


def step(*kinds: str, what: str = "Salinité") -> tuple[Change, ...]:
    return tuple(Change("http://c/", ChangeKind(kind), (what,)) for kind in kinds)


@pytest.mark.parametrize(
    ("steps", "merged"),
    [
        ([step("added"), step("removed")], ()),
        ([step("added"), step("changed", what="box")], step("added")),
        ([step("added", "deprecated"), step("undeprecated")], step("added")),
        ([step("added"), step("deprecated")], step("added", "deprecated")),
        ([step("added"), step("removed"), step("added", what="Sel")], step("added", what="Sel")),
        ([step("deprecated"), step("undeprecated")], ()),
        ([step("undeprecated"), step("deprecated")], ()),
        ([step("deprecated"), step("changed", what="box"), step("undeprecated")], step("changed", what="box")),
        ([step("undeprecated"), step("removed")], step("removed")),
        ([step("changed", what="box"), step("removed")], step("removed")),
        (
            [step("changed", what="units"), step("changed", what="box"), step("changed", what="units")],
            (Change("http://c/", ChangeKind.CHANGED, ("box", "units")),),
        ),
        (
            [step("removed"), step("added", "deprecated")],
            (Change("http://c/", ChangeKind.CHANGED, ("added", "removed")), *step("deprecated")),
        ),
    ],
)
def test_steps_are_merged_into_one(steps: list[tuple[Change, ...]], merged: tuple[Change, ...]) -> None:
    assert merge_changes(steps) == merged


@pytest.mark.parametrize(
    ("edition", "name"),
    [
        (Edition("127", "2023-12-12", "938e9bf3ee91604a"), "127"),
        (Edition("", "2026-05", "938e9bf3ee91604a"), "2026-05"),
        (Edition("", "", "938e9bf3ee91604a"), "938e9bf3ee91"),
    ],
)
def test_an_edition_is_called_by_the_first_thing_it_has(edition: Edition, name: str) -> None:
    assert edition.name == name


def test_a_version_with_the_same_number_is_the_same() -> None:
    dated = replace(SALINITY, version=ConceptVersion("", "2026-01-31"))
    assert compare_concepts([SALINITY], [dated]) == ()
