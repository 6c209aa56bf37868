"""How what is missing in a record is written, and where it goes."""

from vocabsvc.checks.records.view import RecordView
from vocabsvc.model.report import Edit


class ElementInsertions:
    """Knows the order of elements in each encoding."""

    def edits(self, view: RecordView, element: int, insertion: str) -> tuple[Edit, ...]:
        """Return the edits that put ``insertion`` into an element; none where it is not known how."""
        return ()
