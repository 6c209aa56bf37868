"""New and modified concepts by date, as their source or our own histories tell."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache

from vocabsvc.formats.dates import parse_date
from vocabsvc.model.change import ChangeKind, Edition
from vocabsvc.model.concept import ConceptRef
from vocabsvc.model.statement import Literal
from vocabsvc.namespaces import DCTERMS
from vocabsvc.services.changes import Changes
from vocabsvc.store.base import Store

_CREATED = tuple(f"{DCTERMS}{name}" for name in ("created", "issued"))
_MODIFIED = tuple(f"{DCTERMS}{name}" for name in ("modified", "date"))  # NVS says date
_KEPT = 8

Moments = tuple[tuple[datetime, str], ...]
"""When, in UTC, and which concept; newest first."""


@dataclass(frozen=True, slots=True)
class DatedConcept:
    """A concept and when it came or changed (UTC); ``replaced_by`` is there where it is deprecated for another."""

    concept: ConceptRef
    moment: datetime
    replaced_by: ConceptRef | None


class ChangeLists:
    """Answers from one snapshot; ``vocabulary`` is an id as loaded.

    The date is the one that the vocabulary states of a concept; where it states none, the date of the edition
    that brought the concept or changed it, as far as our histories go back.
    """

    def __init__(self, store: Store, changes: Changes) -> None:
        self._store = store
        self._changes = changes
        self._created = lru_cache(_KEPT)(self._find_created)
        self._modified = lru_cache(_KEPT)(self._find_modified)

    def new(self, vocabulary: str, offset: int, limit: int) -> tuple[DatedConcept, ...]:
        """Return the concepts with a date of creation, newest first, then by IRI."""
        return self._page(self._created(vocabulary), vocabulary, offset, limit)

    def modified(self, vocabulary: str, offset: int, limit: int) -> tuple[DatedConcept, ...]:
        """Return the concepts with a date of change, newest first, then by IRI."""
        return self._page(self._modified(vocabulary), vocabulary, offset, limit)

    def _page(self, moments: Moments, vocabulary: str, offset: int, limit: int) -> tuple[DatedConcept, ...]:
        wanted = moments[offset : offset + limit]
        refs = self._store.refs(uri for _, uri in wanted)
        return tuple(
            DatedConcept(refs[uri], moment, self._successor(refs[uri]))
            for moment, uri in wanted
            if uri in refs and refs[uri].vocabulary == vocabulary
        )

    def _successor(self, ref: ConceptRef) -> ConceptRef | None:
        stated = self._store.concept(ref.uri) if ref.deprecated else None
        if stated is None or not stated.replaced_by:
            return None
        uri = stated.replaced_by[0]
        return self._store.refs([uri]).get(uri) or ConceptRef(uri, "", "", ())

    def _find_created(self, vocabulary: str) -> Moments:
        return self._find(vocabulary, _CREATED, {ChangeKind.ADDED})

    def _find_modified(self, vocabulary: str) -> Moments:
        return self._find(vocabulary, _MODIFIED, set(ChangeKind) - {ChangeKind.REMOVED})

    def _find(self, vocabulary: str, properties: Sequence[str], kinds: Collection[ChangeKind]) -> Moments:
        found = dict(self._by_edition(vocabulary, kinds))
        for name in reversed(properties):  # the first property counts most, and stands over editions
            for one in self._store.stated(vocabulary, name):
                moment = _moment(one.object.lexical) if isinstance(one.object, Literal) else None
                if moment:
                    found[one.subject] = moment
        return tuple(sorted(((moment, uri) for uri, moment in found.items()), key=lambda one: (-_age(one[0]), one[1])))

    def _by_edition(self, vocabulary: str, kinds: Collection[ChangeKind]) -> Iterator[tuple[str, datetime]]:
        for uri in {change.uri for change in self._changes.since(vocabulary).changes}:
            editions = (one.edition for one in self._changes.of_concept(vocabulary, uri) if one.change.kind in kinds)
            moment = next((moment for edition in editions if (moment := _edition_moment(edition))), None)
            if moment:
                yield uri, moment


def _edition_moment(edition: Edition) -> datetime | None:
    return _moment(edition.date) or _moment(edition.loaded)


def _moment(text: str) -> datetime | None:
    """Return the first second that a date may mean; NVS writes a space between day and time."""
    found = parse_date(text.strip().replace(" ", "T", 1))
    return datetime.fromisoformat(found.earliest.lexical) if found else None


def _age(moment: datetime) -> float:
    return (moment - datetime(1, 1, 1, tzinfo=UTC)).total_seconds()
