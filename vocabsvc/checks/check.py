"""What a check is, whatever it reads, and how checks are run."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from vocabsvc.model.findings import FindingGroup, FindingT, Message, NotAssessed
from vocabsvc.model.report import Severity


@dataclass(frozen=True, slots=True)
class Found:
    """What a check yields: a gap, or a fault, to which each room adds where it is."""

    message: Message


@dataclass(frozen=True, slots=True)
class Gap(Found):
    """Something that a check cannot judge from what it was given."""


ViewT = TypeVar("ViewT")
FaultT = TypeVar("FaultT", bound=Found)


@dataclass(frozen=True, slots=True)
class Check(Generic[ViewT, FaultT]):
    """One check; ``find`` reads a view of what is checked, and its docstring tells what it finds."""

    code: str
    severity: Severity
    find: Callable[[ViewT], Iterator[FaultT | Gap]]


def run_checks(
    checks: Iterable[Check[ViewT, FaultT]],
    view: ViewT,
    finding: Callable[[Check[ViewT, FaultT], FaultT], FindingT],
    examples: int,
) -> tuple[tuple[FindingGroup[FindingT], ...], tuple[NotAssessed, ...]]:
    """Return the findings of each check, grouped by their messages, and what could not be judged.

    Of each group the first ``examples``, and at least one, are kept, as ``finding`` makes them of faults.
    """
    groups: list[FindingGroup[FindingT]] = []
    not_assessed: list[NotAssessed] = []
    for check in checks:
        counts: Counter[str] = Counter()
        kept: dict[str, list[FindingT]] = defaultdict(list)
        for found in check.find(view):
            if isinstance(found, Gap):
                not_assessed.append(NotAssessed(check.code, found.message))
                continue
            group = found.message["en"]
            counts[group] += 1
            if len(kept[group]) < max(examples, 1):
                kept[group].append(finding(check, found))
        groups += [FindingGroup(count, tuple(kept[group])) for group, count in counts.items()]
    return tuple(groups), tuple(not_assessed)
