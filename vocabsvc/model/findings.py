"""What checks find, whatever they check."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from vocabsvc.model.report import Severity

Message = Mapping[str, str]
"""One text by language, ``en`` and ``fr``, without a full stop: a value may follow."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault. ``value`` is the offending text, CURIE or IRI, ``""`` where there is none."""

    code: str
    severity: Severity
    message: Message
    value: str


FindingT = TypeVar("FindingT", bound=Finding)


@dataclass(frozen=True, slots=True)
class FindingGroup(Generic[FindingT]):
    """All findings of one code with one message: how many, and the first of them (at least one)."""

    count: int
    examples: tuple[FindingT, ...]

    @property
    def first(self) -> FindingT:
        """The finding that stands for the group."""
        return self.examples[0]


@dataclass(frozen=True, slots=True)
class NotAssessed:
    """What a check could not judge, which is not the same as passed."""

    code: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckReport(Generic[FindingT]):
    """The groups stand in the order of their codes."""

    groups: tuple[FindingGroup[FindingT], ...]
    not_assessed: tuple[NotAssessed, ...] = ()

    @property
    def violations(self) -> tuple[FindingGroup[FindingT], ...]:
        """The groups that are violations."""
        return tuple(group for group in self.groups if group.first.severity is Severity.VIOLATION)

    @property
    def conforms(self) -> bool:
        """True when there is no violation."""
        return not self.violations

    def counts(self) -> dict[str, int]:
        """Return the number of findings of each code that has some."""
        counts: dict[str, int] = {}
        for group in self.groups:
            counts[group.first.code] = counts.get(group.first.code, 0) + group.count
        return counts
