"""What a check of a whole vocabulary answers."""

from dataclasses import dataclass

from vocabsvc.model.findings import CheckReport, Finding, FindingGroup


@dataclass(frozen=True, slots=True)
class VocabularyFinding(Finding):
    """``concept`` is an IRI, ``""`` where the vocabulary as a whole is meant."""

    concept: str


@dataclass(frozen=True, slots=True)
class VocabularyReport(CheckReport[VocabularyFinding]):
    """``vocabulary`` is an id."""

    vocabulary: str


def violation_lines(report: VocabularyReport, lang: str = "en") -> tuple[str, ...]:
    """Return a line for each group of violations, with its count and first example; ``lang`` is en or fr."""
    return tuple(_line(report.vocabulary, group, lang) for group in report.violations)


def _line(vocabulary: str, group: FindingGroup[VocabularyFinding], lang: str) -> str:
    colon, such_as = (" : ", "par exemple") if lang == "fr" else (": ", "such as")
    first = group.first
    example = [*([repr(first.value)] if first.value else []), *([f"<{first.concept}>"] if first.concept else [])]
    line = f"{vocabulary}{colon}{first.code} ({group.count}){colon}{first.message[lang]}"
    return f"{line}, {such_as} {' '.join(example)}" if example else line
