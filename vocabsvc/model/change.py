"""What became of the concepts of a vocabulary from one edition to the next."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

from vocabsvc.model.concept import Concept, Status
from vocabsvc.model.label import choose_label
from vocabsvc.namespaces import DCTERMS

ValueT = TypeVar("ValueT")

_REPLACED_BY = f"{DCTERMS}isReplacedBy"  # a link that ``replaced_by`` tells
_INNER_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")


class ChangeKind(StrEnum):
    """What became of a concept."""

    ADDED = "added"
    CHANGED = "changed"
    DEPRECATED = "deprecated"
    UNDEPRECATED = "undeprecated"
    REMOVED = "removed"


_STATUS_KINDS = {ChangeKind.DEPRECATED, ChangeKind.UNDEPRECATED}


@dataclass(frozen=True, slots=True)
class Change:
    """One change of one concept.

    For ``CHANGED``, ``what`` names the fields in alphabetical order: ``pref_label@fr``, ``broader``,
    ``exact_match``. For the other kinds it is the label, or the notation where there is no label.
    """

    uri: str
    kind: ChangeKind
    what: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One state of a vocabulary.

    ``edition`` and ``date`` are as the publisher states them or ``""``, ``checksum`` is the SHA-256 of the
    file in hexadecimal, ``loaded`` is UTC, ISO 8601, and ``""`` for what was only compared.
    """

    edition: str
    date: str
    checksum: str
    loaded: str = ""

    @property
    def name(self) -> str:
        """What users call it: the edition, else the date, else the beginning of the checksum."""
        return self.edition or self.date or self.checksum[:12]


@dataclass(frozen=True, slots=True)
class ConceptChange:
    """A change of one concept, and the edition that brought it."""

    edition: Edition
    change: Change


