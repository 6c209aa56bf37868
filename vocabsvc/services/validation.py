"""Does a metadata record follow the profiles?"""

from collections.abc import Sequence

from vocabsvc.checks.results import results_of
from vocabsvc.checks.shapes import ShapesGraph
from vocabsvc.formats.record import read_record
from vocabsvc.model.report import Severity, ValidationReport


class Validation:
    """Validates one record of up to ``max_record_bytes`` at a time; may be shared by threads."""

    def __init__(self, shapes: ShapesGraph, max_record_bytes: int) -> None:
        self._shapes = shapes
        self.max_record_bytes = max_record_bytes

    def profiles(self) -> tuple[str, ...]:
        """Return the profiles that are loaded."""
        return self._shapes.profiles()

    def validate(self, data: bytes, profiles: Sequence[str], source: str = "") -> ValidationReport:
        """Return the report on the record in ``data``; ``source`` is its file name, for error messages.

        Raises:
            InvalidRequest: a profile that is not loaded.
            UnreadableRecord: not a readable metadata record, which is not the same as one that does not
                conform.
        """
        selected = self._shapes.select(profiles)
        record = read_record(data, source, max_bytes=self.max_record_bytes)
        findings = self._shapes.engine.run(record.facts, selected)
        results = results_of(findings, self._shapes.constraints, record)
        conforms = all(result.severity is not Severity.VIOLATION for result in results)
        return ValidationReport(conforms, record.summary, results)
