"""Which names no concept means yet, each with the request for one that is drafted for it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from vocabsvc.errors import UnknownName
from vocabsvc.model.candidate import LocalTerm, TermCandidates, TermKind
from vocabsvc.model.decision import ACTIVE, CuratedMapping, MappingStatus
from vocabsvc.model.folding import fold
from vocabsvc.model.match import Page
from vocabsvc.model.term_request import MissingStatus, MissingTerm, Occurrence, TermDraft, Unmatched
from vocabsvc.services.curation.curation import Curation
from vocabsvc.services.mapper.mapper import Mapper
from vocabsvc.services.paging import check_page
from vocabsvc.services.term_requests.collecting import Collecting
from vocabsvc.services.term_requests.drafter_source import DrafterSource
from vocabsvc.services.term_requests.local_lists import LocalLists

_NEAR_MISSES = 5
_SURE = 0.9
_KEPT = 20_000

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Target:
    """The vocabulary that terms are requested for."""

    id: str
    uri: str


@dataclass(frozen=True, slots=True)
class _Said:
    """Subjects of mappings to the target by IRI, and by ``_name``; ``rejected`` has the objects of each."""

    active: set[str] = field(default_factory=set)
    accepted: set[str] = field(default_factory=set)
    rejected: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))


class MissingTerms:
    """The list over one snapshot; what the mapper and the drafter said of a name is kept. Threads may share it."""

    def __init__(
        self,
        target: Target | None,
        lists: LocalLists,
        curation: Curation,
        collecting: Collecting,
        mapper: Mapper,
        drafter: DrafterSource,
    ) -> None:
        self._target = target
        self._lists = lists
        self._curation = curation
        self._collecting = collecting
        self._mapper = mapper
        self._drafter = drafter
        self._answer = lru_cache(_KEPT)(self._asked)
        self._draft = lru_cache(_KEPT)(self._drafted)

    def listed(self, centre: str, status: MissingStatus | None, offset: int, limit: int) -> Page[MissingTerm]:
        """Return the names of a centre (``""``: of all), first those without a likely candidate, then what is met most.

        The first call looks at every name, which takes seconds.

        Raises:
            UnknownName: the vocabulary that terms are requested for is not loaded.
            InvalidRequest, InputTooLarge: an impossible page.
        """
        check_page(offset, limit)
        target = self._checked_target()
        rejected, unmatched = self._unmatched(target)
        found = [
            (state, one)
            for one in unmatched
            if not centre or fold(one.term.centre) == fold(centre)
            if (state := self._status(one, rejected)) is not None and status in {None, state}
        ]
        found.sort(key=lambda pair: (pair[0] is MissingStatus.DOUBTFUL, -pair[1].times, _key(pair[1].term)))
        shown = found[offset : offset + limit]
        return Page(len(found), tuple(self._missing(state, one) for state, one in shown))

    def collect(self, terms: Sequence[LocalTerm], source: str, asked_by: str) -> int:
        """Keep those of the terms that are parameters without a likely candidate; return how many those are.

        Raises:
            UnknownName, InvalidRequest, InputTooLarge: as ``Mapper.map_terms``, or a name too long to be kept.
            DatabaseUnreachable: nothing was kept.
        """
        answers = self._mapper.map_terms(terms, [self._checked_target().id], 1)
        kept = [one.term for one in answers if one.kind is TermKind.PARAMETER and one.no_match]
        if kept:
            self._collecting.add(kept, source, asked_by)
        return len(kept)

    def close(self) -> None:
        """Leave no connection to the database open."""
        self._collecting.close()

    def _checked_target(self) -> Target:
        if self._target is None:
            raise UnknownName("terms are requested for P01, which is not loaded")
        return self._target

    def _unmatched(self, target: Target) -> tuple[Mapping[Key, frozenset[str]], tuple[Unmatched, ...]]:
        """Return the concepts that were rejected, by the key of the name, and all names, equal ones as one."""
        said = _said_of_subjects(one for one in self._curation.every() if one.row.object_id.startswith(target.uri))
        found: dict[Key, Unmatched] = {}
        rejected: dict[Key, frozenset[str]] = {}
        for listed in self._lists.terms():
            name = _name(listed.term.centre, listed.term.local_name)
            if listed.uri in said.accepted:
                said.accepted.add(name)
            if listed.uri not in said.active:
                _count(found, listed.term, Occurrence(listed.term.centre))
                rejected[_key(listed.term)] = frozenset(said.rejected[listed.uri])
        for collected in self._collecting.known():
            name = _name(collected.term.centre, collected.term.local_name)
            if name not in said.accepted:
                _count(found, collected.term, collected.occurrence)
                key = _key(collected.term)
                rejected[key] = rejected.get(key, frozenset()) | said.rejected[name]
        return rejected, tuple(found.values())

    def _status(self, one: Unmatched, rejected: Mapping[Key, frozenset[str]]) -> MissingStatus | None:
        """Return ``None`` for what is no parameter, or what the vocabulary has since it was collected."""
        answer = self._answer(one.term)
        if answer.kind is not TermKind.PARAMETER:
            return None
        best = answer.candidates[0] if answer.candidates else None
        if best is None or answer.no_match or best.uri in rejected.get(_key(one.term), ()):
            return MissingStatus.DOUBTFUL if self._draft(one.term).existing else MissingStatus.MISSING
        collected = any(met.first for met in one.occurrences)
        return None if collected and best.score >= _SURE else MissingStatus.DOUBTFUL

    def _missing(self, status: MissingStatus, one: Unmatched) -> MissingTerm:
        return MissingTerm(one, status, self._draft(one.term), self._answer(one.term).candidates)

    def _asked(self, term: LocalTerm) -> TermCandidates:
        return self._mapper.map_terms([term], [self._checked_target().id], _NEAR_MISSES)[0]

    def _drafted(self, term: LocalTerm) -> TermDraft:
        return self._drafter.drafter().draft(term)


def _said_of_subjects(mappings: Iterable[CuratedMapping]) -> _Said:
    said = _Said()
    for one in mappings:
        subjects = {one.row.subject_id, _name(one.mapping_set, one.row.subject_label)} - {""}
        if one.status in ACTIVE and one.row.leads:
            said.active.update(subjects)
        if one.status is MappingStatus.ACCEPTED and one.row.leads:
            said.accepted.update(subjects)
        if one.status is MappingStatus.REJECTED:
            for subject in subjects:
                said.rejected[subject].add(one.row.object_id)
    return said


def _name(centre: str, local_name: str) -> str:
    """Return what a name is known by that has no IRI, ``""`` for none."""
    return f"{fold(centre)}\0{fold(local_name)}" if centre.strip() and local_name.strip() else ""


def _count(found: dict[Key, Unmatched], term: LocalTerm, met: Occurrence) -> None:
    key = _key(term)
    known = found.get(key)
    found[key] = Unmatched(term, (met,)) if known is None else replace(known, occurrences=(*known.occurrences, met))


def _key(term: LocalTerm) -> Key:
    return (
        fold(term.centre), fold(term.local_name), fold(term.long_name), fold(term.unit), fold(term.standard_name),
        fold(term.method), fold(term.instrument),
    )  # fmt: skip
