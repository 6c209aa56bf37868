"""What came of many records, counted while they pass."""

from collections import Counter

from vocabsvc.formats.reports.words import WORDS
from vocabsvc.model.report import FileVerdict

_MOST_CODES = 5


class BatchSummary:
    """Counts reports as they are added; ``unopened`` are files that could not be opened at all."""

    def __init__(self) -> None:
        self.unopened = 0
        self._conforming = 0
        self._unread = 0
        self._records = 0
        self._codes: Counter[str] = Counter()

    def add(self, verdict: FileVerdict) -> None:
        """Count one report."""
        self._records += 1
        self._conforming += verdict.conforms
        self._unread += bool(verdict.refusal)
        self._codes.update(verdict.codes)

    @property
    def exit_code(self) -> int:
        """2 if something could not be read, 1 if something does not conform, else 0."""
        if self.unopened or self._unread:
            return 2
        return 0 if self._conforming == self._records else 1

    def text(self, language: str) -> str:
        """Return the counts as one line, with the codes that the most records have."""
        words = WORDS[language]
        refused = self._unread + self.unopened
        parts = [
            words["records_counted"].format(self._records - self._unread),
            words["conforming_counted"].format(self._conforming),
        ]
        if refused:
            parts.append(words["unread_counted"].format(refused))
        codes = ", ".join(f"{code} ({count})" for code, count in self._codes.most_common(_MOST_CODES))
        return "; ".join(parts) + (f"; {words['most_often']} {codes}" if codes else "")
