"""Changes are enough to follow a vocabulary, one edition at a time or several at once."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from vocabsvc.model.change import Change, ChangeKind, compare_concepts, merge_changes
from vocabsvc.model.concept import Concept, Link, Status
from vocabsvc.model.label import LangString
from vocabsvc.namespaces import SKOS

IRIS = tuple(f"http://test.example/{code}" for code in "abcdé")
STATUS_KINDS = {ChangeKind.DEPRECATED, ChangeKind.UNDEPRECATED}

Edition = tuple[Concept, ...]
labels = st.builds(LangString, st.text("abé œ", min_size=1, max_size=4), st.sampled_from(("", "en", "fr")))
iris = st.lists(st.sampled_from(IRIS), max_size=2, unique=True).map(tuple)
concepts = st.builds(
    Concept,
    uri=st.sampled_from(IRIS),
    vocabulary=st.just("T01"),
    pref_labels=st.lists(labels, max_size=2, unique=True).map(tuple),
    definitions=st.lists(labels, max_size=1).map(tuple),
    status=st.sampled_from((Status.CURRENT, Status.DEPRECATED)),
    broader=iris,
    narrower=iris,
    links=st.lists(st.builds(Link, st.just(f"{SKOS}exactMatch"), st.sampled_from(IRIS)), max_size=1).map(tuple),
)
editions = st.lists(concepts, max_size=5, unique_by=lambda concept: concept.uri).map(tuple)
histories = st.lists(editions, min_size=2, max_size=5)


def state(edition: Edition) -> dict[str, bool]:
    """Return which concepts there are, and whether each is deprecated."""
    return {concept.uri: concept.status is Status.DEPRECATED for concept in edition}


def applied(before: dict[str, bool], changes: Iterable[Change]) -> dict[str, bool]:
    after = dict(before)
    for change in changes:
        if change.kind is ChangeKind.REMOVED:
            del after[change.uri]
        elif change.kind is ChangeKind.ADDED:
            assert change.uri not in after
            after[change.uri] = False
        elif change.kind in STATUS_KINDS:
            assert after[change.uri] is not (change.kind is ChangeKind.DEPRECATED)
            after[change.uri] = change.kind is ChangeKind.DEPRECATED
        else:
            assert change.what
            assert change.uri in before
    return after


def steps_of(history: Sequence[Edition]) -> list[tuple[Change, ...]]:
    return [compare_concepts(old, new) for old, new in pairwise(history)]


def without_returns(history: Sequence[Edition]) -> list[Edition]:
    """Return the history without concepts that were removed before."""
    gone: set[str] = set()
    kept: list[Edition] = []
    for edition in history:
        kept.append(tuple(concept for concept in edition if concept.uri not in gone))
        seen = {concept.uri for earlier in kept for concept in earlier}
        gone |= seen - {concept.uri for concept in kept[-1]}
    return kept


@given(editions)
def test_an_edition_does_not_differ_from_itself_in_any_order(edition: Edition) -> None:
    assert compare_concepts(edition, edition) == ()
    assert compare_concepts(edition, edition[::-1]) == ()


@given(editions, editions)
def test_changes_lead_from_one_edition_to_the_other(old: Edition, new: Edition) -> None:
    changes = compare_concepts(old, new)
    assert applied(state(old), changes) == state(new)
    assert list(changes) == sorted(changes, key=lambda change: (change.uri, change.kind))
    assert len({(change.uri, change.kind) for change in changes}) == len(changes)


@given(histories)
def test_merged_steps_say_what_a_direct_comparison_says(history: list[Edition]) -> None:
    kept = without_returns(history)
    direct, merged = compare_concepts(kept[0], kept[-1]), merge_changes(steps_of(kept))
    assert applied(state(kept[0]), merged) == state(kept[-1])
    changed = {change.uri: set(change.what) for change in merged if change.kind is ChangeKind.CHANGED}
    for change in direct:
        if change.kind is ChangeKind.CHANGED:  # an edition between them that defines nothing hides definitions
            fields = {field for field in change.what if not field.startswith("definition")}
            assert fields <= changed.get(change.uri, set())
    assert [(one.uri, one.kind) for one in direct if one.kind is not ChangeKind.CHANGED] == [
        (one.uri, one.kind) for one in merged if one.kind is not ChangeKind.CHANGED
    ]


@given(histories)
def test_merged_steps_say_which_concepts_there_are_even_when_some_return(history: list[Edition]) -> None:
    merged = merge_changes(steps_of(history))
    uris = set(state(history[0]))
    uris |= {change.uri for change in merged if change.kind is ChangeKind.ADDED}
    uris -= {change.uri for change in merged if change.kind is ChangeKind.REMOVED}
    assert uris == set(state(history[-1]))


@given(histories, st.integers(1, 4))
def test_it_does_not_matter_how_steps_are_bundled(history: list[Edition], at: int) -> None:
    steps = steps_of(without_returns(history))
    bundled = merge_changes([merge_changes(steps[:at]), merge_changes(steps[at:])])
    assert [(one.uri, one.kind) for one in bundled] == [(one.uri, one.kind) for one in merge_changes(steps)]
