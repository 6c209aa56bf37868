"""What a check of a whole vocabulary answers."""

from collections.abc import Mapping
from dataclasses import dataclass

from vocabsvc.model.report import Severity

Message = Mapping[str, str]
"""One text by language, ``en`` and ``fr``, without a full stop: a value may follow."""


@dataclass(frozen=True, slots=True)
class VocabularyFinding:
    """One fault. ``concept`` is an IRI, ``""`` where the vocabulary as a whole is meant.

    ``value`` is the offending text or IRI, ``""`` where there is none.
    """

    code: str
    severity: Severity
    concept: str
    value: str
    message: Message


@dataclass(frozen=True, slots=True)
class FindingGroup:
    """All findings of one code with one message: how many, and the first of them (at least one)."""

    count: int
    examples: tuple[VocabularyFinding, ...]

    @property
    def first(self) -> VocabularyFinding:
        """The finding that stands for the group."""
        return self.examples[0]


@dataclass(frozen=True, slots=True)
class NotAssessed:
    """What a check could not judge, which is not the same as passed."""

    code: str
    message: Message


@dataclass(frozen=True, slots=True)
class VocabularyReport:
    """The groups stand in the order of their codes. ``vocabulary`` is an id."""

    vocabulary: str
    groups: tuple[FindingGroup, ...]
    not_assessed: tuple[NotAssessed, ...] = ()

    @property
    def violations(self) -> tuple[FindingGroup, ...]:
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


def violation_lines(report: VocabularyReport, lang: str = "en") -> tuple[str, ...]:
    """Return a line for each group of violations, with its count and first example; ``lang`` is en or fr."""
    return tuple(_line(report.vocabulary, group, lang) for group in report.violations)


def _line(vocabulary: str, group: FindingGroup, lang: str) -> str:
    colon, such_as = (" : ", "par exemple") if lang == "fr" else (": ", "such as")
    first = group.first
    example = [*([repr(first.value)] if first.value else []), *([f"<{first.concept}>"] if first.concept else [])]
    line = f"{vocabulary}{colon}{first.code} ({group.count}){colon}{first.message[lang]}"
    return f"{line}, {such_as} {' '.join(example)}" if example else line