@dataclass(frozen=True, slots=True)
class EditionChanges:
    """What changed between two editions; ``vocabulary`` is the id. Sorted by IRI, then by kind."""

    vocabulary: str
    from_edition: Edition
    to_edition: Edition
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class History:
    """The editions of a vocabulary in the order they were loaded; each step starts where the last ended."""

    vocabulary: str
    first: Edition
    steps: tuple[EditionChanges, ...] = ()

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Every edition, oldest first: ``steps[n]`` leads from ``editions[n]`` to ``editions[n + 1]``."""
        return (self.first, *(step.to_edition for step in self.steps))


def compare_concepts(old: Iterable[Concept], new: Iterable[Concept]) -> tuple[Change, ...]:
    """Return what makes ``new`` of ``old``, whatever the order of either.

    A concept may be told twice: added and deprecated, or changed and deprecated. Of what is said of a
    concept, these do not count:

    - the order of values, and the id of the vocabulary;
    - ``narrower`` that lead to another vocabulary, which grow with that one; those inside count as the
      ``broader`` of the other concept, since the hierarchy is read from either side;
    - definitions, where one of the two holds none at all: it was published without;
    - of the version, all but its number, and that where one of the two states none.
    """
    before, after = _by_uri(old), _by_uri(new)
    defined = all(any(concept.definitions for concept in side.values()) for side in (before, after))
    changes: list[Change] = []
    for uri, concept in after.items():
        changes += _become(before.get(uri), concept, defined=defined)
    changes += [Change(uri, ChangeKind.REMOVED, _label(before[uri])) for uri in before.keys() - after.keys()]
    return _sorted(changes)


def merge_changes(steps: Iterable[Iterable[Change]]) -> tuple[Change, ...]:
    """Return the changes of successive steps, each sorted as ``compare_concepts`` does, as one step.

    What was taken back is not told: added and removed again, deprecated and un-deprecated again. A concept
    that was removed and came back is ``CHANGED`` in ``added`` and ``removed``: what else differs, the steps
    do not tell.
    """
    courses: dict[str, list[Change]] = defaultdict(list)
    for changes in steps:
        for change in changes:
            courses[change.uri].append(change)
    return _sorted(change for course in courses.values() for change in _merge(course))


def _by_uri(concepts: Iterable[Concept]) -> dict[str, Concept]:
    """Return the concepts by IRI, each with every broader concept that is stated from either side."""
    by_uri = {concept.uri: concept for concept in concepts}
    turned: dict[str, list[str]] = defaultdict(list)
    for concept in by_uri.values():
        for uri in concept.narrower:
            if uri in by_uri:
                turned[uri].append(concept.uri)
    for uri, broader in turned.items():
        by_uri[uri] = replace(by_uri[uri], broader=(*by_uri[uri].broader, *broader))
    return by_uri


def _become(old: Concept | None, new: Concept, *, defined: bool) -> Iterator[Change]:
    if old is None:
        yield Change(new.uri, ChangeKind.ADDED, _label(new))
    elif fields := tuple(sorted(set(_differing(old, new, defined=defined)))):
        yield Change(new.uri, ChangeKind.CHANGED, fields)
    was, now = old is not None and old.status is Status.DEPRECATED, new.status is Status.DEPRECATED
    if was != now:
        yield Change(new.uri, ChangeKind.DEPRECATED if now else ChangeKind.UNDEPRECATED, _label(new))


def _differing(old: Concept, new: Concept, *, defined: bool) -> Iterator[str]:
    by_language = (
        ("pref_label", old.pref_labels, new.pref_labels),
        ("alt_label", old.alt_labels, new.alt_labels),
        ("hidden_label", old.hidden_labels, new.hidden_labels),
        ("definition", old.definitions if defined else (), new.definitions if defined else ()),
    )
    for name, before, after in by_language:
        for label in _difference(before, after):
            yield f"{name}@{label.lang}" if label.lang else name
    by_value = (
        ("notation", old.notations, new.notations),
        ("replaced_by", old.replaced_by, new.replaced_by),
        ("broader", old.broader, new.broader),
        ("related", old.related, new.related),
        ("units", old.units, new.units),
        ("collections", old.collections, new.collections),
    )
    for name, given, given_now in by_value:
        if _difference(given, given_now):
            yield name
    for link in _difference(old.links, new.links):
        if link.predicate != _REPLACED_BY:
            yield _local_name(link.predicate)
    if old.box != new.box:
        yield "box"
    if old.version.number and new.version.number and old.version.number != new.version.number:
        yield "version"


def _difference(old: tuple[ValueT, ...], new: tuple[ValueT, ...]) -> frozenset[ValueT]:
    # Nearly all are equal as they stand, and hashing them would take most of the time.
    return frozenset() if old == new else frozenset(old) ^ frozenset(new)


def _local_name(predicate: str) -> str:
    """Return ``exact_match`` for skos:exactMatch."""
    return _INNER_CAPITAL.sub("_", re.split("[#/]", predicate)[-1]).lower()


def _label(concept: Concept) -> tuple[str, ...]:
    label = choose_label(sorted(concept.pref_labels, key=lambda one: (one.lang, one.text)), ())
    return (label.text,) if label else tuple(sorted(concept.notations)[:1])


def _merge(course: Sequence[Change]) -> Iterator[Change]:
    """Merge what successive steps tell of one concept."""
    uri, kinds = course[0].uri, [change.kind for change in course]
    fields = {field for change in course if change.kind is ChangeKind.CHANGED for field in change.what}
    told = [change for change in course if change.kind is not ChangeKind.CHANGED]
    last, label = (told[-1].kind, told[-1].what) if told else (None, ())
    existed = kinds[0] is not ChangeKind.ADDED
    if last is ChangeKind.REMOVED:
        if existed:
            yield Change(uri, ChangeKind.REMOVED, label)
        return
    if ChangeKind.REMOVED in kinds:
        fields |= {ChangeKind.ADDED.value, ChangeKind.REMOVED.value}
    if not existed:
        yield Change(uri, ChangeKind.ADDED, label)
    elif fields:
        yield Change(uri, ChangeKind.CHANGED, tuple(sorted(fields)))
    first_status = next((kind for kind in kinds if kind in _STATUS_KINDS), None)
    was, now = first_status is ChangeKind.UNDEPRECATED, last is ChangeKind.DEPRECATED
    if was != now:
        yield Change(uri, ChangeKind.DEPRECATED if now else ChangeKind.UNDEPRECATED, label)


def _sorted(changes: Iterable[Change]) -> tuple[Change, ...]:
    return tuple(sorted(changes, key=lambda change: (change.uri, change.kind)))
