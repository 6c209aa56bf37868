"""Counts reports of a collection for those who must show how good its metadata are."""

from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime

from vocabsvc.model.collection_evidence import CollectionEvidence, ConstraintCount, IndicatorCount
from vocabsvc.model.constraint import Message
from vocabsvc.model.fair import INDICATORS, FairState, KeywordShare
from vocabsvc.model.report import Severity, State, ValidationReport, ValidationResult


class EvidenceCollector:
    """Counts reports as they pass; memory grows with the number of constraints, not of records.

    The reports must tell what passed, too (``all_states``): otherwise nothing says which records a constraint
    concerned.
    """

    def __init__(self, version: str, clock: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self._version = version
        self._clock = clock
        self._begun = self._ended = self._now()
        self._profiles: tuple[str, ...] = ()
        self._records = self._conforming = self._unread = 0
        self._states: dict[str, Counter[State]] = {}
        self._names: dict[str, tuple[str, Severity, Message]] = {}
        self._indicators: dict[str, Counter[FairState]] = {}
        self._linked = self._keywords = 0

    def add(self, report: ValidationReport) -> None:
        """Count one report; one on a file without a readable record counts as unread alone."""
        self._ended = self._now()
        self._profiles = report.profiles
        if not report.record.encoding:
            self._unread += 1
            return
        self._records += 1
        self._conforming += report.conforms
        worst: dict[str, State] = {}
        for result in (*report.results, *report.met):
            self._name(result)
            if worst.get(result.constraint) is not State.FAIL:
                worst[result.constraint] = result.state
        for constraint, state in worst.items():
            self._states.setdefault(constraint, Counter())[state] += 1
        if report.fair is not None:
            for one in report.fair.indicators:
                self._indicators.setdefault(one.name, Counter())[one.state] += 1
            self._linked += report.fair.keywords.linked
            self._keywords += report.fair.keywords.total

    def evidence(self) -> CollectionEvidence:
        """Return the counts so far, constraints by code, those that did not concern any record left out."""
        ordered = sorted(self._states, key=lambda name: (self._names[name][0], name))
        counted = (self._count(name) for name in ordered)
        return CollectionEvidence(
            begun=self._begun,
            ended=self._ended,
            version=self._version,
            profiles=self._profiles,
            records=self._records,
            conforming=self._conforming,
            unread=self._unread,
            constraints=tuple(one for one in counted if one.concerned),
            indicators=tuple(
                IndicatorCount(name, {state: self._indicators[name][state] for state in FairState})
                for names in INDICATORS.values()
                for name in names
                if name in self._indicators
            ),
            keywords=KeywordShare(self._linked, self._keywords),
        )

    def _name(self, result: ValidationResult) -> None:
        """Keep the name of a constraint, which a met one has; until then the message of the first that failed."""
        met = result.state in {State.PASS, State.NOT_APPLICABLE}
        if met or result.constraint not in self._names:
            self._names[result.constraint] = (result.code, result.severity, result.message)

    def _count(self, constraint: str) -> ConstraintCount:
        code, severity, name = self._names[constraint]
        states = self._states[constraint]
        concerned = states.total() - states[State.NOT_APPLICABLE]
        return ConstraintCount(
            constraint, code, severity, name, concerned, states[State.FAIL], states[State.NOT_ASSESSED]
        )

    def _now(self) -> str:
        return self._clock().isoformat(timespec="seconds")
